using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>Markdown that was not written for this site publishes, or is told; it never brings the site down.</summary>
public sealed class ForeignMarkdownTests
{
    static ForeignMarkdownTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void The_head_of_another_generator_publishes_with_warnings()
    {
        var problems = Reading.ProblemsOf("---\nlayout: post\ntitle: 甲\ndate: 2021-08-31T09:30:00+08:00\ntags: [a, b]\ncategories:\n  - c\ndraft: false\n---\n正文。");
        Assert.Equal(["key-foreign", "key-foreign", "key-foreign"], problems.Select(problem => problem.Code));
        Assert.DoesNotContain(problems, problem => problem.IsError);
    }

    [Fact]
    public void An_empty_file_with_a_dated_name_publishes_and_is_told() =>
        Assert.Equal("body-empty", Assert.Single(Reading.ProblemsOf("")).Code);

    [Theory]
    [InlineData("\uFEFF---\r\ntitle: 甲\r\n---\r\n第一行\r\n第二行\r\n")]
    [InlineData("\n\n---\ntitle: 甲\n---\n第一行\n第二行\n")]
    public void Marks_line_ends_and_leading_lines_of_any_editor_are_fine(string text)
    {
        var report = Reading.Report(text);
        Assert.Equal(("甲", "<p>第一行第二行</p>"), (report.Title, report.Html));
    }

    [Fact]
    public void A_file_in_GBK_publishes_with_a_warning()
    {
        var bytes = Encoding.GetEncoding("GBK").GetBytes("---\n标题: 工作报告\n---\n正文在此。");
        using var index = new TestIndex(ContentOf.Pillars().With("政治机关/2021-08-31-甲.md", bytes));
        Assert.Equal("encoding-gbk", Assert.Single(index.Publish().Problems).Code);
        Assert.Equal(["工作报告"], index.Titles());
    }

    [Fact]
    public void Five_megabytes_publish()
    {
        var text = new StringBuilder("# 很长的报告\n\n");
        while (text.Length < 2_800_000) text.Append("## 一节\n\n这一节写了许多内容，逐项说明工作的进展。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n- 第一项\n- 第二项\n\n");
        Assert.True(Encoding.UTF8.GetByteCount(text.ToString()) > 5_000_000);
        Assert.Equal(text.ToString().Split("## ").Length - 1, Reading.Report(text.ToString()).Sections.Count);
    }

    [Fact]
    public void One_line_of_five_megabytes_publishes() =>
        Assert.True(Reading.Report(string.Concat(Enumerable.Repeat("没有换行的一大段文字，", 160_000))).Text.Length > 1_700_000);

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("- ", 20_000)]
    [InlineData("[", 100_000)]
    [InlineData("**", 50_000)]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("![", 50_000)]
    [InlineData("| ", 50_000)]
    [InlineData("`", 100_000)]
    [InlineData("<!--", 50_000)]
    [InlineData("&#x", 50_000)]
    public void Towers_of_marks_are_published_or_told_but_survived(string mark, int times)
    {
        using var index = new TestIndex(ContentOf.Report(string.Concat(Enumerable.Repeat(mark, times)) + "文字").With("政治机关/2021-09-01-好.md", "# 好\n\n正文。"));
        index.Publish();
        Assert.Contains("好", index.Titles());
    }

    [Fact]
    public void Too_large_a_file_is_told_and_left_out()
    {
        var problem = Assert.Single(Reading.ProblemsOf(new string('a', 11 * 1024 * 1024)));
        Assert.Equal("file-large", problem.Code);
    }
}
