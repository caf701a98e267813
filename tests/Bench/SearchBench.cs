using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary><c>search</c>: how long searches take, several at once, by what is asked for.</summary>
static class SearchBench
{
    const int Warming = 100;

    public static async Task Run(string folder, int reports, int seed, int requests, int atOnce, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var data = Path.Combine(folder, "data");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        using var server = await ServerProcess.Start(program, corpus.Folder, data);
        await output.WriteLineAsync($"{corpus.Reports} reports, {corpus.Bytes / 1e6:0.0} MB; {Machine.Facts}");
        await server.BecomeIdle();
        await output.WriteLineAsync(
            $"built in {server.TimeToReady.TotalSeconds:0.0} s, peak memory {server.Peak:0} MB, index.db {new FileInfo(Path.Combine(data, "index.db")).Length / 1e6:0} MB"
        );
        await output.WriteLineAsync(
            $"{requests} requests of each kind, {atOnce} at once; milliseconds of the whole request, and of the server's processors\n"
        );
        await output.WriteLineAsync(
            "| what is asked for | such as | median | p95 | most | processor |\n|---|---|---:|---:|---:|---:|"
        );
        var kinds = SearchKind.All(corpus, seed);
        // The runtime compiles what is asked often a second time, and better.
        foreach (var kind in kinds.Concat(kinds))
            await Ask(server, kind, Warming, atOnce);
        foreach (var kind in kinds)
        {
            var before = server.ProcessorTime;
            var times = await Ask(server, kind, requests, atOnce);
            var processor = (server.ProcessorTime - before).TotalMilliseconds / requests;
            await output.WriteLineAsync(
                $"| {kind.Name} | `{kind.Addresses[0]}` | {At(times, .5):0.0} | {At(times, .95):0.0} | {times[^1]:0.0} | {processor:0.0} |"
            );
        }
        await output.WriteLineAsync($"\nmemory afterwards {server.Memory:0} MB");
        await server.Stop();
    }

    /// <summary>The times, the least first.</summary>
    static async Task<double[]> Ask(ServerProcess server, SearchKind kind, int requests, int atOnce)
    {
        var times = new double[requests];
        var next = -1;
        await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(async _ =>
                {
                    for (var at = Interlocked.Increment(ref next); at < requests; at = Interlocked.Increment(ref next))
                    {
                        var start = Stopwatch.GetTimestamp();
                        await server.Get(
                            Uri.EscapeDataString(kind.Addresses[at % kind.Addresses.Count])
                                .Replace("%2F", "/")
                                .Replace("%3F", "?")
                                .Replace("%3D", "=")
                                .Replace("%26", "&")
                        );
                        times[at] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    }
                })
        );
        Array.Sort(times);
        return times;
    }

    static double At(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];
}
