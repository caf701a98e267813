using System.Diagnostics;
using WorkReports.Tests.Support;

namespace WorkReports.Bench;

/// <summary><c>serve</c>: requests a second from memory, beside nginx with the same bytes in files; in turns, since a machine has its moods.</summary>
static class ServeBench
{
    const int Seconds = 5;

    static readonly string[] Codings = ["identity", "gzip", "br"];

    public static async Task Run(string folder, int reports, int rounds, int seed, TextWriter output)
    {
        await DebianPackages.Install("wrk", "nginx-light", "libnginx-mod-http-brotli-static");
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        // What another benchmark left there would have to be taken out first, and leaves holes.
        var data = Path.Combine(folder, "data");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var certificate = Path.Combine(folder, "certificate.pem");
        using (var own = Certificates.Named("bench"))
            await File.WriteAllTextAsync(certificate, Certificates.Pem(own) + Certificates.KeyOf(own));
        using var server = await ServerProcess.Start(
            program,
            corpus.Folder,
            data,
            Path.Combine(folder, "serve.log"),
            certificate
        );
        var table = new Table();
        var article = await MeasureFirstVisits(server, table);
        using var nginx = new Nginx(Path.Combine(folder, "nginx"), certificate);
        foreach (var (name, address) in Pages(article))
            await nginx.Copy(server.Url, address, name);
        await nginx.Start();
        for (var round = 0; round <= rounds; round++)
        {
            Console.Error.WriteLine(round == 0 ? "warming up" : $"round {round} of {rounds}");
            // The first round is for the compiler, which has not seen yet what is hot.
            await Round(server, nginx, article, round == 0 ? new Table() : table);
        }
        table.Add("memory at the end, MB", server.Memory);
        await server.Stop();
        await output.WriteLineAsync(
            $"{corpus.Reports} reports; {Machine.Facts}; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}\n"
        );
        table.Print(output);
    }

    static (string Name, string Address)[] Pages(string article) =>
        [("article", article), ("home", "/"), ("list", "/archive")];

    static async Task Round(ServerProcess server, Nginx nginx, string article, Table table)
    {
        foreach (var coding in Codings)
            await InTurns($"article, {coding}", article, "article", [$"Accept-Encoding: {coding}"]);
        foreach (var (name, address) in Pages(article)[1..])
            await InTurns($"{name}, br", address, name, ["Accept-Encoding: br"]);
        var (ours, theirs) = (await TagOf(server.Url + article), await TagOf($"{nginx.Url}/article.html"));
        await Compare(
            "article, 304",
            () => Site(server.Url + article, $"If-None-Match: {ours}"),
            () => Other($"{nginx.Url}/article.html", $"If-None-Match: {theirs}"),
            table
        );
        await Compare(
            "article, br, HTTPS",
            () => Site(server.SecureUrl + article, "Accept-Encoding: br"),
            () => Other($"{nginx.SecureUrl}/article.html", "Accept-Encoding: br"),
            table
        );
        Add(
            "search: site",
            table,
            await Site(server.Url + "/search?q=" + Uri.EscapeDataString("工作"), "Accept-Encoding: br")
        );

        Task InTurns(string what, string address, string name, string[] headers) =>
            Compare(
                what,
                () => Site(server.Url + address, headers),
                () => Other($"{nginx.Url}/{name}.html", headers),
                table
            );

        Task<Load> Site(string url, params string[] headers) => Ask(() => server.ProcessorTime, url, headers);

        Task<Load> Other(string url, params string[] headers) => Ask(() => nginx.ProcessorTime, url, headers);
    }

    static async Task Compare(string what, Func<Task<Load>> site, Func<Task<Load>> nginx, Table table)
    {
        var (ours, theirs) = (await site(), await nginx());
        Add($"{what}: site", table, ours);
        Add($"{what}: nginx", table, theirs);
        table.Add($"{what}: site / nginx", ours.Found.PerSecond / theirs.Found.PerSecond);
    }

    static void Add(string what, Table table, Load load)
    {
        table.Add($"{what}, requests/s", load.Found.PerSecond);
        table.Add($"{what}, p50, ms", load.Found.P50);
        table.Add($"{what}, p99, ms", load.Found.P99);
        table.Add($"{what}, processor µs a request", load.Processor.TotalMicroseconds / load.Found.Requests);
    }

    sealed record Load(Wrk Found, TimeSpan Processor);

    static async Task<Load> Ask(Func<TimeSpan> processorTime, string url, string[] headers)
    {
        var before = processorTime();
        return new Load(await Wrk.Ask(url, Seconds, headers), processorTime() - before);
    }

    static async Task<string> TagOf(string url)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(url));
        return answer.Headers.ETag!.Tag;
    }

    /// <summary>Every report once, by 32 readers at a time.</summary>
    /// <returns>The address of one that is neither short nor long.</returns>
    static async Task<string> MeasureFirstVisits(ServerProcess server, Table table)
    {
        var addresses = (await server.Get("/sitemap.xml"))
            .Split("/reports/")
            .Skip(1)
            .Select(rest => "/reports/" + rest.Split('<')[0])
            .ToList();
        var visits = new (string Address, double Milliseconds, int Length)[addresses.Count];
        var watch = Stopwatch.StartNew();
        var before = server.ProcessorTime;
        await Parallel.ForAsync(
            0,
            visits.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (index, _) =>
            {
                var begun = Stopwatch.GetTimestamp();
                var page = await server.Get(addresses[index]);
                visits[index] = (addresses[index], Stopwatch.GetElapsedTime(begun).TotalMilliseconds, page.Length);
            }
        );
        var times = visits.Select(visit => visit.Milliseconds).Order().ToList();
        table.Add($"{visits.Length} first visits, a second", visits.Length / watch.Elapsed.TotalSeconds);
        table.Add("a first visit, p50, ms", times[times.Count / 2]);
        table.Add("a first visit, p99, ms", times[times.Count * 99 / 100]);
        table.Add("a first visit, processor ms", (server.ProcessorTime - before).TotalMilliseconds / visits.Length);
        table.Add("memory after them, MB", server.Memory);
        return visits.OrderBy(visit => visit.Length).ElementAt(visits.Length / 2).Address;
    }
}
