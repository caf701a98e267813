namespace WorkReports.Bench;

/// <summary><c>publish</c>: how long the first publishing takes, how much memory, and a start with nothing changed.</summary>
static class PublishBench
{
    public static async Task Run(string folder, int reports, int rounds, int seed, bool besideHugo, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var data = Path.Combine(folder, "data");
        var hugo = new Hugo(Path.Combine(folder, "hugo"));
        var table = new Table();
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"round {round} of {rounds}");
            if (Directory.Exists(data))
                Directory.Delete(data, recursive: true);
            await Measure("first publishing", program, corpus, data, table);
            await Measure("restart", program, corpus, data, table);
            table.Add("index.db, MB", new FileInfo(Path.Combine(data, "index.db")).Length / 1e6);
            table.Add("data folder, MB", new DirectoryInfo(data).EnumerateFiles().Sum(file => file.Length) / 1e6);
            if (besideHugo)
                await Measure(hugo, corpus, table);
        }
        await output.WriteLineAsync($"{corpus.Reports} reports, {corpus.Bytes / 1e6:0.0} MB; {Machine.Facts}\n");
        table.Print(output);
    }

    static async Task Measure(string start, string program, Corpus corpus, string data, Table table)
    {
        using var server = await ServerProcess.Start(program, corpus.Folder, data);
        table.Add($"{start}: ready after, s", server.TimeToReady.TotalSeconds);
        table.Add($"{start}: peak memory, MB", server.Peak);
        await Verify(server, corpus);
        await server.Stop();
    }

    static async Task Measure(Hugo hugo, Corpus corpus, Table table)
    {
        var (time, peak) = await hugo.Build(corpus.Folder);
        table.Add("Hugo: whole build, s", time.TotalSeconds);
        table.Add("Hugo: peak memory, MB", peak);
    }

    // A server that left reports out would look fast.
    static async Task Verify(ServerProcess server, Corpus corpus)
    {
        var map = await server.Get("/sitemap.xml");
        var published = map.Split("/reports/").Length - 1;
        // One sitemap holds 50,000 addresses; beyond that the count says nothing.
        if (published != corpus.Reports && corpus.Reports < 49_000)
            throw new BenchException(
                $"{published} of {corpus.Reports} reports were published; `check --content {corpus.Folder}` says why."
            );
    }
}
