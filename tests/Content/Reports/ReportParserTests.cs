using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Reports;

public sealed class ReportParserTests
{
    const string English = """
        ---
        title: 一份报告
        date: 2021-08-31 09:30
        unit: 第二单位
        source: 来源处
        author: 某人
        summary: 摘要一句。
        keywords: [党建, 学习]
        slug: a-report
        aliases: [/old/a.html, b]
        attachments: [附件/表.csv]
        updated: 2021/9/1
        change: 改了一个数。
        pinned: true
        draft: 否
        expires: 2031年8月31日
        ---
        正文。
        """;

    const string Chinese = """
        ---
        标题: 一份报告
        发布日期: 2021年8月31日 9:30
        发布单位: 第二试验单位
        来源: 来源处
        作者: 某人
        摘要: 摘要一句。
        关键词: 党建，学习
        网址: a-report
        旧网址: [/old/a.html, b]
        附件: 附件/表.csv
        修订日期: 2021-09-01
        修订说明: 改了一个数。
        置顶: 是
        草稿: false
        下线日期: 2031-08-31
        ---
        正文。
        """;

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void Reads_every_key_in_either_language(string text)
    {
        var report = Reading.Report(text, beside: content => content.With("政治机关/附件/表.csv", "甲,乙\n"));
        Assert.Equal("一份报告", report.Title);
        Assert.Equal("2021-08-31 09:30", BeijingTime.Minute(report.Published));
        Assert.Equal("second", report.Unit);
        Assert.Equal(("来源处", "某人", "摘要一句。"), (report.Source, report.Author, report.Summary));
        Assert.Equal(["党建", "学习"], report.Keywords);
        Assert.Equal("a-report", report.Slug);
        Assert.Equal(["a.html", "b"], report.Aliases);
        Assert.Equal(new Attachment("政治机关/附件/表.csv", "表", 8), Assert.Single(report.Attachments));
        Assert.Equal("2021-09-01", BeijingTime.Date(report.Updated!.Value));
        Assert.Equal("改了一个数。", report.Change);
        Assert.True(report.Pinned);
        Assert.False(report.Draft);
        Assert.Equal("2031-08-31", BeijingTime.Date(report.Expires!.Value));
        Assert.Null(report.Withdrawn);
    }

    [Fact]
    public void A_file_without_a_head_is_a_report_too()
    {
        var report = Reading.Report("# 题目在这里\n\n正文。");
        Assert.Equal("题目在这里", report.Title);
        Assert.Equal("2021-08-31", BeijingTime.Date(report.Published));
        Assert.Equal("first", report.Unit);
        Assert.Equal("<p>正文。</p>", report.Html);
    }

    [Theory]
    [InlineData("## 题目在这里\n\n正文。", "<p>正文。</p>")]
    [InlineData("题目在这里\n---\n\n正文。\n\n### 小节", "<p>正文。</p>\n<h3 id=\"小节\">小节</h3>")]
    [InlineData("<h1>题目在这里</h1>\n\n正文。", "<p>正文。</p>")]
    [InlineData(
        "前言。\n\n# 题目在这里\n\n## 一、小节",
        "<p>前言。</p>\n<h2 id=\"题目在这里\">题目在这里</h2>\n<h2 id=\"一-小节\">一、小节</h2>"
    )]
    public void A_first_heading_above_all_others_is_the_title(string text, string html)
    {
        var report = Reading.Report(text);
        Assert.Equal(("题目在这里", html), (report.Title, report.Html));
    }

    [Theory]
    [InlineData("## 总体\n\n甲。\n\n## 细节\n\n乙。")]
    [InlineData("## 一、总体\n\n甲。")]
    [InlineData("## 政治机关\n\n甲。")]
    public void A_section_is_no_title(string text)
    {
        var report = Reading.Report(text, "综合/2021-08-31-试验.md");
        Assert.Equal("试验", report.Title);
        Assert.NotEmpty(report.Sections);
    }

    [Fact]
    public void Without_a_heading_the_file_name_is_the_title() => Assert.Equal("试验", Reading.Report("正文。").Title);

    [Fact]
    public void A_summary_is_cut_at_a_sentence_when_none_is_written()
    {
        var report = Reading.Report(string.Concat(Enumerable.Repeat("这是一句二十个字左右的话用来凑够长度。", 20)));
        Assert.EndsWith("。", report.Summary);
        Assert.InRange(report.Summary.Length, 61, 120);
    }

    [Theory]
    [InlineData("是", "本报告已由发布单位撤回。")]
    [InlineData("数据有误，待更正后重新发布。", "数据有误，待更正后重新发布。")]
    [InlineData("否", null)]
    public void Withdrawn_holds_the_note(string written, string? note) =>
        Assert.Equal(note, Reading.Report($"---\n撤稿: {written}\n---\n正文。").Withdrawn);

    [Fact]
    public void A_report_in_several_pillars_belongs_where_its_headings_say()
    {
        var report = Reading.Report(
            "## 一、打造政治机关\n\n甲。\n\n## 二、打造书香机关\n\n乙。\n",
            "综合/2021-08-31-全年.md"
        );
        Assert.Equal(["zhengzhi", "shuxiang"], report.Pillars.Select(membership => membership.Pillar));
        Assert.Equal("二、打造书香机关", report.Pillars[1].Section!.Title);
        Assert.Contains("data-seal=\"书\"", report.Html);
    }

    [Fact]
    public void A_heading_that_names_two_pillars_counts_for_both()
    {
        var report = Reading.Report("## 一、政治机关与书香机关\n\n甲。\n", "综合/2021-08-31-全年.md");
        Assert.Equal(["zhengzhi", "shuxiang"], report.Pillars.Select(membership => membership.Pillar));
        Assert.All(report.Pillars, membership => Assert.Equal("一-政治机关与书香机关", membership.Section!.Anchor));
    }

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("\"  \"")]
    public void An_empty_value_is_as_good_as_none(string value)
    {
        var report = Reading.Report(
            $"---\ntitle: {value}\nsource: {value}\nupdated: {value}\nkeywords: {value}\n---\n正文。"
        );
        Assert.Equal(("试验", null, null, 0), (report.Title, report.Source, report.Updated, report.Keywords.Count));
    }

    [Fact]
    public void The_head_overrules_the_headings()
    {
        var report = Reading.Report(
            "---\n机关: [书香机关]\n---\n## 一、打造政治机关\n\n甲。\n",
            "综合/2021-08-31-全年.md"
        );
        Assert.Equal(new Membership("shuxiang"), Assert.Single(report.Pillars));
    }

    [Fact]
    public void A_year_folder_below_a_pillar_changes_nothing() =>
        Assert.Equal(
            "zhengzhi",
            Assert.Single(Reading.Report("正文。", "政治机关/2021/2021-08-31-试验.md").Pillars).Pillar
        );

    [Fact]
    public void Headings_are_anchored_and_listed()
    {
        var report = Reading.Report("## 一、总体\n\n### （一）细节\n\n## 一、总体\n\n#### 不列\n");
        Assert.Equal(
            [
                new Section(2, "一-总体", "一、总体"),
                new Section(3, "一-细节", "（一）细节"),
                new Section(2, "一-总体-2", "一、总体"),
            ],
            report.Sections
        );
    }

    [Fact]
    public void A_link_to_a_pillar_file_leads_to_the_pillar() =>
        Assert.Contains(
            "href=\"/pillars/shuxiang#甲\"",
            Uri.UnescapeDataString(Reading.Report("[甲](../书香机关/_index.md#甲)").Html)
        );

    [Fact]
    public void A_link_to_a_file_leads_to_its_address()
    {
        var report = Reading.Report(
            "[甲](../书香机关/2020-01-01-甲.md#一) [乙](乙.md) ![图](图/一%20二.png) [表](图/表.xlsx)",
            beside: content =>
                content
                    .With("书香机关/2020-01-01-甲.md", "---\n网址: jia\n---\n")
                    .With("政治机关/乙.md", "没有日期也有网址")
                    .With("政治机关/图/一 二.png", [1])
                    .With("政治机关/图/表.xlsx", [1])
        );
        Assert.Contains("href=\"/reports/jia#", report.Html);
        Assert.Matches("href=\"/reports/[0-9a-f]{10}\"", report.Html);
        Assert.Contains(
            "src=\"/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%9B%BE/%E4%B8%80%20%E4%BA%8C.png\"",
            report.Html
        );
        Assert.Equal(["政治机关/图/一 二.png", "政治机关/图/表.xlsx"], report.Files);
    }
}
