using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>The list of annexes below a text, and the annexes themselves.</summary>
public sealed class AnnexTests
{
    const string List = "附件：\n\n1. 读书活动安排表\n2. 报名表";

    [Theory]
    [InlineData("附件：1.读书活动安排表|2.报名表")]
    [InlineData("附件：1．读书活动安排表|　　　　　2．报名表")]
    [InlineData("附件:1、读书活动安排表|2、报名表")]
    [InlineData("附件：1.读书活动安排表\n2.报名表")]
    [InlineData("附件：1.读书活动安排表　　2.报名表")]
    [InlineData("附件：|1.读书活动安排表|2.报名表")]
    [InlineData("附　件：1．读书活动|安排表|2．报名表")]
    public void Its_items_are_a_list(string lines)
    {
        var report = Importing.Report(
            lines
                .Split('|')
                .Aggregate(new WordFile().Titled().Line("正文。"), (file, line) => file.Line(line))
                .Line("新北区机关工委", side: "right")
                .Line("2024年3月1日", side: "right")
        );
        Assert.Equal(
            "正文。\n\n" + List + "\n",
            report
                .Body("")
                .Replace("附　件：", "附件：", StringComparison.Ordinal)
                .Replace("附件:", "附件：", StringComparison.Ordinal)
        );
        Assert.Equal(new DateOnly(2024, 3, 1), report.Date);
    }

    [Fact]
    public void Its_numbers_are_no_sections_though_the_document_has_such() =>
        Assert.Equal(
            "## 一、时间\n\n### 1.甲\n\n正文。\n\n### 2.乙\n\n正文。\n\n" + List,
            Importing.Markdown("一、时间", "1.甲", "正文。", "2.乙", "正文。", "附件：1.读书活动安排表", "2.报名表")
        );

    [Fact]
    public void Its_items_may_begin_with_a_year() =>
        Assert.Equal(
            "正文。\n\n附件：\n\n1. 2023年台账\n2. 2024年安排",
            Importing.Markdown("正文。", "附件：1．2023年台账", "2．2024年安排")
        );

    [Fact]
    public void Chinese_numbers_in_it_stay_as_they_are() =>
        Assert.Equal(
            "## 一、时间\n\n正文。\n\n附件：\n\n一、安排表\n\n二、报名表",
            Importing.Markdown("一、时间", "正文。", "附件：一、安排表", "二、报名表")
        );

    [Theory]
    [InlineData("附件：读书活动安排表")]
    [InlineData("附件1：安排表")]
    [InlineData("附：2024年工作要点")]
    public void One_annex_is_a_line(string line) =>
        Assert.Equal($"正文。\n\n{line}", Importing.Markdown("正文。", line));

    [Fact]
    public void An_annex_is_a_section_and_its_sections_lie_below_it() =>
        Assert.Equal(
            "## 一、时间\n\n正文。\n\n## 附件1\n\n### 读书活动安排\n\n#### 一、读什么\n\n正文。\n\n#### 二、怎样读\n\n正文。\n\n## 附件2\n\n### 报名表\n\n| 姓名 | 单位 |\n| --- | --- |\n| 张三 | 财政局 |",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("一、时间")
                    .Line("正文。")
                    .Line("附件1")
                    .Line("读书活动安排", side: "center", size: 22)
                    .Line("一、读什么")
                    .Line("正文。")
                    .Line("二、怎样读")
                    .Line("正文。")
                    .Line("附件2")
                    .Line("报名表", side: "center", size: 22)
                    .Table(["姓名", "单位"], ["张三", "财政局"])
            )
        );

    [Fact]
    public void The_signature_before_an_annex_is_found()
    {
        var report = Importing.Report(
            new WordFile()
                .Titled()
                .Line("正文。")
                .Line("附件：报名表")
                .Line("新北区机关工委", side: "right")
                .Line("2024年3月1日", side: "right")
                .Line("（此件公开发布）")
                .Line("附件")
                .Line("报名表", side: "center", size: 22)
                .Line("请填写姓名。")
        );
        Assert.Equal((new DateOnly(2024, 3, 1), "xinbei"), (report.Date, report.Unit?.Slug));
        Assert.Equal("正文。\n\n附件：报名表\n\n## 附件\n\n### 报名表\n\n请填写姓名。\n", report.Body(""));
        Assert.Contains(report.Letterhead, line => line.Contains("此件公开发布"));
    }
}
