using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Modes;

public sealed class EraseModeTests : IDisposable
{
    const string A = "政治机关/2021-08-31-试验.md";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n误发的正文。", A));

    public EraseModeTests()
    {
        index.Content.With(A, "---\n网址: a\n---\n# 甲\n\n改好的正文。");
        index.Publish();
    }

    Task<Typed> Erase(params string[] more) => Typed.Run(["journal", "--data", index.Data, "--erase", .. more]);

    [Fact]
    public async Task It_says_what_goes_what_stays_and_what_is_left_to_do()
    {
        var typed = await Erase("1", "--reason", "身份证号", "--yes");
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.Contains("/reports/a  甲", typed.Output, StringComparison.Ordinal);
        Assert.Contains("标题“甲”和文件路径抹不去", typed.Output, StringComparison.Ordinal);
        Assert.Contains("较早的备份里还有它", typed.Output, StringComparison.Ordinal);
        Assert.Equal($"{Environment.UserName}：身份证号", index.Journal.Entries()[^1].Note);
        typed = await Typed.Run("journal", "--verify", "--data", index.Data);
        Assert.Equal(0, typed.Code);
        Assert.Contains("已抹除 1 份正文", typed.Output, StringComparison.Ordinal);
        typed = await Typed.Run("journal", "a", "--data", index.Data);
        Assert.Contains("抹除  /reports/a", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "没有抹除：第 2 条就是现在立着的这一版。")]
    [InlineData("5", "没有抹除：第 5 条就是现在立着的这一版。")]
    [InlineData("77", "没有抹除：没有第 77 条记录。")]
    public async Task What_stands_or_is_not_there_is_refused_with_a_sentence(string number, string sentence)
    {
        var typed = await Erase(number, "--reason", "x", "--yes");
        Assert.Equal(1, typed.Code);
        Assert.StartsWith(sentence, typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "--reason", "x")]
    [InlineData("1", "--yes")]
    [InlineData("eins", "--reason", "x", "--yes")]
    [InlineData("1", "2", "--reason", "x", "--yes")]
    public async Task Without_a_number_a_reason_or_a_yes_nothing_is_done(params string[] words)
    {
        var typed = await Erase(words);
        Assert.Equal((2, ""), (typed.Code, typed.Output));
        Assert.Equal(5, index.Journal.Entries().Count);
    }

    public void Dispose() => index.Dispose();
}
