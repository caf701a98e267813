using System.IO.Compression;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Caching;

public sealed class PageCacheMiddlewareTests
{
    const string Jia = "政治机关/2021-08-31-jia.md";
    const string Yi = "书香机关/2021-08-30-bing.md";

    static ContentOf Two => ContentOf.Report("# 甲的报告\n\n正文。", Jia).With(Yi, "# 乙的报告\n\n另一篇。");

    [Fact]
    public async Task A_page_is_rendered_once_and_stays_the_same()
    {
        await using var site = await TestSite.Of(Two);
        var (first, second, head) = (
            await site.Get("/reports/2021-08-31-jia"),
            await site.Get("/reports/2021-08-31-jia"),
            await site.Send("HEAD", "/reports/2021-08-31-jia")
        );
        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Matches("^\"[0-9a-f]+\"$", first["ETag"]);
        Assert.Equal(
            first.Headers.Where(header => header.Key != "Date"),
            second.Headers.Where(header => header.Key != "Date")
        );
        Assert.Equal(
            first.Headers.Where(header => header.Key != "Date"),
            head.Headers.Where(header => header.Key != "Date")
        );
        Assert.Equal(1, site.Pages.Rendered);
    }

    [Fact]
    public async Task A_thousand_first_visits_at_once_are_one_rendering()
    {
        await using var site = await TestSite.Of(Two);
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => site.Get("/")));
        Assert.All(answers, answer => Assert.Equal((200, answers[0]["ETag"]), (answer.Status, answer["ETag"])));
        Assert.Equal(1, site.Pages.Rendered);
    }

    [Fact]
    public async Task Each_way_of_reading_has_its_own_page()
    {
        await using var site = await TestSite.Of(Two);
        string[] cookies =
        [
            "",
            "reader=elder",
            "reader=elder.contrast",
            "reader=elder",
            "reader=elder.nonsense; other=1",
            "other=1",
        ];
        var answers = new List<Answer>();
        foreach (var cookie in cookies)
            answers.Add(await site.Get("/archive", ("Cookie", cookie)));
        Assert.Equal(
            ["", "reader-elder", "reader-elder reader-contrast", "reader-elder", "reader-elder", ""],
            answers.Select(answer =>
                answer.Text.Split("<html lang=\"zh-CN\"")[1].Split('>')[0].Replace(" class=", "").Trim('"')
            )
        );
        Assert.Equal(3, answers.Select(answer => answer["ETag"]).Distinct().Count());
        Assert.Equal(3, site.Pages.Rendered);
        Assert.All(answers, answer => Assert.Equal("Cookie, Accept-Encoding", answer["Vary"]));
    }

    [Fact]
    public async Task What_machines_read_is_the_same_for_every_reader()
    {
        await using var site = await TestSite.Of(Two);
        string[] addresses =
        [
            "/feed.xml",
            "/pillars/zhengzhi/feed.xml",
            "/sitemap.xml",
            "/robots.txt",
            "/reports/2021-08-31-jia.md",
            "/reports/2021-08-31-jia/qr.svg",
        ];
        foreach (var address in addresses)
        {
            var answer = await site.Get(address, ("Cookie", "reader=elder"));
            Assert.Equal((answer["ETag"], "Accept-Encoding"), ((await site.Get(address))["ETag"], answer["Vary"]));
        }
        Assert.Equal(addresses.Length, site.Pages.Rendered);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", "")]
    [InlineData("identity, br;q=0.5", "")]
    [InlineData("identity;q=0, gzip;q=0.1", "gzip")]
    [InlineData("gzip;q=0", "")]
    [InlineData("deflate", "")]
    [InlineData("br;q=x, ,;", "")]
    [InlineData("", "")]
    public async Task A_page_comes_in_the_coding_that_is_wanted_most(string accept, string coding)
    {
        await using var site = await TestSite.Of(Two);
        var (plain, coded) = (await site.Get("/archive"), await site.Get("/archive", ("Accept-Encoding", accept)));
        Assert.Equal(coding, coded["Content-Encoding"]);
        Assert.Equal(plain["ETag"].Trim('"') + (coding.Length > 0 ? "-" + coding : ""), coded["ETag"].Trim('"'));
        Assert.Equal(plain.Text, Decoded(coded, coding));
        Assert.Equal(1, site.Pages.Rendered);
    }

    [Theory]
    [InlineData("/search?q=报告", 200, "br")]
    [InlineData("/search?q=报告", 200, "gzip")]
    [InlineData("/reports/nothing", 404, "br")]
    [InlineData("/nothing", 404, "gzip")]
    public async Task What_is_not_kept_is_compressed_too(string address, int status, string coding)
    {
        await using var site = await TestSite.Of(Two);
        var (plain, coded) = (await site.Get(address), await site.Get(address, ("Accept-Encoding", coding)));
        Assert.Equal(
            (status, coding, "Cookie, Accept-Encoding", ""),
            (coded.Status, coded["Content-Encoding"], coded["Vary"], plain["Content-Encoding"])
        );
        Assert.EndsWith("</html>", Decoded(coded, coding).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_page_is_told_so()
    {
        await using var site = await TestSite.Of(Two);
        var page = await site.Get("/", ("Accept-Encoding", "br"));
        foreach (var known in new[] { page["ETag"], "W/" + page["ETag"], "\"other\", " + page["ETag"], "*" })
        {
            var answer = await site.Get("/", ("Accept-Encoding", "br"), ("If-None-Match", known));
            Assert.Equal(
                (304, 0, page["ETag"], page["Vary"], page["Cache-Control"], ""),
                (
                    answer.Status,
                    answer.Bytes.Length,
                    answer["ETag"],
                    answer["Vary"],
                    answer["Cache-Control"],
                    answer["Content-Type"]
                )
            );
        }
        foreach (var other in new[] { "\"other\"", "nonsense", page["ETag"].Replace("-br", "") })
            Assert.Equal(200, (await site.Get("/", ("Accept-Encoding", "br"), ("If-None-Match", other))).Status);
        Assert.Equal(
            304,
            (await site.Send("HEAD", "/", ("Accept-Encoding", "br"), ("If-None-Match", page["ETag"]))).Status
        );
    }

    [Fact]
    public async Task A_first_visitor_who_has_the_page_is_told_so()
    {
        await using var site = await TestSite.Of(Two);
        var tag = (await site.Get("/archive"))["ETag"];
        site.Clock.Advance(TimeSpan.FromDays(1));
        var answer = await site.Get("/archive", ("If-None-Match", tag));
        Assert.Equal(
            (304, 0, "", 2),
            (answer.Status, answer.Bytes.Length, answer["Content-Type"], site.Pages.Rendered)
        );
    }

    [Theory]
    [InlineData("/?utm_source=x", "/")]
    [InlineData("/?p=2", "/")]
    [InlineData("/?%", "/")]
    [InlineData("/archive?utm_source=x&p=1", "/archive")]
    [InlineData("/archive?p=01", "/archive")]
    [InlineData("/archive?q=甲", "/archive")]
    [InlineData("/reports/2021-08-31-jia?p=7", "/reports/2021-08-31-jia")]
    [InlineData("/feed.xml?p=7", "/feed.xml")]
    public async Task A_query_that_the_page_does_not_know_makes_no_other(string asked, string plain)
    {
        await using var site = await TestSite.Of(Two);
        Assert.Equal((await site.Get(plain)).Text, (await site.Get(asked)).Text);
        Assert.Equal(1, site.Pages.Rendered);
    }

    [Fact]
    public async Task Each_page_of_a_list_is_one()
    {
        var content = ContentOf.Pillars();
        foreach (var day in Enumerable.Range(1, 28))
            content.With($"政治机关/2021-01-{day:00}-report{day}.md", $"# 第{day}篇");
        await using var site = await TestSite.Of(content);
        var (first, second) = (await site.Get("/archive"), await site.Get("/archive?p=2"));
        Assert.NotEqual(first["ETag"], second["ETag"]);
        Assert.Contains("back=%2Farchive%3Fp%3D2", second.Text, StringComparison.Ordinal);
        Assert.Equal(second.Text, (await site.Get("/archive?x=1&p=002")).Text);
        Assert.Equal(2, site.Pages.Rendered);
        Assert.Equal((404, 404), ((await site.Get("/archive?p=99")).Status, (await site.Get("/archive?p=x")).Status));
    }

    [Theory]
    [InlineData("/reports/nothing", 404)]
    [InlineData("/search?q=甲", 200)]
    [InlineData("/reports/2021-08-31-jia?q=正文", 200)]
    [InlineData("/reader/elder", 302)]
    [InlineData("/healthz", 200)]
    [InlineData("/readyz", 200)]
    [InlineData("/ARCHIVE", 200)]
    [InlineData("/archive/", 200)]
    [InlineData("/reports/gone", 410)]
    public async Task What_is_no_page_is_not_kept(string address, int status)
    {
        await using var site = await TestSite.Of(
            Two.With("政治机关/2021-01-01-gone.md", "---\n网址: gone\n撤稿: 数据有误。\n---\n正文。")
        );
        Assert.Equal((status, status), ((await site.Get(address)).Status, (await site.Get(address)).Status));
        Assert.Equal(0, site.Pages.Size);
    }

    [Fact]
    public async Task A_preview_keeps_nothing()
    {
        await using var site = await TestSite.OfPreview(Two);
        await site.Get("/");
        Assert.Equal(("", 0, 0), ((await site.Get("/"))["ETag"], site.Pages.Rendered, site.Pages.Size));
    }

    [Fact]
    public async Task Without_memory_pages_are_served_all_the_same()
    {
        await using var site = await TestSite.Of(Two, cache: 0);
        Assert.Equal((200, 200), ((await site.Get("/")).Status, (await site.Get("/archive")).Status));
        Assert.Equal(0, site.Pages.Size);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Pages_take_no_more_memory_than_they_may()
    {
        var content = ContentOf.Pillars();
        foreach (var day in Enumerable.Range(1, 28))
            content.With($"政治机关/2021-01-{day:00}-report{day}.md", $"# 第{day}篇\n\n{new string('字', 20_000)}");
        await using var site = await TestSite.Of(content, cache: 1);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            foreach (var day in Enumerable.Range(1, 28))
                Assert.Equal(200, (await site.Get($"/reports/2021-01-{day:00}-report{day}")).Status);
        }
        Assert.InRange(site.Pages.Size, 1, 1024 * 1024);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_changed_report_is_seen_wherever_it_is_shown_and_leaves_the_rest_as_it_is()
    {
        await using var site = await TestSite.Of(Two.With("site.yml", ContentOf.SiteYml));
        string[] changing =
        [
            "/",
            "/archive",
            "/archive/2021",
            "/pillars/zhengzhi",
            "/feed.xml",
            "/pillars/zhengzhi/feed.xml",
            "/reports/2021-08-31-jia",
            "/reports/2021-08-31-jia.md",
        ];
        string[] staying = ["/pillars/shuxiang/feed.xml", "/reports/2021-08-30-bing.md", "/robots.txt", "/sitemap"];
        foreach (var address in changing.Concat(staying))
            await site.Get(address);
        var before = new Dictionary<string, string>();
        foreach (var address in staying)
            before[address] = (await site.Get(address))["ETag"];

        site.Content.With(Jia, "# 改过的题目\n\n正文。");
        await site.UntilSaid("/reports/2021-08-31-jia", "改过的题目");
        foreach (var address in changing)
            Assert.Contains("改过的题目", (await site.Get(address)).Text, StringComparison.Ordinal);
        foreach (var address in staying)
            Assert.Equal(
                (address, 304),
                (address, (await site.Get(address, ("If-None-Match", before[address]))).Status)
            );

        site.Content.With(Jia, "---\n标题: 改过的题目\n撤稿: 数据有误。\n---\n\n正文。");
        await site.UntilSaid("/reports/2021-08-31-jia", "已经撤稿");
        string[] telling = ["/", "/feed.xml", "/pillars/zhengzhi/feed.xml"];
        foreach (var address in telling)
            Assert.Contains("数据有误。", (await site.Get(address)).Text, StringComparison.Ordinal);
        foreach (var address in changing.SkipLast(2).Except(telling))
            Assert.DoesNotContain("改过的题目", (await site.Get(address)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await site.Get("/reports/2021-08-31-jia.md")).Status);
    }

    [Fact]
    public async Task Pages_that_show_nothing_of_what_an_edition_changed_stay_in_memory()
    {
        await using var site = await TestSite.Of(Two);
        string[] staying =
        [
            "/reports/2021-08-30-bing",
            "/reports/2021-08-30-bing.md",
            "/reports/2021-08-30-bing/qr.svg",
        ];
        foreach (var address in staying)
            await site.Get(address);
        site.Content.With(Jia, "# 甲的报告\n\n改过的正文。");
        await site.UntilSaid("/reports/2021-08-31-jia", "改过的正文");
        var before = site.Pages.Rendered;
        foreach (var address in staying)
            Assert.Equal(200, (await site.Get(address)).Status);
        Assert.Equal(before, site.Pages.Rendered);

        // Related reports are found by titles, among all.
        site.Content.With(Jia, "# 甲的另一个报告\n\n改过的正文。");
        await site.UntilSaid("/reports/2021-08-31-jia", "另一个");
        before = site.Pages.Rendered;
        foreach (var address in staying)
            Assert.Equal(200, (await site.Get(address)).Status);
        Assert.Equal(before + staying.Length, site.Pages.Rendered);

        // At midnight the days on which the site is grey begin and end.
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Get(staying[0]);
        Assert.Equal(before + staying.Length + 1, site.Pages.Rendered);
    }

    [Fact]
    public async Task A_scheduled_minute_and_a_last_one_are_kept_to_the_second()
    {
        await using var site = await TestSite.Of(
            Two.With(
                "政治机关/2021-01-01-later.md",
                "---\n标题: 定时的\n网址: later\n发布日期: 2026-11-24 12:30\n下线日期: 2026-11-24 13:30\n---\n正文。"
            )
        );
        async Task<(int, bool)> Seen() =>
            (
                (await site.Get("/reports/later")).Status,
                (await site.Get("/archive")).Text.Contains("定时的", StringComparison.Ordinal)
            );
        foreach (
            var (minutes, seen) in new[]
            {
                (0, (404, false)),
                (29, (404, false)),
                (1, (200, true)),
                (59, (200, true)),
                (1, (410, false)),
            }
        )
        {
            site.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(seen, await Seen());
        }
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task An_index_made_anew_never_confirms_an_old_page()
    {
        await using var first = await TestSite.Of(ContentOf.Report("# 甲的报告\n\n正文。", Jia));
        await using var other = await TestSite.Of(ContentOf.Report("# 甲的报告\n\n改过的正文。", Jia));
        await using var same = await TestSite.Of(ContentOf.Report("# 甲的报告\n\n正文。", Jia));
        const string Address = "/reports/2021-08-31-jia";
        var tag = (await first.Get(Address))["ETag"];
        Assert.Equal(200, (await other.Get(Address, ("If-None-Match", tag))).Status);
        Assert.Equal(304, (await same.Get(Address, ("If-None-Match", tag))).Status);
    }

    static string Decoded(Answer answer, string coding)
    {
        var bytes = new MemoryStream(answer.Bytes);
        using Stream plain = coding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        return new StreamReader(plain).ReadToEnd();
    }
}
