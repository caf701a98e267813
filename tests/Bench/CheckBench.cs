using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary><c>check</c>: how long the verb takes over the whole corpus, and how much memory.</summary>
static class CheckBench
{
    public static async Task Run(string folder, int reports, int rounds, int seed, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var table = new Table();
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"round {round} of {rounds}");
            await Measure(program, corpus, table);
        }
        await output.WriteLineAsync($"{corpus.Reports} reports, {corpus.Bytes / 1e6:0.0} MB; {Machine.Facts}\n");
        table.Print(output);
    }

    static async Task Measure(string program, Corpus corpus, Table table)
    {
        var watch = Stopwatch.StartNew();
        using var check = Process.Start(
            new ProcessStartInfo(program, ["check", "--content", corpus.Folder]) { RedirectStandardOutput = true }
        )!;
        var told = check.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!check.HasExited)
        {
            peak = Math.Max(peak, PeakMemory.Of(check.Id));
            await Task.WhenAny(check.WaitForExitAsync(), Task.Delay(10));
        }
        table.Add("check: all told after, s", watch.Elapsed.TotalSeconds);
        table.Add("check: peak memory, MB", peak);
        var last = (await told).TrimEnd().Split('\n')[^1];
        // A check that passed files over would look fast.
        if (check.ExitCode != 0 || !last.Contains($" {corpus.Reports + Corpus.PillarCount} ", StringComparison.Ordinal))
            throw new BenchException($"check ended with {check.ExitCode}: {last}");
    }
}
