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
    public void So_is_the_heading_of_a_section()
    {
        static string WithHeading(int length) => $"---\n标题: 甲\n---\n正文。\n\n## {Many("字", length)}\n\n正文。";
        var problem = Told(WithHeading(1001), "title-long");
        Assert.True(problem.IsError);
        Assert.Contains("有 1001 个字，最多 1000 个", problem.Message);
        Assert.DoesNotContain(Reading.ProblemsOf(WithHeading(1000)), told => told.Code == "title-long");
    }

    [Theory]
    [InlineData("书香机关/_index.md", "---\n标题: {0}\n网址: shuxiang\n印章: 书\n---\n", 50)]
    [InlineData("书香机关/_index.md", "---\n标题: 书香机关\n网址: shuxiang\n格言: {0}\n---\n", 200)]
    [InlineData("site.yml", "名称: {0}\n域名: www.example.cn\n单位: [{名称: 甲单位, 网址: a}]", 100)]
    [InlineData("site.yml", "名称: 甲\n域名: www.example.cn\n关键词: [{0}]\n单位: [{名称: 甲单位, 网址: a}]", 50)]
    [InlineData("site.yml", "名称: 甲\n域名: www.example.cn\n单位: [{名称: {0}, 网址: a}]", 100)]
    [InlineData("site.yml", "名称: 甲\n域名: www.example.cn\n单位: [{名称: 甲单位, 网址: a, 地址: {0}}]", 500)]
    [InlineData("site.yml", "名称: 甲\n域名: www.example.cn\n单位: [{名称: 甲单位, 网址: a, 声明: [{0}]}]", 500)]
    public void What_stands_on_every_page_has_a_bound_too(string file, string text, int limit)
    {
        IEnumerable<Problem> Problems(int length)
        {
            using var content = ContentOf.Pillars().With(file, text.Replace("{0}", Many("字", length)));
            return Reading.ProblemsIn(content.Folder).Where(problem => problem.Code == "field-long");
        }

        var problem = Assert.Single(Problems(limit + 1));
        Assert.Equal((file, true), (problem.File, problem.IsError));
        Assert.Contains($"有 {limit + 1} 个字，最多 {limit} 个", problem.Message);
        Assert.Empty(Problems(limit));
    }

    [Fact]
    public void A_message_quotes_no_more_than_can_be_read() =>
        Assert.InRange(
            Told($"---\n发布单位: {Many("字", 20_000)}\n---\n正文。", "unit-unknown").Message.Length,
            1,
            1_100
        );
}
