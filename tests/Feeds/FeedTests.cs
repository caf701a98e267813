using System.Globalization;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Feeds;

public sealed class FeedTests(FeedTests.Running running) : IClassFixture<FeedTests.Running>
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public sealed class Running()
        : SharedSite(
            ContentOf
                .Pillars()
                .With("政治机关/图.png", [1])
                .With(
                    "政治机关/2021-08-31-甲.md",
                    "---\n标题: 甲<b>&\n网址: jia\n作者: 某人\n关键词: [一, 二]\n修订日期: 2021-09-02\n---\n## 一、开头\n\n正文[^1]。\n\n![图](图.png)\n\n[^1]: 注。"
                )
                .With(
                    "政治机关/2021-09-01-乙.md",
                    "---\n标题: 乙\n网址: yi\nunit: second\n摘要: 一句话。\n---\n正文]]>。"
                )
                .With("政治机关/2021-09-03-丙.md", "---\n草稿: 是\n---\n# 丙")
                .With("政治机关/2021-09-04-丁.md", "---\n撤稿: 有误。\n---\n# 丁")
                .With("政治机关/2026-11-25-戊.md", "# 戊")
        );

    [Fact]
    public async Task The_feed_is_Atom()
    {
        var answer = await running.Site.Get("/feed.xml");
        Assert.Equal((200, "application/atom+xml; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        var feed = XDocument.Load(new MemoryStream(answer.Bytes)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("试验站", feed.Element(Atom + "title")!.Value);
        Assert.Equal("https://www.example.cn/", feed.Element(Atom + "id")!.Value);
        Assert.Equal("2021-09-02T00:00:00+08:00", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(
            ["self https://www.example.cn/feed.xml", "alternate https://www.example.cn/"],
            feed.Elements(Atom + "link")
                .Select(link => $"{(string?)link.Attribute("rel")} {(string?)link.Attribute("href")}")
        );
    }

    [Fact]
    public async Task Only_what_is_visible_is_told_the_newest_first() =>
        Assert.Equal(
            ["乙", "甲<b>&"],
            (await Entries(running.Site)).Select(entry => entry.Element(Atom + "title")!.Value)
        );

    [Fact]
    public async Task An_entry_has_all_that_a_feed_reader_shows()
    {
        var entry = (await Entries(running.Site))[1];
        string Text(string name) => entry.Element(Atom + name)!.Value;
        Assert.Equal("https://www.example.cn/reports/jia", Text("id"));
        Assert.Equal("https://www.example.cn/reports/jia", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(("2021-08-31T00:00:00+08:00", "2021-09-02T00:00:00+08:00"), (Text("published"), Text("updated")));
        Assert.Equal("某人", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(
            ["一", "二"],
            entry.Elements(Atom + "category").Select(category => category.Attribute("term")!.Value)
        );
        Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.Contains("正文", Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_author_the_unit_is_named()
    {
        var entry = (await Entries(running.Site))[0];
        Assert.Equal("第二试验单位", entry.Element(Atom + "author")!.Value);
        Assert.Equal("一句话。", entry.Element(Atom + "summary")!.Value);
        Assert.Contains("正文]]&gt;。", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_and_pictures_of_the_body_lead_to_the_site_from_anywhere()
    {
        var content = (await Entries(running.Site))[1].Element(Atom + "content")!;
        var start = new Uri(content.Attribute(XNamespace.Xml + "base")!.Value);
        var body = new HtmlParser().ParseDocument(content.Value);
        Assert.Equal(
            "https://www.example.cn/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%9B%BE.png",
            new Uri(start, body.QuerySelector("img")!.GetAttribute("src")).AbsoluteUri
        );
        Assert.StartsWith(
            "https://www.example.cn/reports/jia#",
            new Uri(start, body.QuerySelector("a[href^='#']")!.GetAttribute("href")).AbsoluteUri,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_entry_keeps_its_id_when_its_file_moves_and_its_title_changes()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Report("# 旧题目"), content =>
            content.Without("政治机关/2021-08-31-试验.md").With("书香机关/2021/2021-08-31-试验.md", "# 新题目")
        );
        var before = Assert.Single(await Entries(test));
        await test.LetScan();
        var after = Assert.Single(await Entries(test));
        Assert.Equal(
            ("旧题目", "新题目"),
            (before.Element(Atom + "title")!.Value, after.Element(Atom + "title")!.Value)
        );
        Assert.Equal(before.Element(Atom + "id")!.Value, after.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task A_scheduled_report_is_told_at_its_minute()
    {
        await using var test = await TestSite.Of(ContentOf.Report("---\n发布日期: 2026-11-24 12:30\n---\n# 甲"));
        Assert.Empty(await Entries(test));
        test.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Single(await Entries(test));
    }

    [Fact]
    public async Task The_feed_holds_the_newest_twenty()
    {
        var content = ContentOf.Pillars();
        for (var day = 1; day <= 25; day++)
            content.With($"政治机关/2021-01-{day:00}-甲.md", $"# 第{day}日");
        await using var test = await TestSite.Of(content);
        var titles = (await Entries(test)).Select(entry => entry.Element(Atom + "title")!.Value);
        Assert.Equal(
            Enumerable.Range(6, 20).Reverse().Select(day => string.Create(CultureInfo.InvariantCulture, $"第{day}日")),
            titles
        );
    }

    [Theory]
    [InlineData("# 甲\u0001乙\n\n正文\u0002。")]
    [InlineData("---\ntitle: \"甲\\u0001乙\"\nkeywords: [\"一\\u0003\"]\n---\n正文\ufffe。")]
    public async Task Characters_that_XML_cannot_hold_break_nothing(string report)
    {
        await using var test = await TestSite.Of(ContentOf.Report(report));
        var entry = Assert.Single(await Entries(test));
        Assert.Equal("甲乙", entry.Element(Atom + "title")!.Value);
    }

    [Fact]
    public async Task Characters_beyond_the_first_plane_are_kept()
    {
        await using var test = await TestSite.Of(ContentOf.Report("# 甲𠮷\u0001😀"));
        Assert.Equal("甲𠮷😀", Assert.Single(await Entries(test)).Element(Atom + "title")!.Value);
    }

    static async Task<IReadOnlyList<XElement>> Entries(TestSite test) =>
        [.. XDocument.Load(new MemoryStream((await test.Get("/feed.xml")).Bytes)).Root!.Elements(Atom + "entry")];
}
