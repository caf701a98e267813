using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary>Debian's PostgreSQL in a folder of its own, with its own defaults: it waits for the disk, as in an office.</summary>
sealed class Postgres : IDisposable
{
    const string OrdinaryUser = "65534";

    readonly Process process;
    readonly int port = ServerProcess.FreePort();

    Postgres(string folder, string programs)
    {
        Address = $"Host=127.0.0.1;Port={port};Database=postgres;Username=workreports";
        process = Process.Start(Ordinary(Path.Combine(programs, "postgres"), "-D", folder, "-p", $"{port}", "-k", ""))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>What <c>--journal</c> says.</summary>
    public string Address { get; }

    public static async Task<Postgres> Start(string folder)
    {
        await DebianPackages.Install("postgresql");
        var programs = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order().Last(), "bin");
        folder = Path.GetFullPath(folder);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            await DebianPackages.Run("chown", [$"{OrdinaryUser}:{OrdinaryUser}", folder]);
        var data = Path.Combine(folder, "data");
        using (
            var init = Process.Start(
                Ordinary(Path.Combine(programs, "initdb"), "-D", data, "-U", "workreports", "-E", "UTF8")
            )
        )
        {
            var told = await init!.StandardError.ReadToEndAsync();
            await init.WaitForExitAsync();
            if (init.ExitCode != 0)
                throw new BenchException(told);
        }
        var server = new Postgres(data, programs);
        for (
            var tries = 0;
            !(await DebianPackages.Run("pg_isready", ["-h", "127.0.0.1", "-p", $"{server.port}"])).Contains(
                "accepting"
            );
            tries++
        )
        {
            if (tries > 200)
                throw new BenchException("PostgreSQL did not start.");
            await Task.Delay(50);
        }
        return server;
    }

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-INT", $"{process.Id}"]))
            stop.WaitForExit();
        process.WaitForExit();
        process.Dispose();
    }

    static ProcessStartInfo Ordinary(string program, params string[] arguments)
    {
        string[] command = [program, .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", "--reuid", OrdinaryUser, "--regid", OrdinaryUser, "--clear-groups", .. command];
        return new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
    }
}
