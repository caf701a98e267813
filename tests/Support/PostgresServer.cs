using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace WorkReports.Tests.Support;

/// <summary>
/// Debian's PostgreSQL in a folder of the test's own, on a port of its own. Where the tests run as an administrator it is an
/// ordinary user all the same: it runs as nobody else.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    const string OrdinaryUser = "65534";
    public const string Password = "Kein-Wort-davon-im-Log";

    static readonly string Programs = Directory
        .EnumerateDirectories("/usr/lib/postgresql")
        .OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
        .Select(version => Path.Combine(version, "bin"))
        .First(folder => File.Exists(Path.Combine(folder, "postgres")));

    readonly ContentOf folder = ContentOf.Nothing();
    readonly int port = FreePort();
    Process? process;

    string Data => Path.Combine(folder.Folder, "data");

    PostgresServer() => NeedsAttribute.Expect(NeedsAttribute.Program);

    public static async Task<PostgresServer> Started()
    {
        var server = new PostgresServer();
        server.folder.With("password", Password);
        server.HandOver();
        Run(
            "initdb",
            ["-D", server.Data, "-U", "workreports", "-A", "scram-sha-256", "-E", "UTF8", "--no-sync"],
            ["--pwfile", server.PathOf("password")]
        );
        server.Set(
            $"port = {server.port}",
            "listen_addresses = 'localhost'",
            "unix_socket_directories = ''",
            // Tests kill it, but not the machine.
            "fsync = off"
        );
        await server.Start();
        server.NewDatabase("journal");
        return server;
    }

    /// <summary>What <c>--journal</c> is to say.</summary>
    public string Address => AddressOf("journal");

    /// <summary>A file of the server's folder, for certificates.</summary>
    public string PathOf(string name) => Path.Combine(folder.Folder, name);

    /// <summary>Such a file, which nobody but the server may read.</summary>
    public PostgresServer With(string name, string text)
    {
        folder.With(name, text);
        using (var closed = Process.Start("chmod", ["600", PathOf(name)]))
            closed.WaitForExit();
        HandOver();
        return this;
    }

    /// <summary>Further lines of postgresql.conf, for the next start.</summary>
    public void Set(params string[] lines) => File.AppendAllLines(Path.Combine(Data, "postgresql.conf"), lines);

    /// <summary>A database beside the first, for another record.</summary>
    public string NewDatabase(string name)
    {
        Ask<object?>($"create database {name}", "postgres");
        return AddressOf(name);
    }

    public Task Start()
    {
        process = Process.Start(Ordinary("postgres", "-D", Data))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return Wait.Until(Trouble, trouble => trouble is null, "PostgreSQL answers");
    }

    /// <summary>At once, whatever is under way.</summary>
    public void Stop()
    {
        Signal("-INT");
        process!.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <returns>The first value of the answer.</returns>
    public T? Ask<T>(string sql, string database = "journal")
    {
        using var connection = new NpgsqlConnection(AddressOf(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return (T?)command.ExecuteScalar();
    }

    public void Dispose()
    {
        if (process is not null)
            Stop();
        folder.Dispose();
    }

    string AddressOf(string database) =>
        $"Host=127.0.0.1;Port={port};Database={database};Username=workreports;Password={Password}";

    string? Trouble()
    {
        try
        {
            Ask<int>("select 1", "postgres");
            return null;
        }
        catch (NpgsqlException exception)
        {
            return exception.Message;
        }
    }

    void Signal(string signal)
    {
        var main = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        using var kill = Process.Start("kill", [signal, main]);
        kill.WaitForExit();
    }

    void HandOver()
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        using var chown = Process.Start("chown", ["-R", $"{OrdinaryUser}:{OrdinaryUser}", folder.Folder]);
        chown.WaitForExit();
    }

    static void Run(string program, params string[][] arguments)
    {
        var start = Ordinary(program, [.. arguments.SelectMany(some => some)]);
        start.RedirectStandardOutput = true;
        using var run = Process.Start(start)!;
        run.StandardOutput.ReadToEnd();
        var errors = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, errors);
    }

    static ProcessStartInfo Ordinary(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs, program), .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", "--reuid", OrdinaryUser, "--regid", OrdinaryUser, "--clear-groups", .. command];
        return new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true };
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
