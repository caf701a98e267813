using System.Net;
using AngleSharp.Dom;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

public sealed class ReportTests
{
    const string Whole = """
        ---
        title: 一份<报告>
        date: 2021-08-31 09:30
        unit: 第二单位
        source: 来源处
        author: 某人
        slug: whole
        aliases: [old]
        attachments: [附件/表.csv]
        updated: 2021-09-01
        change: 改了一个数。
        ---
        第一段。

        ## 一、开头

        文字。

        ## 二、结尾

        文字。
        """;

    static ContentOf Folder() => ContentOf.Report(Whole).With("政治机关/附件/表.csv", new byte[2048]);

    static string Text(IParentNode page, string selector) =>
        string.Join(
            ' ',
            page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    [Fact]
    public async Task A_report_shows_what_its_head_says()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await site.Page("/reports/whole");
        Assert.Equal("一份<报告> - 试验站", page.Title);
        Assert.Equal("一份<报告>", page.QuerySelector("main h1")!.TextContent);
        Assert.Equal(
            "发布日期：2021-08-31 09:30 发布单位：第二单位 来源：来源处 作者：某人",
            Text(page, ".report-meta")
        );
        Assert.Equal("2021-08-31 09:30 发布 2021-09-01 修订：改了一个数。", Text(page, ".revision-history"));
        Assert.Equal("表 CSV，2 KB", Text(page, ".attachments li"));
        Assert.Equal("您的位置：首页 › 政治机关 › 正文", Text(page, ".breadcrumbs"));
    }

    [Fact]
    public async Task The_outline_leads_to_each_section()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await site.Page("/reports/whole");
        var links = page.QuerySelectorAll(".outline a");
        Assert.Equal(["一、开头", "二、结尾"], links.Select(link => link.TextContent));
        Assert.All(links, link =>
            Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(link.GetAttribute("href")![1..])))
        );
    }

    [Fact]
    public async Task Neighbours_lead_on_within_the_pillar()
    {
        await using var site = await TestSite.Of(
            Folder().With("政治机关/2021-08-30-earlier.md", "# 前一篇").With("书香机关/2021-09-01-else.md", "# 别处")
        );
        var page = await site.Page("/reports/whole");
        Assert.Equal("/reports/2021-08-30-earlier", page.QuerySelector(".neighbours .earlier")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".neighbours .later"));
    }

    [Fact]
    public async Task The_footer_is_that_of_the_reports_unit_without_an_empty_row()
    {
        await using var site = await TestSite.Of(Folder().With("政治机关/2021-08-30-first.md", "# 默认单位的"));
        var full = await site.Page("/reports/2021-08-30-first");
        Assert.Equal(
            "主办单位：第一试验单位 地址：试验路1号 技术支持电话：000-00000001（工作日9:00—17:00） 本网站支持IPv6访问 推荐使用1024×768分辨率 苏公网安备32000000000001号 苏ICP备00000001号 站点地图 订阅",
            Text(full, ".site-footer")
        );
        Assert.Equal(
            "https://beian.mps.gov.cn/#/query/webSearch?code=32000000000001",
            full.QuerySelector(".site-footer a.police-record")!.GetAttribute("href")
        );
        Assert.Equal(
            "https://beian.miit.gov.cn/",
            full.QuerySelector(".site-footer a[href*=miit]")!.GetAttribute("href")
        );

        var bare = await site.Page("/reports/whole");
        Assert.Equal("主办单位：第二试验单位 站点地图 订阅", Text(bare, ".site-footer"));
        Assert.All(bare.QuerySelectorAll(".site-footer p"), row => Assert.NotEqual("", row.TextContent.Trim()));
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one()
    {
        await using var site = await TestSite.Of(Folder());
        var answer = await site.Http.GetAsync("/reports/old", TestContext.Current.CancellationToken);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/reports/whole"),
            (answer.StatusCode, answer.Headers.Location!.ToString())
        );
    }

    [Fact]
    public async Task A_withdrawn_report_is_gone_and_says_why()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n标题: 撤下的\n网址: gone\n撤稿: 数据有误。\n---\n不该看见的正文。")
        );
        var answer = await site.Http.GetAsync("/reports/gone", TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("数据有误。", html);
        Assert.DoesNotContain("不该看见", html);
    }

    [Theory]
    [InlineData("草稿: 是")]
    [InlineData("发布日期: 2026-11-25")]
    public async Task What_is_not_visible_is_not_found(string line)
    {
        await using var site = await TestSite.Of(ContentOf.Report($"---\n网址: hidden\n{line}\n---\n正文。"));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/hidden"));
    }

    [Fact]
    public async Task Hostile_words_of_a_head_stay_words()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report(
                "---\n标题: \"<script>alert(1)</script>\"\n来源: \"<img src=x onerror=alert(1)>\"\n网址: hostile\n---\n正文。"
            )
        );
        var page = await site.Page("/reports/hostile");
        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("main h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script, .report header img"));
    }
}
