using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Several units sign, a person does, a month is named without a day, or the date comes first.</summary>
public sealed class JointSignatureTests
{
    static readonly DateOnly Day = new(2024, 3, 1);

    [Theory]
    [InlineData("示例区财政局　　新北区机关工委|2024年3月1日")]
    [InlineData("示例区财政局　新北区机关工委　2024年3月1日")]
    [InlineData("示例区财政局\n新北区机关工委\n2024年3月1日")]
    [InlineData("示例区财政局（盖章）　　新北区机关工委（盖章）|二〇二四年三月一日")]
    [InlineData("2024年3月1日|示例区财政局|新北区机关工委")]
    public void Units_may_share_a_line(string lines) =>
        Expect(
            "示例区财政局、新北区机关工委",
            lines
                .Split('|')
                .Aggregate(new WordFile().Titled().Line("正文。"), (file, line) => file.Line(line, side: "right"))
        );

    [Fact]
    public void They_may_stand_in_a_table_without_borders() =>
        Expect(
            "示例区财政局、新北区机关工委",
            new WordFile()
                .Titled()
                .Line("正文。")
                .Table(["示例区财政局", "新北区机关工委"], ["2024年3月1日", "2024年3月1日"])
        );

    [Fact]
    public void The_date_may_stand_below_the_table() =>
        Expect(
            "示例区财政局、新北区机关工委",
            new WordFile()
                .Titled()
                .Line("正文。")
                .Table(["示例区财政局", "新北区机关工委"])
                .Line("2024年3月1日", side: "right")
        );

    [Fact]
    public void Six_units_are_six() =>
        Assert.Equal(
            "甲局、乙局、丙局、丁局、戊局、己局",
            Importing
                .Report(
                    "甲局 乙局 丙局 丁局 戊局 己局"
                        .Split(' ')
                        .Aggregate(new WordFile().Titled().Line("正文。"), (file, unit) =>
                            file.Line(unit, side: "right")
                        )
                        .Line("2024年3月1日", side: "right")
                )
                .SignedBy
        );

    [Fact]
    public void A_list_of_units_before_the_signature_stays() =>
        Assert.Equal(
            "名单如下：\n\n财政局\n\n教育局\n",
            Importing
                .Report(
                    new WordFile()
                        .Titled()
                        .Line("名单如下：")
                        .Line("财政局")
                        .Line("教育局")
                        .Line("新北区机关工委", side: "right")
                        .Line("2024年3月1日", side: "right")
                )
                .Body("")
        );

    [Fact]
    public void A_table_of_the_report_stays()
    {
        var report = Importing.Report(
            new WordFile().Titled().Line("正文。").Table(["财政局", "2024年3月1日"], ["教育局", "2024年4月1日"])
        );
        Assert.Contains("| 教育局 | 2024年4月1日 |", report.Body(""));
        Assert.Null(report.Date);
    }

    [Theory]
    [InlineData("区长　李四")]
    [InlineData("李　四")]
    [InlineData("示例区机关工委书记　李四")]
    public void A_person_may_sign(string line)
    {
        var report = Importing.Report(
            new WordFile().Titled().Line("正文。").Line(line, side: "right").Line("2024年3月1日", side: "right")
        );
        Assert.Equal((Day, "正文。\n"), (report.Date, report.Body("")));
        Assert.Contains(report.Letterhead, told => told.Contains(line));
    }

    [Theory]
    [InlineData("新北区机关工委|2024年3月")]
    [InlineData("新北区机关工委|二〇二四年三月")]
    [InlineData("2024年3月|新北区机关工委")]
    public void A_month_alone_is_a_date_to_be_looked_at(string lines)
    {
        var report = Importing.Report(
            lines
                .Split('|')
                .Aggregate(new WordFile().Titled().Line("正文。"), (file, line) => file.Line(line, side: "right"))
        );
        Assert.Equal((Day, "xinbei", "正文。\n"), (report.Date, report.Unit?.Slug, report.Body("")));
        Assert.Contains("只有年月", Assert.Single(report.Changed));
    }

    [Fact]
    public void A_month_in_the_text_is_none()
    {
        var report = Importing.Report(
            new WordFile().Titled().Line("大事记。").Line("2024年3月").Line("启动。").Line("2024年4月").Line("验收。")
        );
        Assert.Null(report.Date);
        Assert.Contains("2024年4月", report.Body(""));
    }

    static void Expect(string signedBy, WordFile file)
    {
        var report = Importing.Report(file);
        Assert.Equal(
            (Day, signedBy, "xinbei", "正文。\n"),
            (report.Date, report.SignedBy, report.Unit?.Slug, report.Body(""))
        );
    }
}
