using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>长者模式 under the names that readers know it by, and the way back to how pages were.</summary>
public sealed class ElderModeHintTests(SampleSite sample)
{
    [Theory]
    [InlineData("长者模式", "", "进入长者模式", "/reader/elder?")]
    [InlineData(" 长辈版 ", "", "进入长者模式", "/reader/elder?")]
    [InlineData("亲情版", "contrast", "进入长者模式", "/reader/elder?")]
    [InlineData("关爱版", "", "进入长者模式", "/reader/elder?")]
    [InlineData("关怀版", "elder", "退出长者模式", "/reader/elder-off?")]
    public async Task Whoever_looks_for_it_is_shown_the_way(string query, string choices, string words, string address)
    {
        var way = (await Page("/search?q=" + Uri.EscapeDataString(query), choices)).QuerySelector(
            ".elder-mode-hint a"
        )!;
        Assert.Equal(words, way.TextContent);
        Assert.StartsWith(address, way.GetAttribute("href"));
    }

    [Fact]
    public async Task Whoever_looks_for_something_else_is_not() =>
        Assert.Null((await Page("/search?q=党建", "")).QuerySelector(".elder-mode-hint"));

    [Theory]
    [InlineData("", false)]
    [InlineData("large", true)]
    [InlineData("elder", true)]
    [InlineData("pointer", true)]
    public async Task What_was_chosen_can_be_undone_at_once(string choices, bool isOffered)
    {
        var reset = (await Page("/reports/sample-2025-annual", choices)).QuerySelector(
            ".reading-tools a[href^='/reader/reset?']"
        );
        Assert.Equal(isOffered ? "恢复默认" : null, reset?.TextContent);
    }

    async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(string address, string choices) =>
        new HtmlParser().ParseDocument(
            (await sample.Site.Get(address, ("Cookie", $"{ReaderPreferences.Cookie}={choices}"))).Text
        );
}
