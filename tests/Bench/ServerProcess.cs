using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace WorkReports.Bench;

/// <summary>The published program, running as its admins run it, on a free port.</summary>
sealed class ServerProcess : IDisposable
{
    const int Terminate = 15;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Of a core's second.</summary>
    static readonly TimeSpan IdleAtMost = TimeSpan.FromSeconds(0.15);

    readonly Process process;
    readonly HttpClient client;
    readonly ConcurrentQueue<string> log = new();

    ServerProcess(string program, string content, string data, string? logFile, string? certificate, string? journal)
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        SecureUrl = $"https://127.0.0.1:{FreePort()}";
        client = new HttpClient { BaseAddress = new Uri(Url) };
        string[] secure = certificate is null ? [] : ["--certificate", certificate];
        string[] shared = journal is null ? [] : ["--journal", journal];
        string[] command =
        [
            program,
            "serve",
            "--content",
            content,
            "--data",
            data,
            "--urls",
            certificate is null ? Url : $"{Url};{SecureUrl}",
            "--search-rate",
            "0",
            .. secure,
            .. shared,
        ];
        process = new Process
        {
            // Reading a line for each request would take the processor that is being measured.
            StartInfo = new ProcessStartInfo(
                "/bin/sh",
                ["-c", logFile is null ? "exec \"$@\"" : $"exec \"$@\" >'{logFile}'", "sh", .. command]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        // As in the image.
        foreach (var name in new[] { "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_" })
            process.StartInfo.Environment[name] = "131072";
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
    }

    public string Url { get; }

    /// <summary>The same over HTTPS, where there is a certificate.</summary>
    public string SecureUrl { get; }

    /// <summary>From the process's start to the first 200 of <c>/readyz</c>.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <summary>Megabytes, until now.</summary>
    public double Peak => PeakMemory.Of(process.Id);

    /// <summary>Megabytes, now.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>How many it has, now.</summary>
    public int Threads
    {
        get
        {
            process.Refresh();
            return process.Threads.Count;
        }
    }

    /// <summary>What its threads have worked so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="logFile">Where its lines go; null: what it said last is told when it fails.</param>
    /// <param name="certificate">A file with a certificate and its key.</param>
    /// <param name="journal">A database with a record that others share.</param>
    public static async Task<ServerProcess> Start(
        string program,
        string content,
        string data,
        string? logFile = null,
        string? certificate = null,
        string? journal = null
    )
    {
        var server = new ServerProcess(program, content, data, logFile, certificate, journal);
        try
        {
            await server.BecomeReady();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public Task<string> Get(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>The address of a report, which leads there from the name of its file.</summary>
    public async Task<string> AddressOf(string file)
    {
        using var answer = await client.GetAsync(
            new Uri("/reports/" + Uri.EscapeDataString(Path.GetFileNameWithoutExtension(file)), UriKind.Relative)
        );
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>Asks again and again until the page holds these words.</summary>
    public async Task Until(string address, string words)
    {
        var watch = Stopwatch.StartNew();
        while (!(await Get(address)).Contains(words, StringComparison.Ordinal))
        {
            if (watch.Elapsed > Patience)
                throw new BenchException($"{address} never showed what was saved:\n{Log}");
            await Task.Delay(2);
        }
    }

    /// <summary>Waits until it has done what it does after its start: putting the log into the index, and reading that through.</summary>
    public async Task BecomeIdle()
    {
        TimeSpan before;
        do
        {
            before = ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(1));
        } while (ProcessorTime - before > IdleAtMost);
    }

    /// <summary>Asks the server to end, and waits until it has.</summary>
    public async Task Stop()
    {
        _ = Signal(process.Id, Terminate);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        if (process.ExitCode != 0)
            throw new BenchException($"The server ended with {process.ExitCode}:\n{Log}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        client.Dispose();
    }

    async Task BecomeReady()
    {
        var watch = Stopwatch.StartNew();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await IsReady())
        {
            if (process.HasExited || watch.Elapsed > Patience)
                throw new BenchException($"The server did not become ready:\n{Log}");
            await Task.Delay(Pause);
        }
        TimeToReady = watch.Elapsed;
    }

    async Task<bool> IsReady()
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    string Log => string.Join('\n', log);

    void Remember(string? line)
    {
        if (line is not null)
            log.Enqueue(line);
        if (log.Count > 40)
            log.TryDequeue(out _);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // .NET can only kill; the server shall end as it does under an init system.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Signal(int process, int signal);
}
