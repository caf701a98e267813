using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Reports;

public sealed class HeadLengthsTests
{
    static string Many(string part, int times) => SlowInput.Many(part, times);

    static Problem Told(string text, string code) =>
        Assert.Single(Reading.ProblemsOf(text), problem => problem.Code == code);

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, false)]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void A_title_is_told_above_60_characters_and_refused_above_200(int length, bool? isError)
    {
        string[] texts =
        [
            $"---\n标题: {Many("字", length)}\n---\n正文。",
            $"# {Many("字", length)}\n\n正文。",
            $"---\n标题: {Many("𠮷", length)}\n---\n正文。",
        ];
        foreach (var text in texts)
        {
            var told = Reading.ProblemsOf(text).Where(problem => problem.Code == "title-long").ToList();
            bool[] expected = isError is { } severity ? [severity] : [];
            Assert.Equal(expected, told.Select(problem => problem.IsError));
            Assert.All(told, problem => Assert.Contains($"有 {length} 个字", problem.Message));
        }
    }

    [Theory]
    [InlineData("摘要", 1000)]
    [InlineData("作者", 200)]
    [InlineData("来源", 200)]
    [InlineData("修订说明", 1000)]
    [InlineData("撤稿", 1000)]
    public void Other_texts_have_a_bound(string key, int limit)
    {
        var problem = Told($"---\n标题: 甲\n{key}: {Many("字", limit + 1)}\n---\n正文。", "field-long");
        Assert.Equal((3, true), (problem.Line, problem.IsError));
        Assert.Contains($"有 {limit + 1} 个字，最多 {limit} 个", problem.Message);
        Assert.Empty(Reading.ProblemsOf($"---\n标题: 甲\n{key}: {Many("字", limit)}\n---\n正文。"));
    }

    [Fact]
    public void Keywords_are_bounded_in_number_and_length()
    {
        var many = string.Join("、", Enumerable.Range(0, 3_000).Select(number => $"词{number}"));
        Assert.Contains("超过了 50 项", Told($"---\n关键词: {many}\n---\n正文。", "list-long").Message);
        var longer = Told($"---\n关键词: [甲, {Many("字", 51)}]\n---\n正文。", "field-long");
        Assert.Equal((2, true), (longer.Line, longer.IsError));
    }

    [Fact]
    public void A_message_quotes_no_more_than_can_be_read() =>
        Assert.InRange(
            Told($"---\n发布单位: {Many("字", 20_000)}\n---\n正文。", "unit-unknown").Message.Length,
            1,
            1_100
        );
}
