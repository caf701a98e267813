using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary>
/// <c>share</c>: two servers over one record in PostgreSQL: how soon each shows what was saved, and when the next edit is out after the
/// one that publishes was killed; beside it one server with a file.
/// </summary>
static class ShareBench
{
    const int Edits = 50;

    public static async Task Run(string folder, int reports, int rounds, int seed, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var (table, random) = (new Table(), new Random(seed));
        using var edited = new EditedFiles(corpus.Folder);
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"round {round} of {rounds}");
            using (var alone = await ServerProcess.Start(program, corpus.Folder, Fresh(folder, "data")))
            {
                table.Add("journal.db: first publishing, s", alone.TimeToReady.TotalSeconds);
                await alone.BecomeIdle();
                await Measure("journal.db: edit to visible", edited, random, table, alone);
                await alone.Stop();
            }
            using var postgres = await Postgres.Start(Path.Combine(folder, "postgres"));
            var first = await ServerProcess.Start(
                program,
                corpus.Folder,
                Fresh(folder, "data"),
                journal: postgres.Address
            );
            table.Add("PostgreSQL: first publishing, s", first.TimeToReady.TotalSeconds);
            using var second = await ServerProcess.Start(
                program,
                corpus.Folder,
                Fresh(folder, "data-2"),
                journal: postgres.Address
            );
            table.Add("PostgreSQL: ready after, a server that comes later, s", second.TimeToReady.TotalSeconds);
            await first.BecomeIdle();
            await second.BecomeIdle();
            await Measure("PostgreSQL: edit to visible where it is published", edited, random, table, first);
            await Measure("PostgreSQL: edit to visible where it is followed", edited, random, table, second);
            var file = edited.Choose(1, random).Single();
            var address = await second.AddressOf(file);
            first.Dispose();
            var watch = Stopwatch.StartNew();
            await second.Until(address, edited.Edit(file));
            table.Add("PostgreSQL: loss of the publisher to the next edit, s", watch.Elapsed.TotalSeconds);
            await second.Stop();
        }
        await output.WriteLineAsync($"{corpus.Reports} reports, {corpus.Bytes / 1e6:0.0} MB; {Machine.Facts}\n");
        table.Print(output);
    }

    static string Fresh(string folder, string name)
    {
        var data = Path.Combine(folder, name);
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        return data;
    }

    static async Task Measure(string what, EditedFiles edited, Random random, Table table, ServerProcess server)
    {
        var times = new List<double>();
        foreach (var file in edited.Choose(Edits, random))
        {
            var address = await server.AddressOf(file);
            var watch = Stopwatch.StartNew();
            await server.Until(address, edited.Edit(file));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        table.Add($"{what}: median, ms", Percentiles.Of(times, 0.5));
        table.Add($"{what}: p95, ms", Percentiles.Of(times, 0.95));
    }
}
