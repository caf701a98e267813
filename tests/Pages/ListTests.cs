using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>Home, pillars, units, archive: what stands in which list, and how lists are paged.</summary>
public sealed class ListTests
{
    static ContentOf Many(int count)
    {
        var content = ContentOf.Pillars();
        for (var number = 1; number <= count; number++)
            content.With(
                $"政治机关/{2020 + number % 2}-01-{number:00}-n{number:000}.md",
                $"---\n标题: 第{number}篇\n发布单位: 第二单位\n---\n正文。"
            );
        return content;
    }

    [Theory]
    [InlineData("/pillars/zhengzhi")]
    [InlineData("/units/second")]
    [InlineData("/archive")]
    public async Task A_long_list_is_paged_by_plain_links(string address)
    {
        await using var site = await TestSite.Of(Many(25));
        var first = await site.Page(address);
        Assert.Equal(20, first.QuerySelectorAll(".report-list li").Length);
        Assert.Equal($"{address}?p=2", first.QuerySelector(".paging a[rel=next]")!.GetAttribute("href"));

        var second = await site.Page($"{address}?p=2");
        Assert.Equal(5, second.QuerySelectorAll(".report-list li").Length);
        Assert.Equal(address, second.QuerySelector(".paging a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(second.QuerySelector(".paging a[rel=next]"));
        Assert.Equal(
            25,
            first
                .QuerySelectorAll(".report-list a")
                .Concat(second.QuerySelectorAll(".report-list a"))
                .Select(link => link.GetAttribute("href"))
                .Distinct()
                .Count()
        );
    }

    [Theory]
    [InlineData("/archive?p=3")]
    [InlineData("/archive?p=0")]
    [InlineData("/archive?p=-1")]
    [InlineData("/archive?p=zwei")]
    [InlineData("/archive?p=99999999999999999999")]
    [InlineData("/archive/1999")]
    [InlineData("/pillars/none")]
    [InlineData("/units/none")]
    public async Task A_page_that_does_not_exist_is_not_found(string address)
    {
        await using var site = await TestSite.Of(Many(3));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status(address));
    }

    [Fact]
    public async Task A_year_lists_its_own_reports()
    {
        await using var site = await TestSite.Of(Many(5));
        var page = await site.Page("/archive/2021");
        Assert.Equal(
            ["第5篇", "第3篇", "第1篇"],
            page.QuerySelectorAll(".report-list a").Select(link => link.TextContent)
        );
        Assert.Equal(
            ["2021", "2020"],
            page.QuerySelectorAll(".year-links a").Select(link => link.FirstChild!.TextContent)
        );
    }

    [Fact]
    public async Task A_row_shows_date_title_and_unit()
    {
        await using var site = await TestSite.Of(ContentOf.Report("---\n标题: 题\n置顶: 是\n---\n正文。"));
        var row = (await site.Page("/archive")).QuerySelector(".report-list li")!;
        Assert.Equal("2021-08-31", row.QuerySelector("time")!.TextContent);
        Assert.Equal("置顶", row.QuerySelector(".pinned")!.TextContent);
        Assert.Equal("题", row.QuerySelector("a")!.TextContent);
        Assert.Equal("第一单位", row.QuerySelector(".report-list-unit")!.TextContent);
        Assert.Null((await site.Page("/units/first")).QuerySelector(".report-list-unit"));
    }

    [Fact]
    public async Task A_pillar_links_straight_to_the_section_that_speaks_of_it()
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Pillars()
                .With("综合/2021-08-31-whole.md", "# 全年\n\n## 一、政治机关\n\n甲。\n\n## 二、书香机关\n\n乙。")
        );
        var links = (await site.Page("/pillars/shuxiang")).QuerySelectorAll(".report-list a");
        Assert.Equal(["二、书香机关", "全年"], links.Select(link => link.TextContent));
        Assert.Equal("/reports/2021-08-31-whole#" + Uri.EscapeDataString("二-书香机关"), links[0].GetAttribute("href"));
    }

    [Fact]
    public async Task Home_shows_the_lead_and_a_column_for_each_pillar()
    {
        await using var site = await TestSite.Of(
            Many(3).With("书香机关/2019-01-01-lead.md", "---\n标题: 头条\n置顶: 是\n摘要: 一句摘要。\n---\n正文。")
        );
        var home = await site.Page("/");
        Assert.Equal("头条", home.QuerySelector(".lead h2")!.TextContent.Trim());
        Assert.Equal("一句摘要。", home.QuerySelector(".lead-summary")!.TextContent);
        Assert.Equal(
            ["政治机关", "书香机关"],
            home.QuerySelectorAll(".pillar-card h2").Select(heading => heading.TextContent)
        );
        Assert.Equal(
            ["第2篇", "第3篇", "第1篇"],
            home.QuerySelectorAll(".pillar-card")[0]
                .QuerySelectorAll("li a")
                .Select(link => link.TextContent)
                .OrderBy(title => title == "第1篇")
                .ThenBy(title => title)
        );
    }

    [Fact]
    public async Task Home_names_a_section_without_the_pillar_above_it()
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Pillars()
                .With(
                    "综合/2021-08-31-whole.md",
                    "# 全年\n\n## 一、政治机关：学在前面\n\n甲。\n\n## 二、书香机关\n\n乙。"
                )
        );
        Assert.Equal(
            ["学在前面", "二、书香机关"],
            (await site.Page("/")).QuerySelectorAll(".pillar-card li a").Select(link => link.TextContent)
        );
    }

    [Fact]
    public async Task A_pillar_that_an_admin_adds_is_there_at_once()
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Pillars()
                .With("创新机关/_index.md", "---\ntitle: 创新机关\nslug: chuangxin\n---\n介绍一句。")
                .With("创新机关/2021-01-01-new.md", "# 新")
        );
        var page = await site.Page("/pillars/chuangxin");
        Assert.Equal("介绍一句。", page.QuerySelector(".introduction")!.TextContent.Trim());
        Assert.Contains(page.QuerySelectorAll(".site-navigation a"), link => link.TextContent == "创新机关");
    }

    [Fact]
    public async Task A_folder_with_a_site_file_alone_is_a_site_that_says_so()
    {
        await using var site = await TestSite.Of(ContentOf.Nothing().With("site.yml", ""));
        foreach (var address in new[] { "/", "/archive", "/units", "/search?q=党建", "/sitemap" })
            Assert.Equal(HttpStatusCode.OK, await site.Status(address));
        Assert.Equal(
            "还没有已发布的报告",
            Assert.Single((await site.Page("/")).QuerySelectorAll("main h2")).TextContent
        );
        Assert.NotNull((await site.Page("/units")).QuerySelector(".empty"));
    }
}
