using System.ComponentModel;
using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary>Tools that a bench needs beside the SDK, from Debian.</summary>
static class DebianPackages
{
    public static async Task Install(params string[] packages)
    {
        var missing = new List<string>();
        foreach (var package in packages)
            if (
                !(await Run("dpkg-query", ["--show", "--showformat", "${db:Status-Status}", package])).Contains(
                    "installed",
                    StringComparison.Ordinal
                )
            )
                missing.Add(package);
        if (missing.Count == 0)
            return;

        Console.Error.WriteLine($"installing {string.Join(", ", missing)}");
        await Run("apt-get", ["update", "-qq"]);
        var told = await Run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. missing]);
        foreach (var package in missing)
            if ((await Run("dpkg-query", ["--show", "--showformat", "${db:Status-Status}", package])) != "installed")
                throw new BenchException($"Install it: sudo apt-get install {package}\n{told}");
    }

    /// <summary>What a program prints; whether it was content is for its caller to see.</summary>
    public static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : output + await errors;
        }
        catch (Win32Exception)
        {
            throw new BenchException($"There is no {program} on this machine.");
        }
    }
}
