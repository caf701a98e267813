using WorkReports.Import.Structure.Lines;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Who signed and when; the lines that say so leave the body.</summary>
public sealed class SignatureTests
{
    static readonly DateOnly Day = new(2021, 8, 31);

    [Theory]
    [InlineData("2021年8月31日")]
    [InlineData("2021 年 8 月 31 日")]
    [InlineData("２０２１年８月３１日")]
    [InlineData("二〇二一年八月三十一日")]
    [InlineData("二○二一年八月三十一日")]
    [InlineData("二零二一年八月三十一日")]
    [InlineData("（2021年8月31日）")]
    [InlineData("2021.8.31")]
    [InlineData("2021-08-31")]
    public void Dates_are_read_as_they_are_signed(string text) => Assert.Equal(Day, SignedDate.Read(text));

    [Theory]
    [InlineData("截至2021年8月31日")]
    [InlineData("2021年8月")]
    [InlineData("2021年2月30日")]
    [InlineData("二一年八月")]
    public void Other_lines_are_no_dates(string text) => Assert.Null(SignedDate.Read(text));

    [Theory]
    [InlineData("新北区机关工委|2021年8月31日")]
    [InlineData("新北区机关工委\n2021年8月31日")]
    [InlineData("新北区机关工委　　2021年8月31日")]
    [InlineData("中共新北区委区级机关工作委员会|二〇二一年八月三十一日")]
    public void The_unit_stands_above_the_date(string lines)
    {
        var report = Importing.Report(
            lines
                .Split('|')
                .Aggregate(new WordFile().Titled().Line("正文。"), (file, line) => file.Line(line, side: "right"))
        );
        Assert.Equal((Day, "xinbei", "正文。\n"), (report.Date, report.Unit?.Slug, report.Body("")));
    }

    [Fact]
    public void A_unit_that_nobody_knows_is_told_by_its_name()
    {
        var report = Importing.Report(
            new WordFile().Titled().Line("正文。").Line("某某区财政局").Line("2021年8月31日")
        );
        Assert.Equal((null, "某某区财政局", "正文。\n"), (report.Unit, report.SignedBy, report.Body("")));
    }

    [Fact]
    public void Several_units_may_sign()
    {
        var report = Importing.Report(
            new WordFile().Titled().Line("正文。").Line("某某区财政局").Line("新北区机关工委").Line("2021年8月31日")
        );
        Assert.Equal(("某某区财政局、新北区机关工委", "xinbei"), (report.SignedBy, report.Unit?.Slug));
    }

    [Fact]
    public void Annexes_after_it_stay_and_the_imprint_goes()
    {
        var report = Importing.Report(
            new WordFile()
                .Titled()
                .Line("正文。")
                .Line("新北区机关工委")
                .Line("2021年8月31日")
                .Line("附件：数据表")
                .Line("抄送：区委办公室。")
                .Line("新北区机关工委办公室 2021年9月1日印发")
        );
        Assert.Equal((Day, "正文。\n\n附件：数据表\n"), (report.Date, report.Body("")));
        Assert.Equal(
            [
                "落款：新北区机关工委（第 3 段）",
                "落款：2021年8月31日（第 4 段）",
                "版记：抄送：区委办公室。（第 6 段）",
                "版记：新北区机关工委办公室 2021年9月1日印发（第 7 段）",
            ],
            report.Letterhead
        );
    }

    [Fact]
    public void It_may_stand_under_the_title()
    {
        var report = Importing.Report(
            new WordFile()
                .Titled()
                .Line("新北区机关工委", side: "center")
                .Line("（2021年8月31日）", side: "center")
                .Line("正文。")
                .Line("又一段。")
        );
        Assert.Equal(
            (Day, "xinbei", "标题下面", "正文。\n\n又一段。\n"),
            (report.Date, report.Unit?.Slug, report.DateSource, report.Body(""))
        );
    }

    [Theory]
    [InlineData("新北区机关工委坚持学在前。")]
    [InlineData("新北区机关工委、区财政局联合报告：")]
    public void A_first_line_that_names_the_unit_is_text(string line) =>
        Assert.StartsWith(line, Importing.Markdown(line, "又一段。"), StringComparison.Ordinal);

    [Fact]
    public void A_date_in_the_text_is_not_signed()
    {
        var report = Importing.Report(
            new WordFile()
                .Titled()
                .Line("2021年1月5日")
                .Line("启动。")
                .Line("2021年3月8日")
                .Line("推进。")
                .Line("2021年6月1日")
                .Line("验收。")
                .Line("办结三件。")
                .Line("回访四件。")
                .Properties(modified: new DateTime(2021, 9, 1, 20, 0, 0, DateTimeKind.Utc))
        );
        Assert.Null(report.Date);
        Assert.Equal(new DateOnly(2021, 9, 2), report.FileDate);
        Assert.Contains("2021年6月1日", report.Body(""));
    }
}
