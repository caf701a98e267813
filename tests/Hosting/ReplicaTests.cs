using System.Net;
using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>
/// Three servers over one record, each with an index of its own: one that grew with every edit, one that followed from the beginning, one
/// that was made anew later, beside a copy of the content. A balancer may send a reader to any.
/// </summary>
[Needs(NeedsAttribute.Program)]
public sealed partial class ReplicaTests : IAsyncLifetime
{
    static readonly string[] More =
    [
        "/search?q=学习",
        "/search?q=学习&p=2",
        "/search?q=学习 情况&sort=date",
        "/search?q=标题:第",
        "/search?q=没有这个词",
        "/search?q=学系",
        "/search?unit=second",
        "/search.json?q=学习",
        "/search.json?q=学习&p=2",
        "/search.json?q=学&pillar=shuxiang",
        "/search.json?q=学系",
        "/search/suggest?q=学",
        "/search/suggest?q=清",
        "/reports/r-3?q=学习",
        "/reports/r-1/qr.svg",
        "/reports/r-1.md",
        "/reports/none",
        "/reports/2021-01-01-old",
        "/reports/deleted",
        "/reports/withdrawn",
        "/reports/over",
        "/reports/later",
        "/robots.txt",
        "/opensearch.xml",
        "/sitemap.xml",
        "/feed.xml",
        "/pillars/zhengzhi/feed.xml",
        "/pillars/shuxiang/feed.xml",
        "/units/first/feed.xml",
        "/archive?p=2",
        "/archive?p=9",
        "/files/政治机关/附件/数据.csv",
        "/files/政治机关/附件/图.svg",
        "/css/base.css",
    ];

    readonly ContentOf content = ContentOf.Pillars();
    PostgresServer postgres = null!;
    TestSite old = null!;
    TestSite follower = null!;
    TestSite young = null!;

    public async ValueTask InitializeAsync()
    {
        postgres = await PostgresServer.Started();
        old = await TestSite.With(content, Share);
        follower = await TestSite.OfFolder(content.Folder, Share);
        await Write(Files().Reverse().Select(file => (file.Path, file.Text.Replace("学习", "练习"))));
        await Write(Files().Reverse());
        content.Moved("政治机关/2021-01-01-old.md", "书香机关/2021-01-01-new.md").Without("政治机关/2021-01-01-删.md");
        await old.UntilStatus("/reports/2021-01-01-old", HttpStatusCode.MovedPermanently);
        await old.UntilStatus("/reports/deleted", HttpStatusCode.Gone);
        await UntilPublished();

        var copy = ContentOf.Copy(content.Folder);
        foreach (var file in Directory.EnumerateFiles(copy.Folder, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        young = await TestSite.With(copy, Share);
        await Wait.Until(
            () => new[] { follower, young }.All(site => site.Journal.Head() == old.Journal.Head()),
            all => all
        );
    }

    Settings Share(Settings settings) => settings with { Journal = postgres.Address };

    /// <summary>In several editions.</summary>
    async Task Write(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            content.With(path, text);
            if (path.EndsWith("3.md", StringComparison.Ordinal))
                await UntilPublished();
        }
        await UntilPublished();
    }

    /// <summary>Many that are as good as each other: of one day, with the same words.</summary>
    static IEnumerable<(string Path, string Text)> Files()
    {
        foreach (var number in Enumerable.Range(1, 70))
        {
            var (folder, day) = (number % 3 == 0 ? "书香机关" : "政治机关", 1 + number % 2);
            yield return (
                $"{folder}/2024-05-0{day}-r{number}.md",
                $"---\n标题: 学习情况第{number}期\n网址: r-{number}\n发布单位: {(number % 4 == 0 ? "第二单位" : "第一单位")}\n关键词: [清单]\n---\n学习的情况，见[总报告](../综合/2026-07-01-综合.md)。\n"
            );
        }
        yield return (
            "综合/2026-07-01-综合.md",
            "---\n标题: 学习总报告\n网址: general\n附件: [../政治机关/附件/数据.csv]\n---\n\n## 政治机关\n\n学习。![图](../政治机关/附件/图.svg)\n\n## 书香机关\n\n学习。\n"
        );
        yield return ("政治机关/附件/数据.csv", "项目,数\n学习,1\n");
        yield return (
            "政治机关/附件/图.svg",
            """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="2" y="20">学习</text></svg>"""
        );
        yield return ("政治机关/2021-01-01-old.md", "---\n标题: 要搬家的报告\n---\n正文。");
        yield return ("政治机关/2021-01-01-删.md", "---\n网址: deleted\n---\n# 要删的报告\n\n学习。");
        yield return (
            "政治机关/2021-01-02-撤.md",
            "---\n网址: withdrawn\n撤稿: 数据有误。\n---\n# 撤下的报告\n\n学习。"
        );
        yield return (
            "政治机关/2021-01-03-下.md",
            "---\n网址: over\n下线日期: 2022-01-01\n---\n# 下线的报告\n\n学习。"
        );
        yield return (
            "政治机关/2021-01-04-后.md",
            "---\n网址: later\n发布日期: 2030-01-01\n---\n# 以后的报告\n\n学习。"
        );
    }

    /// <summary>Waits until the site has every file as it is now.</summary>
    async Task UntilPublished()
    {
        // Always the same file: many that come and go within minutes are taken for an accident.
        var mark = $"{Guid.NewGuid():N}";
        content.With("书香机关/2020-01-01-mark.md", $"# 记号\n\n{mark}");
        await old.UntilSaid("/reports/2020-01-01-mark", mark);
    }

    [Fact]
    public async Task Whichever_answers_says_the_same()
    {
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>(["/", .. More]));
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            var one = await old.Get(address);
            foreach (var other in new[] { await follower.Get(address), await young.Get(address) })
            {
                Assert.Equal(
                    (address, one.Status, one["ETag"], one["Location"], one["Cache-Control"]),
                    (address, other.Status, other["ETag"], other["Location"], other["Cache-Control"])
                );
                Assert.Equal(Words(one), Words(other));
                if (!Taken().IsMatch(one.Text))
                    Assert.Equal(
                        (address, Convert.ToHexString(one.Bytes)),
                        (address, Convert.ToHexString(other.Bytes))
                    );
            }
            if (one["Content-Type"].StartsWith("text/html", StringComparison.Ordinal))
                foreach (Match link in Link().Matches(one.Text))
                    waiting.Enqueue(WebUtility.HtmlDecode(link.Groups["address"].Value));
        }
        Assert.True(seen.Count > 80, $"{seen.Count} addresses");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Compressed_bytes_and_their_tags_are_the_same_in_every_mode(string coding)
    {
        foreach (var address in new[] { "/", "/reports/general", "/archive", "/feed.xml" })
        {
            (string, string)[] wish = [("Accept-Encoding", coding), ("Cookie", "reader=elder.large")];
            var (one, other) = (await old.Get(address, wish), await young.Get(address, wish));
            Assert.Equal((await old.Get(address, wish[1])).Text, (await young.Get(address, wish[1])).Text);
            Assert.Equal(
                (one["ETag"], one["Content-Encoding"], Convert.ToHexString(one.Bytes)),
                (other["ETag"], other["Content-Encoding"], Convert.ToHexString(other.Bytes))
            );
        }
    }

    /// <summary>Without what each says of itself: how long it took.</summary>
    static string Words(Answer answer) => Taken().Replace(answer.Text, "");

    [GeneratedRegex(@"用时 [^<]*毫秒")]
    private static partial Regex Taken();

    [GeneratedRegex("""(?:href|src)="(?<address>/(?!reader/|/)[^"#]*)""")]
    private static partial Regex Link();

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { young, follower, old })
            await site.DisposeAsync();
        postgres.Dispose();
    }
}
