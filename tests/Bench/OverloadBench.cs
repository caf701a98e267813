using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace WorkReports.Bench;

/// <summary>
/// <c>overload</c>: one client asks for the worst that there is, sixty requests at a time, over and over, while fifty readers read.
/// </summary>
static class OverloadBench
{
    const int Attackers = 60;
    const int Readers = 50;

    /// <summary>Between two pages of one reader.</summary>
    static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(500);

    static readonly TimeSpan ProbePause = TimeSpan.FromMilliseconds(200);

    static readonly string[] Worst =
    [
        "/search/suggest?q=" + Repeated("xian", 50),
        "/search?q=" + Repeated("xian", 50),
        "/search.json?q=" + Repeated("xi", 100),
        "/search?q=" + Repeated("的+", 32),
        "/search?q=" + Repeated("工作报高+", 3),
        "/search?q=工+作+报+告+学+习+会+议+党+建+机+关+单+位+年+月+日+人+民+政+府+发+展+要+求+大+小+上+下+中+国+有+的",
        "/search.json?q=" + Repeated("单位:第+", 32),
        "/search?q=的&p=2147483647",
        "/archive?p={0}",
        "/feed.xml?{0}",
        "/nothing/" + Repeated("x", 1000) + "{0}",
    ];

    public static async Task Run(string folder, int reports, int seed, int seconds, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var data = Path.Combine(folder, "data-overload");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        using var server = await ServerProcess.Start(
            program,
            corpus.Folder,
            data,
            Path.Combine(folder, "overload.log")
        );
        await server.BecomeIdle();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new Uri(server.Url),
            Timeout = TimeSpan.FromMinutes(2),
        };
        var addresses = await Addresses(server);
        var table = new Table();
        var memory = server.Memory;
        var quiet = await Measure(client, addresses, seed, seconds, attackers: 0);
        var threads = server.Threads;
        var overload = await Measure(client, addresses, seed, seconds, Attackers);
        var rest = Stopwatch.StartNew();
        await server.BecomeIdle();
        table.Add("seconds until nothing runs any more", rest.Elapsed.TotalSeconds);
        Tell(table, "alone", quiet);
        Tell(table, "overload", overload);
        table.Add("memory before, MB", memory);
        table.Add("memory afterwards, MB", server.Memory);
        table.Add("peak memory, MB", server.Peak);
        table.Add("threads before", threads);
        table.Add("threads afterwards", server.Threads);
        await server.Stop();
        await output.WriteLineAsync(
            $"{corpus.Reports} reports; {Attackers} of the worst requests at a time beside {Readers} readers, {seconds} seconds; {Machine.Facts}\n"
        );
        table.Print(output);
        if (overload.Readers.Failures + overload.Health.Failures is > 0 and var failures)
            throw new BenchException($"{failures} readers and probes were not answered.");
    }

    sealed record Outcome(Answers Readers, Answers Health, Answers Attackers);

    /// <summary>What one kind of client got.</summary>
    sealed class Answers
    {
        public ConcurrentBag<double> Times { get; } = [];

        public int Refused;
        public int Failures;
    }

    static async Task<Outcome> Measure(
        HttpClient client,
        IReadOnlyList<string> addresses,
        int seed,
        int seconds,
        int attackers
    )
    {
        var outcome = new Outcome(new Answers(), new Answers(), new Answers());
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var turn = 0;
        var clients = new List<Task>();
        for (var number = 0; number < attackers; number++)
            clients.Add(
                Repeat(
                    () => Worst[Interlocked.Increment(ref turn) % Worst.Length].Replace("{0}", $"{turn}"),
                    outcome.Attackers,
                    TimeSpan.Zero
                )
            );
        for (var number = 0; number < Readers; number++)
        {
            var random = new Random(seed + number);
            clients.Add(Repeat(() => addresses[random.Next(addresses.Count)], outcome.Readers, Reading));
        }
        clients.Add(Repeat(() => "/healthz", outcome.Health, ProbePause));
        clients.Add(Repeat(() => "/readyz", outcome.Health, ProbePause));
        await Task.WhenAll(clients);
        return outcome;

        async Task Repeat(Func<string> next, Answers answers, TimeSpan pause)
        {
            // Each of its own time: all at once would be another load.
            await Task.Delay(pause * Random.Shared.NextDouble());
            while (!end.IsCancellationRequested)
            {
                await Ask(client, next(), answers);
                await Task.Delay(pause);
            }
        }
    }

    static async Task Ask(HttpClient client, string address, Answers answers)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answers.Times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                Interlocked.Increment(ref answers.Refused);
            else if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                Interlocked.Increment(ref answers.Failures);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or IOException)
        {
            Interlocked.Increment(ref answers.Failures);
        }
    }

    static void Tell(Table table, string when, Outcome outcome)
    {
        Tell($"{when}: readers", outcome.Readers);
        Tell($"{when}: health", outcome.Health);
        if (!outcome.Attackers.Times.IsEmpty)
            Tell($"{when}: attackers", outcome.Attackers);

        void Tell(string who, Answers answers)
        {
            table.Add($"{who}, answers", answers.Times.Count);
            table.Add($"{who}, p50, ms", Percentiles.Of(answers.Times, 0.5));
            table.Add($"{who}, p99, ms", Percentiles.Of(answers.Times, 0.99));
            table.Add($"{who}, worst, ms", answers.Times.Max());
            table.Add($"{who}, refused (503)", answers.Refused);
            table.Add($"{who}, failures", answers.Failures);
        }
    }

    /// <summary>What readers read: the home page, lists, searches, and every report.</summary>
    static async Task<IReadOnlyList<string>> Addresses(ServerProcess server) =>
        [
            .. (await server.Get("/sitemap.xml"))
                .Split("/reports/")
                .Skip(1)
                .Select(rest => "/reports/" + rest.Split('<')[0])
                .SelectMany(report => new[] { report, "/", "/archive", "/search?q=工作" }),
        ];

    static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
