using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

public sealed class SearchTests
{
    [Fact]
    public async Task Hits_show_their_title_and_an_excerpt_with_the_words_marked()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n标题: 书屋开放\n网址: a\n---\n机关书屋每月上新<b>。</b>")
        );
        var page = await site.Page("/search?q=书屋");
        var hit = page.QuerySelector(".hits li")!;
        Assert.Equal(
            ("书屋开放", "/reports/a?q=%E4%B9%A6%E5%B1%8B"),
            (hit.QuerySelector("a")!.TextContent, hit.QuerySelector("a")!.GetAttribute("href"))
        );
        Assert.Equal(["书屋", "书屋"], hit.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("机关书屋每月上新。", hit.QuerySelector(".excerpt")!.TextContent.Trim());
        Assert.Equal("书屋", page.QuerySelector("#page-search")!.GetAttribute("value"));
        Assert.Contains("找到 1 篇", page.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Nothing_found_says_so_and_leads_on()
    {
        await using var site = await TestSite.Of(ContentOf.Report("正文。"));
        var page = await site.Page("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        Assert.Contains("没有找到", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.NotNull(page.QuerySelector("main a[href='/archive']"));
    }

    [Fact]
    public async Task An_empty_query_explains_itself()
    {
        await using var site = await TestSite.Of(ContentOf.Report("正文。"));
        Assert.Contains("请在上面的搜索框里", (await site.Page("/search")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_pages_of_a_search_keep_its_words()
    {
        var content = ContentOf.Pillars();
        for (var day = 1; day <= 21; day++)
            content.With($"政治机关/2021-01-{day:00}-甲.md", "党建 & 工作。");
        await using var site = await TestSite.Of(content);
        var next = (await site.Page("/search?q=" + Uri.EscapeDataString("党建 & 工作")))
            .QuerySelector(".paging a[rel=next]")!
            .GetAttribute("href")!;
        Assert.Single((await site.Page(next)).QuerySelectorAll(".hits > li"));
    }
}
