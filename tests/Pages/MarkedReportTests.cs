using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>A report that is opened from a search shows the words marked.</summary>
public sealed class MarkedReportTests
{
    static async Task<AngleSharp.Dom.IElement> Body(string markdown, string query)
    {
        await using var site = await TestSite.Of(ContentOf.Report($"---\n网址: a\n---\n{markdown}"));
        return (await site.Page("/reports/a?q=" + Uri.EscapeDataString(query))).QuerySelector("#page-body")!;
    }

    [Theory]
    [InlineData("机关书屋开放。", "书屋", "机关<mark>书屋</mark>开放。")]
    [InlineData("机关**书**屋开放。", "书屋", "机关<strong><mark>书</mark></strong><mark>屋</mark>开放。")]
    [InlineData(
        "机關書屋，ＡＢＣ与abc。",
        "书屋 abc",
        "机關<mark>書屋</mark>，<mark>ＡＢＣ</mark>与<mark>abc</mark>。"
    )]
    [InlineData(
        "甲 & 乙 <https://a.example/?甲>",
        "甲",
        "<mark>甲</mark> &amp; 乙 <a href=\"https://a.example/?%E7%94%B2\" rel=\"external noopener noreferrer\">https://a.example/?<mark>甲</mark></a>"
    )]
    [InlineData("书。屋", "书屋", "书。屋")]
    public async Task The_words_are_marked_and_nothing_else_changes(string markdown, string query, string expected)
    {
        var paragraph = (await Body(markdown, query)).QuerySelector("p")!;
        Assert.Equal(expected, paragraph.InnerHtml);
    }

    [Fact]
    public async Task Neither_the_canonical_address_nor_the_words_depend_on_the_search()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n网址: a\n---\n## 一、书屋\n\n机关书屋[^1]开放 & 上新。\n\n[^1]: 注。\n")
        );
        var (plain, marked) = (
            await site.Page("/reports/a"),
            await site.Page("/reports/a?q=" + Uri.EscapeDataString("书屋 上新 a b <"))
        );
        Assert.Equal(
            plain.QuerySelector("link[rel=canonical]")!.GetAttribute("href"),
            marked.QuerySelector("link[rel=canonical]")!.GetAttribute("href")
        );
        Assert.Equal(plain.QuerySelector("#page-body")!.TextContent, marked.QuerySelector("#page-body")!.TextContent);
        Assert.Equal(3, marked.QuerySelectorAll("#page-body mark").Length);
    }
}
