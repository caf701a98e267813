using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Word;

/// <summary>Merged cells: a table of HTML, which the site shows as Word does.</summary>
public sealed class MergedTableTests
{
    static string Cell(string text, string properties = "", string runs = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{(text.Length > 0 ? SlowWord.Run(text) : "")}{runs}</w:p></w:tc>";

    static string Wide(string text, int columns) => Cell(text, $"""<w:gridSpan w:val="{columns}"/>""");

    static string Tall(string text) => Cell(text, """<w:vMerge w:val="restart"/>""");

    static string Below(string text = "") => Cell(text, "<w:vMerge/>");

    static WordFile Rows(params string[] rows) =>
        new WordFile()
            .Titled()
            .Xml($"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(row => $"<w:tr>{row}</w:tr>"))}</w:tbl>");

    [Fact]
    public void A_head_of_two_rows_is_one()
    {
        var markdown = Importing.Markdown(
            Rows(
                Tall("项目") + Wide("2023年", 2) + Wide("2024年", 2),
                Below() + Cell("场次") + Cell("人次") + Cell("场次") + Cell("人次"),
                Cell("读书会") + Cell("12") + Cell("300") + Cell("15") + Cell("420")
            )
        );
        Assert.Equal(
            """
            <table>
            <thead>
            <tr><th rowspan="2">项目</th><th colspan="2">2023年</th><th colspan="2">2024年</th></tr>
            <tr><th>场次</th><th>人次</th><th>场次</th><th>人次</th></tr>
            </thead>
            <tbody>
            <tr><td>读书会</td><td>12</td><td>300</td><td>15</td><td>420</td></tr>
            </tbody>
            </table>
            """.ReplaceLineEndings("\n"),
            markdown
        );
        var report = Reading.Report(markdown);
        Assert.Contains("<table class=\"merged\"><thead>", report.Html.Replace("\n", ""));
        Assert.Contains("""<th rowspan="2" scope="col">项目</th>""", report.Html);
        Assert.Contains("""<th colspan="2" scope="col">2024年</th>""", report.Html);
        Assert.Contains("<td>420</td>", report.Html);
        Assert.Empty(Reading.ProblemsOf("---\n标题: 甲\n发布日期: 2021-08-31\n---\n\n" + markdown + "\n"));
    }

    [Fact]
    public void A_cell_that_reaches_from_the_head_into_figures_leaves_no_head_apart() =>
        Assert.StartsWith(
            "<table>\n<tr><th rowspan=\"2\">机关</th><th>得分</th></tr>\n<tr><td>95</td></tr>\n",
            Importing.Markdown(Rows(Tall("机关") + Cell("得分"), Below() + Cell("95"), Cell("甲") + Cell("90")))
        );

    [Fact]
    public void Cells_of_the_body_reach_down_and_to_the_right() =>
        Assert.EndsWith(
            "<tr><td rowspan=\"2\">书香机关</td><td>阅读</td><td>88</td></tr>\n<tr><td>讲座</td><td>90</td></tr>\n"
                + "<tr><td colspan=\"2\">合计</td><td>178</td></tr>\n</tbody>\n</table>",
            Importing.Markdown(
                Rows(
                    Cell("机关") + Cell("指标") + Cell("得分"),
                    Tall("书香机关") + Cell("阅读") + Cell("88"),
                    Below("看不见的字") + Cell("讲座") + Cell("90"),
                    Wide("合计", 2) + Cell("178")
                )
            )
        );

    [Fact]
    public void A_cell_may_be_merged_as_old_Words_did() =>
        Assert.StartsWith(
            "<table>\n<thead>\n<tr><th>单位</th><th colspan=\"2\">次数</th></tr>\n</thead>",
            Importing.Markdown(
                Rows(
                    Cell("单位") + Cell("次数", """<w:hMerge w:val="restart"/>""") + Cell("", "<w:hMerge/>"),
                    Cell("甲") + Cell("1") + Cell("2")
                )
            )
        );

    [Fact]
    public void Columns_that_no_row_parts_are_one() =>
        Assert.Equal(
            "| 单位 | 次数 |\n| --- | ---: |\n| 甲 | 1 |",
            Importing.Markdown(Rows(Wide("单位", 2) + Wide("次数", 3), Wide("甲", 2) + Wide("1", 3)))
        );

    [Fact]
    public void A_row_may_begin_and_end_inside_of_the_borders() =>
        Assert.Equal(
            "| 姓名 | 部门 | 职务 |\n| --- | --- | --- |\n|  | 办公室 | 主任 |\n| 张三 | 宣传部 |  |",
            Importing.Markdown(
                Rows(
                    Cell("姓名") + Cell("部门") + Cell("职务"),
                    """<w:trPr><w:gridBefore w:val="1"/></w:trPr>""" + Cell("办公室") + Cell("主任"),
                    """<w:trPr><w:gridAfter w:val="1"/></w:trPr>""" + Cell("张三") + Cell("宣传部")
                )
            )
        );

    [Fact]
    public void Rows_that_Word_repeats_are_the_head()
    {
        var markdown = Importing.Markdown(
            Rows(
                "<w:trPr><w:tblHeader/></w:trPr>" + Wide("一季度", 2) + Cell("二季度"),
                "<w:trPr><w:tblHeader/></w:trPr>" + Cell("1月") + Cell("2月") + Cell("4月"),
                Cell("5") + Cell("6") + Cell("7")
            )
        );
        Assert.Contains("<tr><th>1月</th><th>2月</th><th>4月</th></tr>\n</thead>", markdown);
    }

    [Fact]
    public void Looks_links_and_lines_of_a_cell_are_HTML()
    {
        var file = new WordFile();
        var link = file.Link("https://www.example.cn/?a=1&b=2");
        var markdown = Importing.Markdown(
            file.Titled()
                .Xml(
                    $"""
                    <w:tbl><w:tr>{Wide("甲", 2)}{Cell("乙")}</w:tr><w:tr>
                    {Cell(
                        "",
                        "",
                        SlowWord.Run("粗", "<w:b/>")
                            + "<w:r><w:br/></w:r>"
                            + SlowWord.Run("5", """<w:vertAlign w:val="superscript"/>""")
                    )}
                    {Cell("a*b* &lt;c&gt; &amp;amp; |")}
                    {Cell("", "", $"<w:hyperlink r:id=\"{link}\">{SlowWord.Run("网")}</w:hyperlink>")}</w:tr></w:tbl>
                    """
                )
        );
        Assert.Contains(
            "<tr><td><strong>粗</strong><br><sup>5</sup></td><td>a*b* &lt;c&gt; &amp;amp; |</td>"
                + "<td><a href=\"https://www.example.cn/?a=1&amp;b=2\">网</a></td></tr>",
            markdown
        );
        Assert.Contains("a*b* <c> &amp; |", Reading.Report(markdown).Text);
    }

    [Fact]
    public void A_note_in_a_merged_table_is_a_note()
    {
        var file = new WordFile().Footnote(1, $"<w:p>{SlowWord.Run("不含学校。")}</w:p>");
        var markdown = Importing.Markdown(
            file.Titled()
                .Xml(
                    $"<w:tbl><w:tr>{Wide("甲", 2)}</w:tr><w:tr>{Wide("单位", 2)}{Cell("次数", "", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>")}</w:tr><w:tr>{Cell("乙")}{Cell("丙")}{Cell("3")}</w:tr></w:tbl>"
                )
        );
        var report = Reading.Report(markdown);
        Assert.Contains("footnote-ref", report.Html);
        Assert.Contains("不含学校。", report.Text);
        Assert.Empty(Reading.ProblemsOf("---\n标题: 甲\n发布日期: 2021-08-31\n---\n\n" + markdown + "\n"));
    }

    [Fact]
    public void Beyond_what_the_site_reads_cells_are_parted_and_told()
    {
        var report = Importing.Report(
            Rows([Wide("甲", 2) + Cell("乙"), .. Enumerable.Repeat(Cell("1") + Cell("2") + Cell("3"), 1200)])
        );
        Assert.StartsWith("| 甲 |  | 乙 |\n", report.Body(""));
        Assert.Contains("合并的单元格太多", Assert.Single(report.Changed));
    }
}
