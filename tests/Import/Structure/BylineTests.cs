using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Who wrote a document and when, as it stands below the title.</summary>
public sealed class BylineTests
{
    [Theory]
    [InlineData("新北区机关工委　张三")]
    [InlineData("张三")]
    [InlineData("张　三　李四光")]
    [InlineData("示例区人民政府区长　李四")]
    [InlineData("作者：张三")]
    [InlineData("执笔：张三、李四")]
    [InlineData("（作者单位：示例区财政局）")]
    [InlineData("示例区财政局")]
    public void An_author_is_told_and_no_part_of_title_or_text(string line)
    {
        var report = Importing.Report(
            new WordFile().Titled().Line(line, side: "center", font: "楷体").Line("各位代表：").Line("正文。")
        );
        Assert.Equal(("试验报告", "各位代表：\n\n正文。\n"), (report.Title, report.Body("")));
        Assert.Contains(report.Letterhead, told => told.Contains(line));
    }

    [Fact]
    public void The_unit_before_an_author_is_the_reports() =>
        Assert.Equal(
            "xinbei",
            Importing
                .Report(new WordFile().Titled().Line("新北区机关工委　张三", side: "center").Line("正文。"))
                .Unit?.Slug
        );

    [Fact]
    public void An_author_in_the_letters_of_the_title_is_none_of_it() =>
        Assert.Equal(
            "试验报告",
            Importing.Report(new WordFile().Titled().Line("王　五", side: "center", size: 22).Line("正文。")).Title
        );

    [Fact]
    public void The_occasion_stays_and_gives_the_day()
    {
        const string occasion = "（2024年1月5日在示例区第三届人民代表大会第四次会议上）";
        var report = Importing.Report(
            new WordFile()
                .Titled("政府工作报告")
                .Line(occasion, side: "center")
                .Line("区长　李四", side: "center")
                .Line("各位代表：")
                .Line("正文。")
        );
        Assert.Equal(
            ("政府工作报告", new DateOnly(2024, 1, 5), $"{occasion}\n\n各位代表：\n\n正文。\n"),
            (report.Title, report.Date, report.Body(""))
        );
    }

    [Theory]
    [InlineData("——2024年1月5日在示例区第三届人民代表大会第四次会议上")]
    [InlineData("─2024年1月5日在示例区第三届人民代表大会第四次会议上")]
    [InlineData("--2024年1月5日在示例区第三届人民代表大会第四次会议上")]
    public void An_occasion_behind_a_dash_belongs_to_the_title(string line)
    {
        var report = Importing.Report(
            new WordFile().Titled("政府工作报告").Line(line, side: "center").Line("各位代表：").Line("正文。")
        );
        Assert.Equal(
            ("政府工作报告——2024年1月5日在示例区第三届人民代表大会第四次会议上", new DateOnly(2024, 1, 5)),
            (report.Title, report.Date)
        );
    }

    [Theory]
    [InlineData("张三同志坚持学在前，做在前。")]
    [InlineData("财政局、教育局联合报告：")]
    [InlineData("前　言")]
    [InlineData("一、总体情况")]
    [InlineData("2024年，全区干部群众同心协力。")]
    public void The_text_below_a_title_stays(string line) =>
        Assert.Contains(
            line.Split('　')[^1],
            Importing.Markdown(new WordFile().Titled().Line(line).Line("正文。")),
            StringComparison.Ordinal
        );
}
