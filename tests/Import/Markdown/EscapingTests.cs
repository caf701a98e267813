using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Markdown;

/// <summary>Text stays text: whatever letters a document holds, the page shows the same.</summary>
public sealed class EscapingTests
{
    [Theory]
    [InlineData("# 井号")]
    [InlineData("#标签")]
    [InlineData("- 减号")]
    [InlineData("+ 加号")]
    [InlineData("> 大于")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("***")]
    [InlineData("___")]
    [InlineData("- - -")]
    [InlineData("```")]
    [InlineData("~~~")]
    [InlineData("2021. 这一年")]
    [InlineData("3) 第三。")]
    [InlineData(": 定义")]
    [InlineData("*星号*和**双星**")]
    [InlineData("下_划_线 __双__")]
    [InlineData("~~删~~ 1~2")]
    [InlineData("`代码` ``甲``")]
    [InlineData("[链接](地址) [甲][乙] [^1] [x]")]
    [InlineData("![图](地址)")]
    [InlineData("<b>标签</b> a<b 1<2 <!-- 注 -->")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("&amp; &lt; &#35; A&B &copy;")]
    [InlineData("反斜杠\\和\\*")]
    [InlineData("甲 | 乙 | 丙")]
    [InlineData("| --- |")]
    [InlineData("C#")]
    [InlineData("甲 ##")]
    [InlineData("{.class #id}")]
    [InlineData("$a$ ^b^ ==c== ++d++ \"\"e\"\" --f--")]
    [InlineData("😀 𠮷野家")]
    public void A_line_is_shown_as_it_is(string line)
    {
        var markdown = Importing.Markdown("开头一段。", line, "结尾一段。");
        Assert.Equal($"开头一段。\n{line}\n结尾一段。", Reading.Report(markdown).Text);
        Assert.Empty(Reading.Report(markdown).Sections);
    }

    [Theory]
    [InlineData("# 甲")]
    [InlineData("甲 ##")]
    [InlineData("*甲* | 乙")]
    public void So_is_a_heading_and_a_cell(string text)
    {
        Assert.Equal(
            $"一、{text}",
            Assert.Single(Reading.Report(Importing.Markdown($"一、{text}", "正文。")).Sections).Title
        );
        var markdown = Importing.Markdown(new WordFile().Titled().Table(["项目", "说明"], ["甲", text]));
        Assert.Equal($"项目\n说明\n甲\n{text}", Reading.Report(markdown).Text);
    }

    [Fact]
    public void So_is_the_line_after_a_break() =>
        Assert.Equal("甲\n# 乙\n- 丙", Reading.Report(Importing.Markdown("甲\n# 乙\n- 丙")).Text);

    [Fact]
    public void What_needs_no_mark_gets_none() =>
        Assert.Equal(
            "第1.2节：A-B、C+D，(甲)“乙”！#标签 100% a=b 街道_社区 snake_case",
            Importing.Markdown("第1.2节：A-B、C+D，(甲)“乙”！#标签 100% a=b 街道_社区 snake_case")
        );

    [Fact]
    public void Indents_and_letters_without_width_go() =>
        Assert.Equal("甲 乙丙", Importing.Markdown("　　 甲\u00A0 乙\u200B丙　"));
}
