using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

public sealed class MarkdownBudgetTests
{
    const string Head = "---\n标题: 甲\n---\n";

    static string Many(string part, int times) => SlowInput.Many(part, times);

    static IEnumerable<Problem> Refusals(string body) =>
        Reading.ProblemsOf(Head + body).Where(problem => problem.Code.EndsWith("-large", StringComparison.Ordinal));

    [Theory]
    [InlineData(400, 400, 161_604)]
    [InlineData(80, 2_000, 164_164)]
    [InlineData(60_000, 1, 180_006)]
    public void A_table_is_counted_as_columns_times_rows(int columns, int rows, int cells)
    {
        // Rows of one cell under a wide head: each is filled up.
        var problem = Assert.Single(Refusals("正文。\n\n" + Table(columns, rows)), problem =>
            problem.Code == "table-large"
        );
        Assert.Equal((6, true), (problem.Line, problem.IsError));
        Assert.Contains(
            $"有 {cells} 格（每一行都按最宽的一行算，合并的按占的格数算），最多 150000 格",
            problem.Message
        );
    }

    [Theory]
    [InlineData("<td>甲</td>", 4_000, 0)]
    [InlineData("<td colspan=\"100\" rowspan='5'>甲</td>", 400, 200_000)]
    [InlineData("<TH ROWSPAN=1000>甲</TH>", 200, 200_000)]
    [InlineData("<thead colspan=\"1000\">", 200, 0)]
    public void A_merged_cell_is_counted_as_often_as_it_covers_others(string cell, int times, int cells)
    {
        var problem = Refusals($"<table>\n<tr>{Many(cell, times)}</tr>\n</table>\n")
            .SingleOrDefault(problem => problem.Code == "table-large");
        Assert.Equal(cells > 0, problem is not null);
        Assert.Contains(cells > 0 ? $"有 {cells} 格" : "", problem?.Message ?? "");
    }

    static string Table(int columns, int rows) =>
        $"|{Many("a|", columns)}\n|{Many("-|", columns)}\n{Many("|1|\n", rows)}";

    [Theory]
    [InlineData("字", 2_000_001, "2000000")]
    [InlineData("a\n\n", 20_001, "20001 段，最多 20000")]
    [InlineData("# a\n\n", 5_001, "5001 个标题，最多 5000")]
    [InlineData("- a\n", 20_001, "20001 个列表项")]
    [InlineData("a\n", 50_001, "行，最多 50000")]
    [InlineData("[a]: b\n\n", 3_001, "3001 处链接定义或脚注")]
    [InlineData("[a](b)\n\n", 20_001, "20001 个方括号")]
    [InlineData("www.a.b\n\n", 10_001, "10001 个网址")]
    [InlineData("<br>\n", 9_501, "9501 个尖括号")]
    [InlineData(">>>>>>>>>>>>>>>>>>>> a\n\n", 10_000, "处段落、表格的格、列表项、链接和加粗，最多 160000")]
    public void What_a_file_may_hold_is_bounded_and_the_bound_and_the_count_are_told(
        string part,
        int times,
        string says
    )
    {
        var problem = Assert.Single(Refusals(Many(part, times)), problem =>
            problem.Message.Contains(says, StringComparison.Ordinal)
        );
        Assert.Equal(("report-large", true), (problem.Code, problem.IsError));
    }

    [Theory]
    [InlineData("[](", 5_000)]
    [InlineData("www.a.b ", 5_000)]
    [InlineData("**a** ", 5_000)]
    [InlineData(":|", 5_000)]
    [InlineData("a<?", 6_000)]
    public void Within_a_paragraph_it_is_bounded_too_and_with_empty_lines_between_it_is_fine(string part, int times)
    {
        var problem = Assert.Single(Refusals("正文。\n\n" + Many(part, times)));
        Assert.Equal(("paragraph-large", 6, true), (problem.Code, problem.Line, problem.IsError));
        Assert.Empty(Refusals(Many(Many(part, times / 100) + "\n\n", 100)));
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void What_reports_need_is_far_below()
    {
        Assert.Empty(Refusals($"|{Many("项目|", 60)}\n|{Many("-|", 60)}\n{Many($"|{Many("123456|", 60)}\n", 2_000)}"));
        const string Page =
            "## 一、做法\n\n全年办了**三件**实事，见[清单](https://www.example.cn/a)。\n\n- 甲\n- 乙\n\n|a|b|\n|-|-|\n|1|2|\n\n注[^{0}]。\n\n[^{0}]: 来源。\n\n";
        var pages = Enumerable
            .Range(0, 100)
            .Select(number => Page.Replace("{0}", $"{number}") + Many("字", 1_500) + "\n\n");
        Assert.Empty(Refusals(string.Concat(pages)));
        Assert.Empty(Refusals(Many("- [甲](https://www.example.cn/a)，**乙**。\n", 1_500)));
    }

    [Theory]
    [InlineData("", "- {0}\n", 2_000)]
    [InlineData("", "{1}. {0}\n", 2_000)]
    [InlineData("| 序号 | 单位 |\n|---|---|\n", "| {1} | {0} |\n", 2_000)]
    [InlineData("", "{0}、", 2_000)]
    [InlineData("", "{0}\\\n", 2_000)]
    public void A_list_of_links_may_be_long_however_it_is_written(string before, string part, int times)
    {
        var entries = Enumerable
            .Range(1, times)
            .Select(number =>
                part.Replace("{0}", $"[第{number}号单位](https://www.example.cn/{number})").Replace("{1}", $"{number}")
            );
        Assert.Empty(Refusals(before + string.Concat(entries)));
    }

    [Theory]
    [InlineData("\\[a](http://b.c) ")]
    [InlineData("[[a](b) ")]
    [InlineData("[a](b)[")]
    [InlineData("[^a](b) ")]
    [InlineData("[x](b) ")]
    public void What_only_looks_like_a_link_is_counted_as_brackets(string part) =>
        Assert.Equal(["paragraph-large"], Refusals("正文。\n\n" + Many(part, 3_000)).Select(problem => problem.Code));

    [Fact]
    public void The_last_version_stands_while_a_new_one_is_too_large()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"));
        index.Content.With("政治机关/2021-08-31-试验.md", "---\n网址: a\n---\n" + Many("# a\n\n", 5_001));
        Assert.Contains(index.Publish().Problems, problem => problem.Code == "report-large");
        Assert.Equal("甲", index.Find("a")!.Title);
    }

    [Fact]
    public void In_a_file_that_is_too_large_nothing_else_is_looked_for()
    {
        var body = Many("# a\n\n", 5_001) + "机密★1年，身份证号320411199001011234，甲,乙。\n";
        Assert.Equal(["report-large"], Reading.ProblemsOf(Head + body).Select(problem => problem.Code));
    }

    [Fact]
    public void Of_a_file_that_is_too_large_nobody_says_that_it_lacks_a_section()
    {
        using var content = ContentOf
            .Report("---\n标题: 甲\n---\n[乙](2021-08-30-乙.md#没有)")
            .With("政治机关/2021-08-30-乙.md", Many("# a\n\n", 5_001));
        var codes = Reading.ProblemsIn(content.Folder).Select(problem => problem.Code).ToList();
        Assert.Contains("report-large", codes);
        Assert.DoesNotContain("section-missing", codes);
    }
}
