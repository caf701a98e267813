using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using WorkReports.Hosting;

namespace WorkReports.Tests.Support;

/// <summary>The program, running as its admins run it.</summary>
public sealed class ProgramProcess : IDisposable
{
    readonly Process process;
    readonly Task<string> errors;

    /// <summary>What it prints, read at once: a program whose pipe is full would stand still.</summary>
    readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    readonly ConcurrentQueue<string> said = [];

    public ProgramProcess(string[] args, params (string Variable, string Value)[] environment)
        : this("dotnet", [typeof(Site).Assembly.Location, .. args], environment) { }

    ProgramProcess(string command, string[] args, params (string Variable, string Value)[] environment)
    {
        NeedsAttribute.Expect(NeedsAttribute.Program);
        var start = new ProcessStartInfo(command, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
        _ = Listen();
    }

    /// <summary>As it lies in a folder that it was published to.</summary>
    public static ProgramProcess Published(string folder, params string[] args) =>
        new("dotnet", [System.IO.Path.Combine(folder, "WorkReports.dll"), .. args]);

    /// <summary>In a world of its own, where the system has no events left to give.</summary>
    public static ProgramProcess WithoutEvents(params string[] args) =>
        new(
            "unshare",
            [
                "--user",
                "--map-root-user",
                "sh",
                "-c",
                "echo 0 > /proc/sys/user/max_inotify_instances; exec dotnet \"$@\"",
                "sh",
                typeof(Site).Assembly.Location,
                .. args,
            ]
        );

    /// <summary>As a user who may not open what its mode forbids, even where the tests run as an administrator.</summary>
    public static ProgramProcess WithoutPrivileges(params string[] args) =>
        new("unshare", ["--user", "dotnet", typeof(Site).Assembly.Location, .. args]);

    /// <summary>In a world of its own, in which mounting is allowed, once this command of the shell has made it ready.</summary>
    public static ProgramProcess Apart(string first, params string[] args) =>
        new(
            "unshare",
            [
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                first + " && exec dotnet \"$@\"",
                "sh",
                typeof(Site).Assembly.Location,
                .. args,
            ]
        );

    /// <summary>Runs a command of the shell in the program's world.</summary>
    public async Task Do(string command)
    {
        using var shell = Process.Start(
            "nsenter",
            [
                "--target",
                process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "--user",
                "--mount",
                "--preserve-credentials",
                "sh",
                "-c",
                command,
            ]
        );
        await shell.WaitForExitAsync().WaitAsync(Wait.Patience);
        if (shell.ExitCode != 0)
            throw new InvalidOperationException($"'{command}' ended with {shell.ExitCode}.");
    }

    /// <summary>Megabytes that it holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1_000_000;
        }
    }

    public bool HasEnded => process.HasExited;

    /// <summary>The first line that it has printed.</summary>
    public string First => said.First();

    /// <summary>The lines that it has printed so far and that say an error.</summary>
    public IEnumerable<string> Errors => said.Where(line => line.Contains(" ERR ", StringComparison.Ordinal));

    /// <summary>How many lines with these words it has printed so far.</summary>
    public int HasSaid(string words) => said.Count(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>Reads what it prints up to the first line that holds these words; gives the rest of that line.</summary>
    public async Task<string> Says(string words)
    {
        try
        {
            while (await lines.Reader.WaitToReadAsync().AsTask().WaitAsync(Wait.Patience))
            {
                if (lines.Reader.TryRead(out var line) && line.Split(words, 2) is [_, var rest])
                    return rest.Trim();
            }
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException(
                $"No line with '{words}' among:\n{string.Join('\n', said.TakeLast(20))}",
                exception
            );
        }
        throw new InvalidOperationException($"The program ended without saying '{words}': {await errors}");
    }

    /// <summary>Likewise, among what it has printed already, too: for what may come before or after something else.</summary>
    public async Task<string> SaysAnyTime(string words)
    {
        await Wait.Until(
            () => said,
            lines => lines.Any(line => line.Contains(words, StringComparison.Ordinal)),
            $"a line with '{words}'"
        );
        return said.First(line => line.Contains(words, StringComparison.Ordinal)).Split(words, 2)[1].Trim();
    }

    /// <summary>Asks it to end, as an init system does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start(
            "kill",
            ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        kill.WaitForExit();
    }

    /// <summary>Waits for its end; gives what it printed since it was last listened to.</summary>
    public async Task<Typed> End()
    {
        var output = new StringBuilder();
        await foreach (var line in lines.Reader.ReadAllAsync(new CancellationTokenSource(Wait.Patience).Token))
            output.Append(line).Append('\n');
        await process.WaitForExitAsync().WaitAsync(Wait.Patience);
        return new Typed(process.ExitCode, output.ToString(), await errors);
    }

    async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Enqueue(line);
            lines.Writer.TryWrite(line);
        }
        lines.Writer.Complete();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
