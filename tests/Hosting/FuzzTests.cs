using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Serilog.Events;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>However many broken requests fail nothing, and nobody beside them notices.</summary>
[Needs(NeedsAttribute.Time)]
public sealed partial class FuzzTests
{
    static readonly int Answers = Lane.Count(sample: 10_000, deep: 1_000_000);

    const int Clients = 4;

    static readonly string[] Sensible =
    [
        "/",
        "/archive",
        "/reports/a",
        "/search?q=甲",
        "/feed.xml",
        "/files/政治机关/图.png",
        "/css/base.css",
    ];

    readonly LogLines log = new();
    readonly int seed = Lane.Seed;

    static ContentOf Content() =>
        ContentOf
            .Pillars()
            .With("政治机关/图.png", [1, 2, 3, 4, 5, 6, 7, 8])
            .With(
                "政治机关/2021-08-31-甲.md",
                "---\n网址: a\n发布单位: 第一单位\n关键词: [甲]\n---\n# 甲\n\n![图](图.png)\n\n## 书香机关\n\n乙，“丙”。"
            )
            .With("书香机关/2021-08-30-撤.md", "---\n网址: withdrawn\n撤稿: 有误。\n---\n旧文。");

    /// <summary>
    /// All come from one address: a limit would keep them from what they are to break, and refuse the reader beside them. It is a proxy's, so
    /// that what it forwards is read.
    /// </summary>
    Task<TestSite> Open() =>
        TestSite.With(Content(), settings => settings with { SearchRate = 0, Proxies = "127.0.0.1" }, log.Log);

    [Fact]
    public async Task Broken_requests_are_refused_and_others_are_served()
    {
        await using var test = await Open();
        using var end = new CancellationTokenSource();
        var reader = Read(test, end.Token);
        var answered = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(number => Task.Run(() => Break(test, unchecked(seed + number))))
        );
        await end.CancelAsync();
        Assert.InRange(answered.Sum(), Answers, int.MaxValue);
        Assert.NotEqual(0, await reader);
        NothingFailed();
    }

    [Fact]
    public async Task Whoever_leaves_in_the_middle_leaves_no_trace()
    {
        await using var test = await Open();
        var broken = new BrokenRequests(seed);
        for (var number = 0; number < 300; number++)
        {
            using var client = await Wire.Connect(test);
            await client.GetStream().WriteAsync(broken.Batch(), TestContext.Current.CancellationToken);
            if (number % 2 == 0)
                client.Client.Shutdown(SocketShutdown.Send);
            else
                client.LingerState = new LingerOption(true, 0);
        }
        Assert.Equal(200, (await test.Get("/archive")).Status);
        NothingFailed();
    }

    void NothingFailed()
    {
        var failures = log
            .All.Where(line => line.Level >= LogEventLevel.Error || line.Exception is not null)
            .Select(line => $"{line.Text} {line.Exception}")
            .Take(3)
            .ToList();
        Assert.True(failures.Count == 0, $"Seed {seed}: {string.Join('\n', failures)}");
    }

    /// <summary>Goes on reading what is sensible; gives how often.</summary>
    static async Task<int> Read(TestSite test, CancellationToken end)
    {
        var times = 0;
        for (; !end.IsCancellationRequested; times++)
        {
            var address = Sensible[times % Sensible.Length];
            Assert.Equal((address, 200), (address, (await test.Get(address)).Status));
        }
        return times;
    }

    /// <summary>Sends batches until enough was answered; gives how much.</summary>
    static async Task<int> Break(TestSite test, int seed)
    {
        var broken = new BrokenRequests(seed);
        var answered = 0;
        while (answered < Answers / Clients)
        {
            var batch = broken.Batch();
            var statuses = StatusOf()
                .Matches(await Wire.Talk(test, batch))
                .Select(match => match.Groups["status"].Value)
                .ToList();
            // 505 is what the protocol has for a version that nobody speaks; the server says it before the site hears of it.
            Assert.False(
                statuses.Count == 0 || statuses.Any(status => status[0] == '5' && status != "505"),
                $"Seed {seed}: {string.Join(' ', statuses)} to {Encoding.Latin1.GetString(batch)}"
            );
            answered += statuses.Count;
        }
        return answered;
    }

    [GeneratedRegex(@"HTTP/1\.1 (?<status>\d{3}) ")]
    private static partial Regex StatusOf();
}
