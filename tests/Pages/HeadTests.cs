using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>What machines read in the head of each kind of page: it is there, nowhere else, and equal to what the page shows.</summary>
public sealed partial class HeadTests(SampleSite sample, HeadTests.Folder folder) : IClassFixture<HeadTests.Folder>
{
    readonly TestSite site = folder.Site;

    const string Origin = "https://www.example.cn";

    static readonly string[] OfArticles =
    [
        "ArticleTitle",
        "PubDate",
        "ContentSource",
        "Keywords",
        "Author",
        "Description",
        "Image",
        "Url",
    ];
    static readonly string[] OfColumns = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];

    public static readonly TheoryData<string> Lists =
    [
        "/pillars/zhengzhi",
        "/units",
        "/units/first",
        "/archive",
        "/archive?p=2",
        "/archive/2021",
    ];
    public static readonly TheoryData<string> Articles = ["/reports/whole", "/reports/plain"];
    public static readonly TheoryData<string> Others =
    [
        "/",
        "/search",
        "/search?q=正文",
        "/sitemap",
        "/reports/gone",
        "/reports/none",
        "/fails/500",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    [MemberData(nameof(Articles))]
    [MemberData(nameof(Others))]
    public async Task Every_page_names_the_site(string address)
    {
        var page = await Page(site, address);
        Assert.Equal(
            ["试验站", "www.example.cn", "3204000001"],
            new[] { "SiteName", "SiteDomain", "SiteIDCode" }.Select(name => Meta(page, name))
        );
    }

    [Fact]
    public async Task A_site_without_a_code_names_none()
    {
        await using var site = await TestSite.Of(ContentOf.Pillars());
        Assert.Null(Meta(await Page(site, "/"), "SiteIDCode"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_names_its_column_and_no_article(string address)
    {
        var page = await Page(site, address);
        Assert.Equal(page.QuerySelector("main h1")!.TextContent, Meta(page, "ColumnName"));
        Assert.All(OfColumns, name => Assert.NotEqual("", Meta(page, name) ?? ""));
        Assert.All(OfArticles, name => Assert.Null(Meta(page, name)));
        Assert.Equal(Meta(page, "description"), Meta(page, "og:description"));
    }

    [Theory]
    [InlineData("column-type: 概况信息", "概况信息")]
    [InlineData("栏目类别: 政策文件", "政策文件")]
    [InlineData("", "工作动态")]
    public async Task A_pillar_names_the_class_of_its_column(string line, string told)
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Report("---\n网址: in-it\n---\n正文。")
                .With("政治机关/_index.md", $"---\ntitle: 政治机关\nslug: zhengzhi\n{line}\n---\n介绍。\n")
        );
        foreach (var address in new[] { "/pillars/zhengzhi", "/reports/in-it" })
            Assert.Equal(told, Meta(await Page(site, address), "ColumnType"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_page_in_no_column_names_none(string address)
    {
        var page = await Page(site, address);
        Assert.All(OfColumns.Concat(OfArticles), name => Assert.Null(Meta(page, name)));
    }

    [Fact]
    public async Task An_article_says_what_its_page_shows()
    {
        var page = await Page(site, "/reports/whole");
        var shown = page.QuerySelectorAll(".report-meta span").Select(fact => fact.TextContent.Trim()).ToList();
        Assert.Equal(page.QuerySelector("main h1")!.TextContent, Meta(page, "ArticleTitle"));
        Assert.Equal("发布日期：" + Meta(page, "PubDate"), shown[0]);
        Assert.Contains("来源：" + Meta(page, "ContentSource"), shown);
        Assert.Contains("作者：" + Meta(page, "Author"), shown);
        Assert.Equal("试验,甲&乙", Meta(page, "Keywords"));
        Assert.Equal("一句话的<摘要>。", Meta(page, "Description"));
        Assert.Equal($"{Origin}/reports/whole", Meta(page, "Url"));
        Assert.EndsWith(". " + Meta(page, "Url"), page.QuerySelector(".citation")!.TextContent);
        Assert.Equal("政治机关", Meta(page, "ColumnName"));

        var image = Meta(page, "Image")!;
        Assert.StartsWith($"{Origin}/files/", image);
        Assert.Equal(HttpStatusCode.OK, await site.Status(image[Origin.Length..]));
        Assert.Equal(image, Meta(page, "og:image"));
    }

    [Theory]
    [InlineData("2021-08-31", "2021-08-31 00:00")]
    [InlineData("2021-08-31 09:30", "2021-08-31 09:30")]
    [InlineData("2021-08-31T20:30:59Z", "2021-09-01 04:30")]
    public async Task The_date_of_publication_is_Beijing_time_to_the_minute(string written, string told)
    {
        await using var site = await TestSite.Of(
            ContentOf.Report($"---\n网址: dated\n发布日期: {written}\n---\n正文。")
        );
        var page = await Page(site, "/reports/dated");
        Assert.Equal(told, Meta(page, "PubDate"));
        Assert.StartsWith(told.Replace(' ', 'T'), page.QuerySelector(".report-meta time")!.GetAttribute("datetime"));
        Assert.EndsWith("+08:00", Meta(page, "article:published_time"));
    }

    [Fact]
    public async Task What_an_article_lacks_it_does_not_claim()
    {
        var page = await Page(site, "/reports/plain");
        Assert.All(new[] { "Keywords", "Author", "Image", "og:image", "article:modified_time" }, name =>
            Assert.Null(Meta(page, name))
        );
        Assert.Equal("第一试验单位", Meta(page, "ContentSource"));
        Assert.Equal("综合", Meta(page, "ColumnName"));
        Assert.NotEqual("", Meta(page, "Description"));
    }

    [Fact]
    public async Task A_site_without_units_is_its_own_source()
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Nothing()
                .With("site.yml", "name: 小站")
                .With("综合/2021-01-01-a.md", "---\n网址: alone\n---\n正文。")
        );
        var page = await Page(site, "/reports/alone");
        Assert.Equal("小站", Meta(page, "ContentSource"));
        Assert.Contains("来源：小站", page.QuerySelector(".report-meta")!.TextContent);
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/?from=wechat&p=2", "/")]
    [InlineData("/archive", "/archive")]
    [InlineData("/archive?p=1", "/archive")]
    [InlineData("/archive?utm_source=x&p=2", "/archive?p=2")]
    [InlineData("/Archive/?p=02", "/archive?p=2")]
    [InlineData("/archive/2021?x=1", "/archive/2021")]
    [InlineData("/pillars/zhengzhi?p=2&x=%E4%B8%AD", "/pillars/zhengzhi?p=2")]
    [InlineData("/units", "/units")]
    [InlineData("/units/first?p=2", "/units/first?p=2")]
    [InlineData("/sitemap?x", "/sitemap")]
    [InlineData("/reports/whole?p=2&from=timeline", "/reports/whole")]
    [InlineData("/search", null)]
    [InlineData("/search?q=正文&p=2", null)]
    [InlineData("/reports/gone", null)]
    [InlineData("/reports/none", null)]
    [InlineData("/fails/500", null)]
    public async Task A_page_has_one_address_or_asks_to_be_left_out(string address, string? own)
    {
        var page = await Page(site, address);
        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        Assert.Equal(own is null ? null : Origin + own, canonical);
        Assert.Equal(canonical, Meta(page, "og:url"));
        Assert.Equal(own is null ? "noindex" : null, Meta(page, "robots"));
        Assert.Equal(own is not null, Json(page) is not null);
    }

    [Fact]
    public async Task Each_address_of_the_sitemap_is_the_one_of_its_page()
    {
        var map = XDocument.Parse(
            await sample.Site.Http.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken)
        );
        var addresses = map.Descendants()
            .Where(element => element.Name.LocalName == "loc")
            .Select(element => element.Value)
            .ToList();
        Assert.True(addresses.Count > 40);
        foreach (var address in addresses)
            Assert.Equal(
                address,
                (await sample.Site.Page(new Uri(address).PathAndQuery))
                    .QuerySelector("link[rel=canonical]")!
                    .GetAttribute("href")
            );
    }

    [Fact]
    public async Task What_is_shared_shows_the_pages_own_words()
    {
        var page = await Page(site, "/reports/whole");
        Assert.Equal(
            [
                "article",
                Meta(page, "ArticleTitle"),
                Meta(page, "Description"),
                "试验站",
                "zh_CN",
                "2021-08-31T09:30:00+08:00",
                "2021-09-01T00:00:00+08:00",
            ],
            new[]
            {
                "og:type",
                "og:title",
                "og:description",
                "og:site_name",
                "og:locale",
                "article:published_time",
                "article:modified_time",
            }.Select(name => Meta(page, name))
        );
        var home = await Page(site, "/");
        Assert.Equal(["website", "试验站"], new[] { "og:type", "og:title" }.Select(name => Meta(home, name)));
    }

    [Fact]
    public async Task The_title_tells_the_pages_of_a_list_apart()
    {
        Assert.Equal("政治机关 - 试验站", (await Page(site, "/pillars/zhengzhi")).Title);
        Assert.Equal("政治机关（第2页） - 试验站", (await Page(site, "/pillars/zhengzhi?p=2")).Title);
        Assert.Equal("搜索：正文（第2页） - 试验站", (await Page(site, "/search?q=正文&p=2")).Title);
    }

    [Theory]
    [InlineData("/", "/feed.xml")]
    [InlineData("/archive", "/feed.xml")]
    [InlineData("/reports/whole", "/feed.xml")]
    [InlineData("/pillars/zhengzhi", "/feed.xml,/pillars/zhengzhi/feed.xml")]
    [InlineData("/units/first", "/feed.xml,/units/first/feed.xml")]
    public async Task The_feeds_that_follow_a_page_are_announced(string address, string feeds)
    {
        var links = (await Page(site, address)).QuerySelectorAll("link[rel=alternate][type='application/atom+xml']");
        Assert.Equal(feeds.Split(','), links.Select(link => link.GetAttribute("href")));
        Assert.Equal(links.Length, links.Select(link => link.GetAttribute("title")).Distinct().Count());
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, await site.Status(link.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_choice_made_where_nothing_was_found_leads_back_there()
    {
        var choice = (await Page(site, "/nothing/%E4%B8%AD?x=%E6%96%87"))
            .QuerySelector(".utility-bar-elder")!
            .GetAttribute("href");
        Assert.Equal("/reader/elder?back=" + Uri.EscapeDataString("/nothing/%E4%B8%AD?x=%E6%96%87"), choice);
    }

    static string? Meta(IDocument page, string name) =>
        page.QuerySelectorAll("meta")
            .SingleOrDefault(meta => meta.GetAttribute("name") == name || meta.GetAttribute("property") == name)
            ?.GetAttribute("content");

    /// <summary>The page as it stands, found or not.</summary>
    static async Task<IHtmlDocument> Page(TestSite site, string address)
    {
        var answer = await site.Http.GetAsync(address, TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>A site with one of everything, served once for these tests.</summary>
    public sealed class Folder() : SharedSite(Content())
    {
        static ContentOf Content()
        {
            var content = ContentOf
                .Pillars()
                .With("site.yml", ContentOf.SiteYml + "\nsite-code: \"3204000001\"")
                .With("政治机关/图.png", [0x89, 0x50, 0x4e, 0x47])
                .With("综合/2021-05-01-plain.md", "---\n标题: 平常\n网址: plain\n---\n正文。")
                .With("政治机关/2021-04-01-gone.md", "---\n标题: 撤下\n网址: gone\n撤稿: 数据有误。\n---\n正文。")
                .With(
                    "政治机关/2021-08-31-whole.md",
                    """
                    ---
                    标题: 一份<报告> & “引号”
                    网址: whole
                    发布日期: 2021-08-31 09:30
                    来源: 来源<处> & 甲
                    作者: 某"人"
                    摘要: 一句话的<摘要>。
                    关键词: [试验, 甲&乙]
                    封面: 图.png
                    修订日期: 2021-09-01
                    ---
                    正文。
                    """
                );
            for (var day = 1; day <= 21; day++)
                content.With($"政治机关/2021-01-{day:00}-甲.md", "正文。");
            return content;
        }
    }
}
