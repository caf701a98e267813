using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Bulletins (简报): masthead and foot leave the body, and the first article's title is the report's.</summary>
public sealed class BulletinTests
{
    [Theory]
    [InlineData("第12期（总第156期）")]
    [InlineData("第12期")]
    [InlineData("2024年第十二期")]
    [InlineData("（第 12 期　总第 156 期）")]
    [InlineData("第12期/总第85期")]
    [InlineData("总第156期")]
    [InlineData("增刊")]
    public void The_masthead_is_no_title(string issue)
    {
        var report = Importing.Report(Bulletin("机关党建简报", issue));
        Assert.Equal(("政治机关建设走深走实", "正文。\n"), (report.Title, report.Body("")));
        Assert.Contains(report.Letterhead, line => line.Contains("机关党建简报"));
        Assert.Contains(report.Letterhead, line => line.Contains(issue));
        Assert.Contains(report.Letterhead, line => line.Contains("新北区机关工委"));
    }

    [Theory]
    [InlineData("党旗飘扬")]
    [InlineData("情况反映")]
    [InlineData("工 作 信 息")]
    public void Its_name_may_be_any(string name) =>
        Assert.Equal("政治机关建设走深走实", Importing.Report(Bulletin(name, "第12期")).Title);

    [Fact]
    public void Unit_and_date_of_the_masthead_are_those_of_a_bulletin_that_nobody_signed()
    {
        var report = Importing.Report(Bulletin("机关党建简报", "第12期"));
        Assert.Equal((new DateOnly(2024, 3, 1), "报头", "xinbei"), (report.Date, report.DateSource, report.Unit?.Slug));
    }

    [Fact]
    public void They_may_stand_in_a_table()
    {
        var report = Importing.Report(
            new WordFile()
                .Line("机关党建简报", side: "center", size: 48, colour: "FF0000")
                .Table(["新北区机关工委", "第12期", "2024年3月1日"])
                .Titled("政治机关建设走深走实")
                .Line("正文。")
        );
        Assert.Equal(("政治机关建设走深走实", "正文。\n"), (report.Title, report.Body("")));
        Assert.Equal((new DateOnly(2024, 3, 1), "xinbei"), (report.Date, report.Unit?.Slug));
        Assert.Contains(report.Letterhead, line => line.Contains("第12期；2024年3月1日"));
    }

    [Theory]
    [InlineData("新北区机关工委编印　　2024年3月1日")]
    [InlineData("编印：新北区机关工委|2024年3月1日")]
    [InlineData("新北区机关工委|2024年3月1日")]
    [InlineData("二〇二四年三月一日|主办：新北区机关工委")]
    public void Unit_and_date_may_be_written_otherwise(string lines)
    {
        var file = new WordFile().Line("机关党建简报", side: "center", size: 48).Line("第12期", side: "center");
        var report = Importing.Report(
            lines
                .Split('|')
                .Aggregate(file, (all, line) => all.Line(line, side: "center"))
                .Titled("政治机关建设走深走实")
                .Line("正文。")
        );
        Assert.Equal(
            ("政治机关建设走深走实", "正文。\n", new DateOnly(2024, 3, 1)),
            (report.Title, report.Body(""), report.Date)
        );
        Assert.All(lines.Split('|'), line => Assert.Contains(report.Letterhead, told => told.Contains(line)));
    }

    [Fact]
    public void The_date_below_its_title_is_no_masthead()
    {
        var report = Importing.Report(
            new WordFile()
                .Line("机关党建简报", side: "center", size: 48)
                .Line("第12期", side: "center")
                .Titled("政治机关建设走深走实")
                .Line("新北区机关工委　2024年3月1日", side: "center")
                .Line("正文。")
        );
        Assert.Equal(
            ("政治机关建设走深走实", "正文。\n", "标题下面"),
            (report.Title, report.Body(""), report.DateSource)
        );
    }

    [Theory]
    [InlineData("————————|报：区委。|送：各部门。")]
    [InlineData("报：区委、区政府领导。|送：区级机关各部门。|发：各镇街。|共印50份")]
    [InlineData("报：区委。\n送：区级机关各部门。\n发：各镇街。|（共印50份）")]
    [InlineData("抄送：区委办公室，|区人大常委会办公室，|区政协办公室。|新北区机关工委办公室　2024年3月1日印发")]
    [InlineData("编辑：张三|审核：李四|签发：王五")]
    public void The_foot_goes_and_is_told(string foot)
    {
        var report = Importing.Report(
            foot.Split('|').Aggregate(Bulletin("机关党建简报", "第12期"), (file, line) => file.Line(line))
        );
        Assert.Equal("正文。\n", report.Body(""));
        Assert.All(foot.Split('|', '\n'), line =>
            Assert.Contains(report.Letterhead, told => told.Contains(line, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_note_of_its_editors_may_stand_above_the_title()
    {
        var report = Importing.Report(
            new WordFile()
                .Line("机关党建简报", side: "center", size: 48)
                .Line("第12期", side: "center")
                .Line("编者按：")
                .Line("现将财政局的做法刊发如下。")
                .Titled("支部建在窗口上")
                .Line("正文。")
        );
        Assert.Equal(
            ("支部建在窗口上", "编者按：\n\n现将财政局的做法刊发如下。\n\n正文。\n"),
            (report.Title, report.Body(""))
        );
    }

    [Fact]
    public void The_title_of_a_second_article_is_a_heading() =>
        Assert.Equal(
            "正文。\n\n## 书香机关建设有声有色\n\n正文。\n",
            Importing
                .Report(
                    Bulletin("机关党建简报", "第12期")
                        .Line("书香机关建设有声有色", side: "center", size: 22)
                        .Line("正文。")
                )
                .Body("")
        );

    [Fact]
    public void A_sentence_that_ends_the_text_is_no_foot()
    {
        var report = Importing.Report(
            Bulletin("机关党建简报", "第12期").Line("下一步，区机关工委将抓好三件事，").Line("一件一件抓到底。")
        );
        Assert.EndsWith("一件一件抓到底。\n", report.Body(""), StringComparison.Ordinal);
    }

    static WordFile Bulletin(string name, string issue) =>
        new WordFile()
            .Line(name, side: "center", size: 48, colour: "FF0000")
            .Line(issue, side: "center", size: 16)
            .Line("新北区机关工委　　2024年3月1日")
            .Titled("政治机关建设走深走实")
            .Line("正文。");
}
