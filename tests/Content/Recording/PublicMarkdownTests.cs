using WorkReports.Content.Recording;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Recording;

/// <summary>What editors write for each other is public nowhere, and told once; what they write for readers stays to the letter.</summary>
public sealed class PublicMarkdownTests
{
    [Theory]
    [InlineData("甲<!-- 内部批注 -->乙", "甲乙")]
    [InlineData("甲\n\n<!-- 内部\n\n批注 -->\n\n乙", "甲\n\n\n乙")]
    [InlineData("甲\n\n[//]: # (备注)\n乙", "甲\n\n乙")]
    [InlineData("甲\n\n[备注]: # (数字待核)\n\n乙", "甲\n\n\n乙")]
    [InlineData("> 甲<!-- 批注 -->\n> 乙", "> 甲\n> 乙")]
    [InlineData("<div>\n甲<!-- 批注 -->乙\n</div>", "<div>\n甲乙\n</div>")]
    [InlineData("`<!-- 代码 -->`\n\n    <!-- 代码 -->", "`<!-- 代码 -->`\n\n    <!-- 代码 -->")]
    [InlineData(@"\<!-- 文字 --\>", @"\<!-- 文字 --\>")]
    [InlineData("甲[乙](#)和[丙]\n\n[丙]: # (题目)", "甲[乙](#)和[丙]\n\n[丙]: # (题目)")]
    public void Comments_of_a_text_are_kept_back(string body, string left)
    {
        const string Head = "---\n标题: 甲\n---\n";
        Assert.Equal(Head + left, PublicMarkdown.Of(Head + body));
    }

    [Theory]
    [InlineData("# 谁写的\n标题: 甲\n  # 缩进的\n作者: 乙", "标题: 甲\n作者: 乙")]
    [InlineData("标题: 甲 # 后面", "标题: 甲 ")]
    [InlineData("标题: \"甲 # 乙\"\n关键词: [C#, F#]", "标题: \"甲 # 乙\"\n关键词: [C#, F#]")]
    public void Comments_of_a_head_are_kept_back(string head, string left) =>
        Assert.Equal($"---\n{left}\n---\n正文。", PublicMarkdown.Of($"---\n{head}\n---\n正文。"));

    [Fact]
    public void They_are_told_once()
    {
        var problem = Assert.Single(
            Reading.ProblemsOf("---\n# 待核\n标题: 甲\n# 又一处\n---\n甲<!-- 批注 -->乙\n\n<!-- 又一处 -->\n")
        );
        Assert.Equal(
            ("comment-kept-back", 2, 1, false),
            (problem.Code, problem.Line, problem.At.Column, problem.IsError)
        );
    }

    [Fact]
    public async Task The_address_of_the_Markdown_has_none()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n# 内部一\n标题: 甲\n网址: jia\n---\n正文<!-- 内部二 -->。\n\n[//]: # (内部三)\n")
        );
        var markdown = await site.Http.GetStringAsync("/reports/jia.md", TestContext.Current.CancellationToken);
        Assert.Equal("---\n标题: 甲\n网址: jia\n---\n正文。\n\n", markdown);
    }
}
