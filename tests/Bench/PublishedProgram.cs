using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary>The program as it is deployed: a Release build in a folder of its own.</summary>
static class PublishedProgram
{
    /// <summary>The path of the program to start.</summary>
    public static async Task<string> Make(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        using var build = Process.Start(
            "dotnet",
            ["publish", "src/WorkReports.csproj", "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]
        );
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
            throw new BenchException("The program could not be published.");
        return Path.GetFullPath(Path.Combine(folder, "WorkReports"));
    }
}
