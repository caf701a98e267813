using WorkReports.Hosting.Protection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>One client asks for the worst that there is, over and over, while others read: they are served, and nothing is left behind.</summary>
[Needs(NeedsAttribute.Time)]
public sealed class OverloadTests
{
    const int Attackers = 60;
    const int Readers = 50;
    const int Reports = 200;
    const int Rounds = 6;

    static readonly string[] Worst =
    [
        "/search/suggest?q=" + Repeat("xian", 50),
        "/search?q=" + Repeat("xian", 50),
        "/search.json?q=" + Repeat("xi", 100),
        "/search?q=" + Repeat("的+", 100),
        "/search?q=" + Repeat("先西按+", 3),
        "/search.json?q=" + Repeat("单位:第+", 40),
        "/search?q=的&p=2147483647",
        "/reports/r1?q=" + Repeat("的+", 100),
        "/nothing/" + Repeat("x", 1000),
    ];

    [Fact]
    public async Task Sixty_of_the_worst_requests_keep_none_of_fifty_readers_from_reading()
    {
        await using var site = await TestSite.Of(Content());
        await site.Get("/");
        using var done = new CancellationTokenSource();
        var attacks = Enumerable.Range(0, Attackers).Select(number => Attack(site, number, done.Token)).ToList();
        var health = Probe(site, done.Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, Readers).Select(number => Read(site, number)));
        await done.CancelAsync();

        Assert.All(answers.SelectMany(own => own), answer => Assert.Equal((answer.Address, 200), answer));
        Assert.InRange(await health, 1, int.MaxValue);
        // Half of the attackers left without taking their answers: these are not made to the end.
        await Task.WhenAll(attacks);
        var bulkheads = site.Service<Bulkheads>();
        await Wait.Until(
            () =>
                bulkheads.Searches.Running
                + bulkheads.Searches.Waiting
                + bulkheads.Renderings.Running
                + bulkheads.Renderings.Waiting
                + site.Service<UnsentBytes>().Count,
            left => left == 0
        );
        Assert.Equal(200, (await site.Get("/search?q=先西安")).Status);
    }

    static async Task<List<(string Address, int Status)>> Read(TestSite site, int reader)
    {
        var answers = new List<(string Address, int Status)>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (
                var address in new[]
                {
                    "/",
                    $"/reports/r{(reader * Rounds + round) % Reports}",
                    "/archive",
                    "/search?q=先西安",
                }
            )
                answers.Add((address, (await site.Get(address)).Status));
        }
        return answers;
    }

    static async Task<int> Probe(TestSite site, CancellationToken done)
    {
        var answered = 0;
        for (; !done.IsCancellationRequested; answered++)
        {
            Assert.Equal(200, (await site.Get("/healthz")).Status);
            Assert.Equal(200, (await site.Get("/readyz")).Status);
        }
        return answered;
    }

    static async Task Attack(TestSite site, int number, CancellationToken done)
    {
        for (var turn = number; !done.IsCancellationRequested; turn++)
        {
            using var connection = await RawConnection.To(site.Origin);
            await connection.Send(
                Uri.EscapeDataString(Worst[turn % Worst.Length])
                    .Replace("%2F", "/")
                    .Replace("%3F", "?")
                    .Replace("%3D", "=")
                    .Replace("%26", "&")
                    .Replace("%2B", "+")
            );
            if (number % 2 == 0)
                Assert.NotEqual(500, (await connection.Receive())?.Status);
        }
    }

    static ContentOf Content()
    {
        var content = ContentOf.Pillars();
        for (var number = 0; number < Reports; number++)
            content.With(
                $"政治机关/2021-{1 + number % 12:00}-{1 + number % 28:00}-r{number}.md",
                $"---\n标题: {Repeat("先西安", 20)}{number}\n网址: r{number}\n关键词: [{Repeat("西安", 20)}]\n---\n{Repeat("的", 300)}。\n\n{Repeat("先西安的工作。", 100)}\n"
            );
        return content;
    }

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
