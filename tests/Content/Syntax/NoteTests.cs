using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Syntax;

/// <summary>Notes: every mark is shown, with its text at the foot, in the order of the marks; what has no other half is told.</summary>
public sealed class NoteTests
{
    /// <summary>The text with its marks in brackets, and the notes as they are listed.</summary>
    static (string Text, string[] Notes) Read(string body)
    {
        var html = Reading.Report($"---\n标题: 甲\n---\n{body}").Html;
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var back in page.QuerySelectorAll(".footnote-back-ref").ToList())
            back.Remove();
        foreach (var mark in page.QuerySelectorAll(".footnote-ref"))
            mark.TextContent = $"[{mark.TextContent}]";
        var notes = page.QuerySelectorAll(".footnotes > ol > li").Select(note => note.TextContent.Trim()).ToArray();
        page.QuerySelector(".footnotes")?.Remove();
        return (page.Body!.TextContent.Trim(), notes);
    }

    static IEnumerable<Problem> Problems(string body) => Reading.ProblemsOf($"---\n标题: 甲\n---\n{body}");

    [Theory]
    [InlineData("正文两个[^1][^2]连着。\n\n[^1]: 甲\n[^2]: 乙", "正文两个[1][2]连着。", "甲", "乙")]
    [InlineData("三个[^a][^b][^a]。\n\n[^a]: 甲\n\n[^b]: 乙", "三个[1][2][1]。", "甲", "乙")]
    [InlineData("受理38件[^1](不含学校)，回访\n\n[^1]: 注", "受理38件[1](不含学校)，回访", "注")]
    [InlineData("受理38件[^1]（不含学校）[另见]\n\n[^1]: 注", "受理38件[1]（不含学校）[另见]", "注")]
    [InlineData("受理38件[^1][另见]\n\n[^1]: 注", "受理38件[1][另见]", "注")]
    [InlineData("完成任务![^1]\n\n[^1]: 注", "完成任务![1]", "注")]
    [InlineData("**完成[^1]**：[^2]\n\n[^1]: 注\n[^2]: 另注", "完成[1]：[2]", "注", "另注")]
    [InlineData("先乙[^b]后甲[^a]\n\n[^a]: 甲\n[^b]: 乙", "先乙[1]后甲[2]", "乙", "甲")]
    [InlineData("甲[^1]。\n[^1]: 紧接着的注", "甲[1]。", "紧接着的注")]
    [InlineData("[^1]: 写在前面\n\n甲[^1]。", "甲[1]。", "写在前面")]
    [InlineData("- 甲[^1]\n[^1]: 列表后的注", "甲[1]", "列表后的注")]
    [InlineData("> 甲[^1]\n>\n> [^1]: 引用里的注", "甲[1]", "引用里的注")]
    [InlineData("甲[^1]。\n\n[^1]: 见[^2]\n[^2]: 注里的注", "甲[1]。", "见[2]", "注里的注")]
    [InlineData("甲[^1]。\n\n[^1]: 一段\n\n    又一段\n\n后文。", "甲[1]。\n后文。", "一段\n又一段")]
    [InlineData("见[甲][^1]。\n\n[甲]: https://a.example.cn\n\n[^1]: 注", "见甲[1]。", "注")]
    [InlineData("见[甲][^1]。\n\n[^1]: 注", "见[甲][1]。", "注")]
    public void Marks_and_notes_are_shown_in_the_order_of_the_marks(string body, string text, params string[] notes) =>
        Assert.Equivalent((text, notes), Read(body), strict: true);

    [Theory]
    [InlineData("甲[^1]。\n\n[^1]: 注\n\n[^2]: 没有用到的注", "note-unused", 8, 1)]
    [InlineData("甲[^1]。\n\n[^1]: 注\n\n[^1]: 号码重复的注", "note-twice", 8, 1)]
    [InlineData("甲[^1]，乙[^9]。\n\n[^1]: 注", "note-missing", 4, 8)]
    [InlineData("甲![^9]。", "note-missing", 4, 3)]
    public void What_has_no_other_half_is_told(string body, string code, int line, int column)
    {
        var problem = Assert.Single(Problems(body));
        Assert.Equal((code, line, column, false), (problem.Code, problem.At.Line, problem.At.Column, problem.IsError));
    }

    [Fact]
    public void One_unused_note_disturbs_neither_numbers_nor_order() =>
        Assert.Equivalent(
            ("甲[1]乙[2]丙[3]", new[] { "丙", "甲", "乙" }),
            Read("甲[^c]乙[^a]丙[^b]\n\n[^a]: 甲\n[^x]: 无\n[^c]: 丙\n[^b]: 乙"),
            strict: true
        );

    [Theory]
    [InlineData("见[甲][^1]。\n\n[甲]: https://a.example.cn\n\n[^1]: 注", "https://a.example.cn")]
    [InlineData("[见[甲][^1]。\n\n[甲]: https://a.example.cn\n\n[^1]: 注", "https://a.example.cn")]
    [InlineData("见[甲](https://b.example.cn)][^1]。\n\n[^1]: 注", "https://b.example.cn")]
    public void A_mark_behind_a_link_leaves_the_link_as_it_is(string body, string address)
    {
        Assert.Contains($"<a href=\"{address}\"", Reading.Report(body).Html);
        Assert.Empty(Problems(body));
    }

    [Theory]
    [InlineData("`[^9]`")]
    [InlineData(@"\[^9]")]
    [InlineData("    [^9]")]
    public void Code_and_escaped_marks_are_left_alone(string body) =>
        Assert.DoesNotContain(Problems("甲。\n\n" + body), problem => problem.Code == "note-missing");
}
