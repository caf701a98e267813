using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary><c>edits</c>: how soon readers see what an editor saved, and whether they feel a thousand files being published.</summary>
static class EditBench
{
    const int Edits = 50;
    const int Burst = 1000;

    public static async Task Run(string folder, int reports, int rounds, int seed, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var data = Path.Combine(folder, "data");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        using (var first = await ServerProcess.Start(program, corpus.Folder, data))
            await first.Stop();

        var table = new Table();
        var random = new Random(seed);
        using var edited = new EditedFiles(corpus.Folder);
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"round {round} of {rounds}");
            using var server = await ServerProcess.Start(program, corpus.Folder, data);
            table.Add("restart: ready after, s", server.TimeToReady.TotalSeconds);
            await Rest();
            table.Add("at rest after a restart: memory, MB", server.Memory);
            await MeasureEdits(server, edited, random, table);
            await MeasureBurst(server, edited, random, table);
            await Rest();
            table.Add("at rest after the edits: memory, MB", server.Memory);
            await server.Stop();
        }
        await output.WriteLineAsync($"{corpus.Reports} reports, {corpus.Bytes / 1e6:0.0} MB; {Machine.Facts}\n");
        table.Print(output);
    }

    /// <summary>Long enough for what is left behind to be collected, and for the look through the index after a start.</summary>
    static Task Rest() => Task.Delay(TimeSpan.FromSeconds(15));

    static async Task MeasureEdits(ServerProcess server, EditedFiles edited, Random random, Table table)
    {
        var times = new List<double>();
        foreach (var file in edited.Choose(Edits, random))
        {
            var address = await server.AddressOf(file);
            var watch = Stopwatch.StartNew();
            var words = edited.Edit(file);
            await server.Until(address, words);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        table.Add("edit to visible: median, ms", Percentiles.Of(times, 0.5));
        table.Add("edit to visible: p95, ms", Percentiles.Of(times, 0.95));
        table.Add("edit to visible: worst, ms", times.Max());
    }

    /// <summary>Readers come at a steady pace, as they do: one who waits keeps no other from coming.</summary>
    static async Task MeasureBurst(ServerProcess server, EditedFiles edited, Random random, Table table)
    {
        var addresses = new List<string> { "/", "/archive" };
        foreach (var file in edited.Choose(100, random))
            addresses.Add(await server.AddressOf(file));
        await Readers.Read(server, addresses, random, Task.Delay(TimeSpan.FromSeconds(3)));
        var usual = await Readers.Read(server, addresses, random, Task.Delay(TimeSpan.FromSeconds(10)));

        var files = edited.Choose(Burst, random).ToList();
        var last = await server.AddressOf(files[^1]);
        var published = Task.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            var words = files.Select(edited.Edit).Last();
            await server.Until(last, words);
            table.Add($"{Burst} edits at once: visible after, ms", watch.Elapsed.TotalMilliseconds);
        });
        var meanwhile = await Readers.Read(server, addresses, random, published);
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
        {
            table.Add($"readers: usual {name}, ms", Percentiles.Of(usual, share));
            table.Add($"readers while {Burst} files are published: {name}, ms", Percentiles.Of(meanwhile, share));
        }
    }
}
