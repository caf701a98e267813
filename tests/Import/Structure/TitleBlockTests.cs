using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>What stands above the text: letterhead and title.</summary>
public sealed class TitleBlockTests
{
    [Fact]
    public void A_style_says_which_line_is_the_title() =>
        Assert.Equal(
            ("工作报告", "标题样式"),
            Title(new WordFile().Style("T", "Title").Line("工作报告", style: "T").Line("正文。"))
        );

    [Fact]
    public void A_large_line_in_the_middle_is_the_title() =>
        Assert.Equal("工作报告", Title(new WordFile().Line("工作报告", side: "center", size: 22).Line("正文。")).Title);

    [Fact]
    public void A_bold_line_in_the_middle_is_the_title() =>
        Assert.Equal(
            "工作报告",
            Title(new WordFile().Line("工作报告", side: "center", bold: true).Line("正文。")).Title
        );

    [Fact]
    public void A_title_broken_over_lines_is_one() =>
        Assert.Equal(
            "新北区机关工委2021年上半年“五个机关”建设情况报告",
            Title(
                new WordFile()
                    .Line("新北区机关工委2021年上半年\n“五个机关”", side: "center", size: 22)
                    .Line("建设情况报告", side: "center", size: 22)
                    .Line("正文。")
            ).Title
        );

    [Fact]
    public void A_line_with_a_dash_belongs_to_the_title() =>
        Assert.Equal(
            "一张清单办实事——区级机关结对纪实",
            Title(
                new WordFile()
                    .Line("一张清单办实事", side: "center", size: 22)
                    .Line("——区级机关结对纪实", side: "center", size: 16)
                    .Line("正文。")
            ).Title
        );

    [Fact]
    public void Words_set_apart_are_put_together_and_Latin_ones_are_not() =>
        Assert.Equal(
            "工作报告Annual Report",
            Title(new WordFile().Line("工　作　报　告\nAnnual\nReport", side: "center", size: 22).Line("正文。")).Title
        );

    [Fact]
    public void The_only_first_heading_is_the_title_and_the_others_move_up()
    {
        var report = Importing.Report(
            new WordFile().HeadingStyles().Line("工作报告", style: "1").Line("做法", style: "2").Line("正文。")
        );
        Assert.Equal(("工作报告", "## 做法\n\n正文。\n"), (report.Title, report.Body("")));
    }

    [Fact]
    public void Else_the_first_line_is_the_title() =>
        Assert.Equal("工作报告", Title(WordFile.Of("工作报告", "正文。")).Title);

    [Fact]
    public void A_sentence_is_no_title()
    {
        var report = Importing.Report(WordFile.Of("这是一句话。", "正文。").Properties(title: "属性里的标题"));
        Assert.Equal(("属性里的标题", "这是一句话。\n\n正文。\n"), (report.Title, report.Body("")));
    }

    [Fact]
    public void The_letterhead_leaves_the_body_and_is_told()
    {
        var report = Importing.Report(
            new WordFile()
                .Line("000012")
                .Line("特急")
                .Line("新北区机关工委文件", side: "center", size: 36, colour: "FF0000")
                .Line("常新工委〔2021〕5号", side: "center")
                .Line("关于上半年工作的报告", side: "center", size: 22)
                .Line("区委：")
                .Line("正文。")
        );
        Assert.Equal("关于上半年工作的报告", report.Title);
        Assert.Equal("区委：\n\n正文。\n", report.Body(""));
        Assert.Equal(
            [
                "份号：000012（第 1 段）",
                "紧急程度：特急（第 2 段）",
                "发文机关标志或报头：新北区机关工委文件（第 3 段）",
                "发文字号：常新工委〔2021〕5号（第 4 段）",
            ],
            report.Letterhead
        );
    }

    [Theory]
    [InlineData("机密★1年")]
    [InlineData("秘密")]
    public void A_classified_document_is_refused(string mark) =>
        Assert.Contains("密级", Importing.Refusal(new WordFile().Line(mark).Titled().Line("正文。").Bytes()));

    static (string? Title, string From) Title(WordFile file) =>
        Importing.Report(file) is var report ? (report.Title, report.TitleSource) : default;
}
