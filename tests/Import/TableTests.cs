using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>Tables of Word as plain grids.</summary>
public sealed class TableTests
{
    static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    static WordFile Rows(params string[] rows) =>
        new WordFile()
            .Titled()
            .Xml($"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(row => $"<w:tr>{row}</w:tr>"))}</w:tbl>");

    [Fact]
    public void Columns_of_numbers_stand_on_the_right() =>
        Assert.Equal(
            "| 年度 | 场次 | 一次办成率 | 说明 |\n| --- | ---: | ---: | --- |\n| 2018 | 24 | 93.5% | 3个月 |\n| 2019 | 1,510 | — | 见附件 |",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Table(
                        ["年度", "场次", "一次办成率", "说明"],
                        ["2018", "24", "93.5%", "3个月"],
                        ["2019", "1,510", "—", "见附件"]
                    )
            )
        );

    [Fact]
    public void A_row_of_one_cell_at_the_top_is_the_title_of_the_table() =>
        Assert.Equal(
            "上半年情况\n\n| 单位 | 次数 |\n| --- | ---: |\n| 甲 | 1 |",
            Importing.Markdown(
                Rows(
                    Cell("上半年情况", """<w:gridSpan w:val="2"/>"""),
                    Cell("单位") + Cell("次数"),
                    Cell("甲") + Cell("1")
                )
            )
        );

    [Fact]
    public void A_frame_of_one_cell_is_no_table() =>
        Assert.Equal("框里的一段。", Importing.Markdown(Rows(Cell("框里的一段。"))));

    [Fact]
    public void Paragraphs_of_a_cell_are_lines_and_bars_stay() =>
        Assert.Equal(
            "| 甲\\|乙 | 丙 |\n| --- | --- |\n| 一<br>二 | - |",
            Importing.Markdown(
                Rows(
                    Cell("甲|乙") + Cell("丙"),
                    "<w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc>" + Cell("-")
                )
            )
        );

    [Fact]
    public void Rows_that_were_deleted_or_are_empty_go() =>
        Assert.Equal(
            "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |",
            Importing.Markdown(
                Rows(
                    Cell("甲") + Cell("乙"),
                    """<w:trPr><w:del w:id="1"/></w:trPr>""" + Cell("删") + Cell("删"),
                    Cell("") + Cell(""),
                    Cell("丙") + Cell("丁")
                )
            )
        );

    [Fact]
    public void Rows_of_different_lengths_are_filled_up() =>
        Assert.Equal(
            "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 丁 | 戊 |  |",
            Importing.Markdown(Rows(Cell("甲") + Cell("乙") + Cell("丙"), Cell("丁") + Cell("戊")))
        );

    [Fact]
    public void A_table_in_a_table_is_text_and_told()
    {
        var report = Importing.Report(
            Rows(
                Cell("甲") + Cell("乙"),
                $"<w:tc><w:tbl><w:tblPr/><w:tblGrid/><w:tr>{Cell("一")}{Cell("二")}</w:tr></w:tbl><w:p/></w:tc>{Cell("丙")}"
            )
        );
        Assert.Contains("| 一 二 | 丙 |", report.Body(""));
        Assert.Contains("表格里的表格", Assert.Single(report.Changed));
    }

    [Fact]
    public void A_page_shows_it()
    {
        var html = Reading.Report(Importing.Markdown(Rows(Cell("项目") + Cell("数量"), Cell("甲") + Cell("12")))).Html;
        Assert.Contains("<td class=\"right\">12</td>", html);
    }
}
