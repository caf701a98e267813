using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Screening;

/// <summary>Radicals and circles that look like characters, and half-width signs between Han characters.</summary>
public sealed class OddCharactersTests
{
    [Theory]
    [InlineData("见⻓效机制、⻛险。", "char-radical", 4, 2)]
    [InlineData("第一段。\n\n⼯作⽅案。", "char-radical", 6, 1)]
    [InlineData("二○二四年，", "char-circle", 4, 1)]
    [InlineData("二O二一年、二0一九年", "char-circle", 4, 1)]
    [InlineData("加强领导,落实责任", "comma-half-width", 4, 5)]
    [InlineData("办得怎样?办好了", "comma-half-width", 4, 5)]
    public void Odd_characters_are_told(string body, string code, int line, int column)
    {
        var problem = Assert.Single(Reading.ProblemsOf($"---\n标题: 甲\n---\n{body}"));
        Assert.Equal((code, line, column, false), (problem.Code, problem.Line, problem.At.Column, problem.IsError));
    }

    [Theory]
    [InlineData("标题: 加强领导,落实责任", "comma-half-width", 2, 9)]
    [InlineData("标题: 甲\n摘要: 怎样办?这样办", "comma-half-width", 3, 8)]
    [InlineData("标题: 甲\n摘要: 见⻓效机制", "char-radical", 3, 6)]
    [InlineData("标题: 甲\n关键词: [⻓效机制]", "char-radical", 3, 7)]
    [InlineData("标题: 二○二四年总结", "char-circle", 2, 5)]
    public void Odd_characters_of_heads_are_told(string head, string code, int line, int column)
    {
        var problem = Assert.Single(Reading.ProblemsOf($"---\n{head}\n---\n正文。"));
        Assert.Equal((code, line, column), (problem.Code, problem.Line, problem.At.Column));
    }

    [Fact]
    public void Commas_of_lists_in_heads_are_none() =>
        Assert.Empty(Reading.ProblemsOf("---\n标题: 甲\n关键词: 甲乙,丙丁\n---\n正文。"));

    [Theory]
    [InlineData("1. 甲\n\n   ```\n   甲,乙\n   ```\n\n2. 乙")]
    [InlineData("> ```\n> 甲,乙\n> ```")]
    [InlineData("````\n```\n甲,乙\n````")]
    [InlineData("二〇二四年，2024年，1,510人，张○○同志，○第一项")]
    [InlineData("`甲,乙`和[表](https://example.cn/甲,乙)\n\n```\n甲,乙\n```")]
    public void What_is_meant_so_is_left_alone(string body) =>
        Assert.Empty(Reading.ProblemsOf($"---\n标题: 甲\n---\n{body}"));
}
