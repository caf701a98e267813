using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Letterheads of notices, letters, orders and minutes: off the body, told word for word, and the real title below them.</summary>
public sealed class LetterheadTests
{
    const string Red = "FF0000";

    [Fact]
    public void One_without_a_number_is_told_by_its_colour() =>
        Read(
            Mark("中共示例区机关工作委员会").Titled("关于开展读书活动的通知").Line("机关各党组织：").Line("正文。"),
            "关于开展读书活动的通知",
            "机关各党组织：\n\n正文。\n",
            "中共示例区机关工作委员会"
        );

    [Fact]
    public void One_in_black_is_told_by_its_size() =>
        Read(
            new WordFile()
                .Line("示例区财政局", side: "center", size: 42)
                .Titled("关于报送年度总结的函")
                .Line("区委：")
                .Line("正文。"),
            "关于报送年度总结的函",
            "区委：\n\n正文。\n",
            "示例区财政局"
        );

    [Theory]
    [InlineData("通　　告")]
    [InlineData("示例区公安局通告")]
    [InlineData("示例区人民政府公告")]
    public void A_notice_to_the_public_has_its_kind_in_the_letterhead(string mark) =>
        Read(
            Mark(mark).Line("2024年第5号", side: "center").Titled("关于道路施工期间交通管制的通告").Line("正文。"),
            "关于道路施工期间交通管制的通告",
            "正文。\n",
            mark,
            "2024年第5号"
        );

    [Theory]
    [InlineData("常新工委〔2021〕5号")]
    [InlineData("常新工委[2021] 5 号")]
    [InlineData("常新工委函〔2021〕第5号　　签发人：张三")]
    [InlineData("〔2021〕5号")]
    [InlineData("常新工委〔2021〕　号")]
    public void A_number_need_not_be_written_as_the_standard_has_it(string number) =>
        Read(
            new WordFile()
                .Line("新北区机关工委文件", side: "center", size: 30)
                .Line(number, side: "center")
                .Titled("关于上半年工作的报告")
                .Line("正文。"),
            "关于上半年工作的报告",
            "正文。\n",
            "新北区机关工委文件",
            number
        );

    [Fact]
    public void All_that_stands_above_the_line_goes() =>
        Read(
            new WordFile()
                .Line("000012　　　　特急")
                .Line("新北区机关工委", side: "center", size: 36, colour: Red)
                .Line("示例区财政局　文件", side: "center", size: 36, colour: Red)
                .Line("常新工委〔2021〕5号　　签发人：张三　李四")
                .Line("————★————", side: "center")
                .Titled("关于上半年工作的报告")
                .Line("正文。"),
            "关于上半年工作的报告",
            "正文。\n",
            "000012　　　　特急",
            "新北区机关工委",
            "示例区财政局　文件",
            "签发人：张三　李四",
            "————★————"
        );

    [Fact]
    public void Organs_of_a_joint_document_stand_in_a_table_without_borders() =>
        Read(
            new WordFile()
                .Table(["新北区机关工委", "文件"], ["示例区财政局", ""])
                .Line("常新工委〔2021〕5号", side: "center")
                .Titled("关于上半年工作的报告")
                .Line("正文。"),
            "关于上半年工作的报告",
            "正文。\n",
            "新北区机关工委；文件；示例区财政局",
            "常新工委〔2021〕5号"
        );

    [Fact]
    public void Letterhead_and_number_may_share_a_paragraph() =>
        Read(
            new WordFile()
                .Line("新北区机关工委文件\n常新工委〔2021〕5号", side: "center", colour: Red)
                .Titled("关于上半年工作的报告")
                .Line("正文。"),
            "关于上半年工作的报告",
            "正文。\n",
            "新北区机关工委文件",
            "常新工委〔2021〕5号"
        );

    [Fact]
    public void An_order_is_called_by_its_number()
    {
        var report = Importing.Report(
            Mark("示例区人民政府令")
                .Line("第12号", side: "center")
                .Line("《示例区绿化办法》已经通过，现予公布。")
                .Line("区长　李四", side: "right")
                .Line("2024年3月1日", side: "right")
        );
        Assert.Equal("示例区人民政府令第12号", report.Title);
        Assert.Equal("《示例区绿化办法》已经通过，现予公布。\n", report.Body(""));
        Assert.Equal("区长 李四", report.SignedBy);
    }

    [Fact]
    public void Minutes_without_a_title_are_called_by_their_name()
    {
        var report = Importing.Report(
            Mark("示例区机关工委会议纪要").Line("第3期", side: "center").Line("3月1日，工委召开会议，听取了汇报。")
        );
        Assert.Equal("示例区机关工委会议纪要第3期", report.Title);
        Assert.Equal("3月1日，工委召开会议，听取了汇报。\n", report.Body(""));
    }

    [Fact]
    public void Office_and_date_of_minutes_may_stand_in_a_table_below_the_number()
    {
        var report = Importing.Report(
            Mark("专题会议纪要")
                .Line("〔2024〕3号", side: "center")
                .Table(["新北区机关工委", "2024年3月1日"])
                .Titled("研究机关党建工作")
                .Line("会议要求，抓好落实。")
        );
        Assert.Equal(
            ("研究机关党建工作", new DateOnly(2024, 3, 1), "会议要求，抓好落实。\n"),
            (report.Title, report.Date, report.Body(""))
        );
    }

    [Fact]
    public void A_number_below_the_title_makes_no_letterhead_of_it() =>
        Read(
            new WordFile()
                .Line("关于上半年工作的报告", side: "center", size: 22, colour: Red)
                .Line("（常新工委〔2021〕5号）", side: "center")
                .Line("正文。"),
            "关于上半年工作的报告",
            "正文。\n",
            "（常新工委〔2021〕5号）"
        );

    [Fact]
    public void A_red_title_is_a_title() =>
        Read(
            new WordFile()
                .Line("示例区2024年工作总结", side: "center", size: 26, colour: Red)
                .Line("示例区财政局", side: "center", size: 16)
                .Line("正文。"),
            "示例区2024年工作总结",
            "正文。\n",
            "示例区财政局"
        );

    [Fact]
    public void The_name_of_the_unit_over_the_rest_of_a_title_belongs_to_it() =>
        Read(
            new WordFile()
                .Line("示例区财政局", side: "center", size: 20)
                .Line("2024年度工作总结", side: "center", size: 22)
                .Line("正文。"),
            "示例区财政局2024年度工作总结",
            "正文。\n"
        );

    [Fact]
    public void A_table_of_the_report_is_no_letterhead()
    {
        var report = Importing.Report(new WordFile().Titled().Table(["单位", "文件"], ["财政局", "12"]).Line("正文。"));
        Assert.Contains("| 财政局 | 12 |", report.Body(""));
        Assert.Empty(report.Letterhead);
    }

    static WordFile Mark(string mark) => new WordFile().Line(mark, side: "center", size: 36, colour: Red);

    static void Read(WordFile file, string title, string body, params string[] told)
    {
        var report = Importing.Report(file);
        Assert.Equal((title, body), (report.Title, report.Body("")));
        Assert.All(told, words => Assert.Contains(report.Letterhead, line => line.Contains(words)));
        if (told.Length == 0)
            Assert.Empty(report.Letterhead);
    }
}
