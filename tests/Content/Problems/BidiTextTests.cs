using System.Net;
using WorkReports.Content.Problems;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Problems;

public sealed class BidiTextTests
{
    [Theory]
    [InlineData("工作报告", "工作报告")]
    [InlineData("甲\u202e乙", "\u2068甲\u202e乙\u202c\u2069")]
    [InlineData("甲\u2067乙\u202a丙", "\u2068甲\u2067乙\u202a丙\u202c\u2069\u2069")]
    [InlineData("甲\u2067乙\u202a丙\u2069丁", "\u2068甲\u2067乙\u202a丙\u202c\u2069丁\u2069")]
    [InlineData("甲\u202c\u2069乙", "\u2068甲乙\u2069")]
    [InlineData("\u2066甲\u202c乙\u2069", "\u2068\u2066甲乙\u2069\u2069")]
    [InlineData("甲\u200f", "\u2068甲\u200f\u2069")]
    public void What_a_text_opens_it_closes_and_the_whole_stands_by_itself(string text, string isolated) =>
        Assert.Equal(isolated, BidiText.Isolated(text));

    [Fact]
    public void However_it_is_made_up_it_is_balanced()
    {
        const string letters = "甲1\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        var random = new Random(Lane.Seed);
        for (var times = 0; times < Lane.Count(2000, 200_000); times++)
        {
            var text = new string(random.GetItems(letters.AsSpan(), random.Next(1, 12)));
            var isolated = BidiText.Isolated(text);
            Assert.Equal("", LeftOpen(isolated));
            Assert.Equal(text.Where(letter => letter is '甲' or '1'), isolated.Where(letter => letter is '甲' or '1'));
        }
    }

    /// <summary>What a reader of the rules finds still open, or closed without having been opened.</summary>
    static string LeftOpen(string text)
    {
        var open = "";
        foreach (var letter in text)
        {
            if (letter is '\u202A' or '\u202B' or '\u202D' or '\u202E')
                open += '\u202c';
            else if (letter is '\u2066' or '\u2067' or '\u2068')
                open += '\u2069';
            else if (letter is '\u202c' or '\u2069')
                open = open.EndsWith(letter) ? open[..^1] : open + "!";
        }
        return open;
    }

    [Theory]
    [InlineData("---\n标题: 甲\u202e乙\n---\n正文。", 2, 6)]
    [InlineData("---\n标题: \"甲\\u202E乙\"\n---\n正文。", 2, 5)]
    [InlineData("---\n关键词:\n  - \"甲\\u2067\"\n---\n正文。", 3, 5)]
    [InlineData("---\n标题: 甲\n---\n# 乙\n\n正\u200f文。", 6, 2)]
    [InlineData("---\n标题: 甲\n---\n正文&#8238;反。", 4, 3)]
    [InlineData("---\n标题: 甲\n---\n正文&#x202E;反。", 4, 3)]
    [InlineData("---\n标题: 甲\n---\n<div>正文&rlm;反。</div>", 4, 8)]
    public void It_is_told_where_it_stands_however_it_is_written(string text, int line, int column)
    {
        var problem = Assert.Single(Reading.ProblemsOf(text), problem => problem.Code == "char-bidi");
        Assert.Equal((line, column, false), (problem.Line, problem.At.Column, problem.IsError));
    }

    [Fact]
    public async Task A_title_turns_nothing_on_the_page_in_the_feed_or_for_machines()
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Report("---\n网址: a\n标题: \"甲\\u202E乙\"\n附件: 附\u202e件.pdf\n---\n正文。")
                .With("政治机关/附\u202e件.pdf", "%PDF-1.7")
                .With("政治机关/2021-08-30-\u202e丙.md", "正文。")
        );
        foreach (var address in new[] { "/", "/reports/a", "/archive", "/pillars/zhengzhi", "/search?q=甲" })
        {
            var text = (await site.Page(address)).DocumentElement.TextContent;
            Assert.Contains("\u2068甲\u202e乙\u202c\u2069", text, StringComparison.Ordinal);
        }
        var feed = WebUtility.HtmlDecode((await site.Get("/feed.xml")).Text);
        Assert.Contains("\u2068甲\u202e乙\u202c\u2069</title>", feed, StringComparison.Ordinal);
        Assert.Contains("\u2068\u202e丙\u202c\u2069</title>", feed, StringComparison.Ordinal);
        Assert.Contains(
            "\u2068附\u202e件\u202c\u2069",
            (await site.Page("/reports/a")).DocumentElement.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_address_is_printed_as_it_can_be_typed()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n网址: a\n---\n[甲](http://www.example.org/%E2%80%AE%E7%94%B2)")
        );
        Assert.DoesNotContain('\u202e', WebUtility.HtmlDecode((await site.Get("/reports/a")).Text));
    }
}
