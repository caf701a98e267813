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
        var problems = Reading.ProblemsOf(
            "---\nlayout: post\ntitle: 甲\ndate: 2021-08-31T09:30:00+08:00\ntags: [a, b]\ncategories:\n  - c\ndraft: false\n---\n正文。"
        );
        Assert.Equal(["key-foreign", "key-foreign", "key-foreign"], problems.Select(problem => problem.Code));
        Assert.DoesNotContain(problems, problem => problem.IsError);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n　\r\n")]
    public void An_empty_file_is_told_and_does_not_publish(string text)
    {
        var problem = Assert.Single(Reading.ProblemsOf(text));
        Assert.Equal(("file-empty", true), (problem.Code, problem.IsError));
    }

    [Fact]
    public void A_head_alone_publishes_and_is_told() =>
        Assert.Equal(
            ("body-empty", false),
            Assert.Single(Reading.ProblemsOf("---\n标题: 甲\n---\n").Select(problem => (problem.Code, problem.IsError)))
        );

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
    [Needs(NeedsAttribute.Time)]
    public void Five_megabytes_publish()
    {
        var text = new StringBuilder("# 很长的报告\n\n");
        var words = new string('字', 400);
        for (var section = 0; section < 3_900; section++)
            text.Append(
                "## 一节\n\n"
                    + words
                    + "，逐项说明工作的进展。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n- 第一项\n- 第二项\n\n"
            );
        Assert.True(Encoding.UTF8.GetByteCount(text.ToString()) > 5_000_000);
        Assert.Equal(text.ToString().Split("## ").Length - 1, Reading.Report(text.ToString()).Sections.Count);
    }

    [Fact]
    public void One_line_of_five_megabytes_publishes() =>
        Assert.True(
            Reading.Report(string.Concat(Enumerable.Repeat("没有换行的一大段文字，", 160_000))).Text.Length > 1_700_000
        );

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
    [InlineData("<div></b>", 50_000)]
    [InlineData("<div title='</div>'>", 5_000)]
    [InlineData("<b><div></b>", 20_000)]
    [InlineData("<div><table><tr><td></div>", 20_000)]
    [InlineData("<i>甲\n\n", 20_000)]
    [InlineData("　　一行。\n", 50_000)]
    [InlineData("*甲 **乙 ", 5_000)]
    [InlineData("![", 20_000)]
    public void Towers_of_marks_are_published_or_told_but_survived(string mark, int times)
    {
        using var index = new TestIndex(
            ContentOf
                .Report(string.Concat(Enumerable.Repeat(mark, times)) + "文字")
                .With("政治机关/2021-09-01-好.md", "# 好\n\n正文。")
        );
        index.Publish();
        Assert.Contains("好", index.Titles());
    }

    [Theory]
    [InlineData("- 一项\n", 19_000)]
    [InlineData("<br>", 9_400)]
    [InlineData("<b>甲</b>", 4_700)]
    [InlineData("词\n: 释义\n\n", 9_900)]
    [Needs(NeedsAttribute.Time)]
    public void As_many_things_side_by_side_as_a_file_may_hold_publish(string thing, int times) =>
        Assert.True(
            Reading.Report("甲。\n\n" + string.Concat(Enumerable.Repeat(thing, times))).Html.Length > times * 4
        );

    [Fact]
    public void Lines_that_Notepad_indents_are_paragraphs_of_their_own() =>
        Assert.Equal(
            "<p>第一段。</p>\n<p>第二段<em>不缩进</em>的续行。</p>\n<p>第三段。</p>",
            Reading.Report("　　第一段。\n　　第二段\n*不缩进*的续行。\n　　第三段。").Html
        );

    [Fact]
    public void Word_leaves_hundreds_of_tags_open_and_the_words_come_out() =>
        Assert.Equal(
            400,
            Reading
                .Report(string.Concat(Enumerable.Repeat("<font color=red>字", 400)))
                .Text.Count(letter => letter == '字')
        );

    [Fact]
    public void Pasted_HTML_shows_pictures_and_links_from_beside_the_report()
    {
        var report = Reading.Report(
            "<p><img src=\"图.png\" width=\"300\"> <a href=\"表.xlsx\" target=\"_blank\">表</a></p>",
            beside: content => content.With("政治机关/图.png", [1]).With("政治机关/表.xlsx", [1])
        );
        Assert.Matches(
            "<p><img src=\"/files/[^\"]+\" loading=\"lazy\" alt=\"\"> <a href=\"/files/[^\"]+\">表</a></p>",
            report.Html
        );
        Assert.Equal(["政治机关/图.png", "政治机关/表.xlsx"], report.Files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[[[[[[a: 甲\nb: 乙")]
    [InlineData("%YAML 9.9")]
    [InlineData("title: \"\\uD800\"")]
    [InlineData("a: {b: {c: {d: {e: {f: {g: {h: {i: {j: 1}}}}}}}}}")]
    public void Broken_heads_are_told_whatever_the_library_throws(string head) =>
        Assert.Contains(Reading.ProblemsOf($"---\n{head}\n---\n正文。"), problem =>
            problem.IsError && problem.Code != "file-unforeseen"
        );

    [Fact]
    public void Too_large_a_file_is_told_and_left_out()
    {
        var problem = Assert.Single(Reading.ProblemsOf(new string('a', 11 * 1024 * 1024)));
        Assert.Equal("file-large", problem.Code);
    }
}
