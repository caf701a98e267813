using WorkReports.Tests.Import.Word;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Chinese numbers and Word's styles become headings; what only looks like one does not.</summary>
public sealed class HeadingTests
{
    [Fact]
    public void Chinese_numbers_are_levels() =>
        Assert.Equal(
            "## 一、主要做法\n\n### （一）学在前\n\n#### 1.定题目\n\n正文。\n\n##### （1）细目\n\n正文。\n\n## 二、打算\n\n正文。",
            Importing.Markdown(
                "一、主要做法",
                "（一）学在前",
                "1.定题目",
                "正文。",
                "（1）细目",
                "正文。",
                "二、打算",
                "正文。"
            )
        );

    [Fact]
    public void A_level_that_no_heading_has_is_closed_up() =>
        Assert.Equal(
            "## （一）甲\n\n正文。\n\n### 1.乙\n\n正文。",
            Importing.Markdown("（一）甲", "正文。", "1.乙", "正文。")
        );

    [Fact]
    public void Parts_and_chapters_lie_above() =>
        Assert.Equal(
            "## 第一部分 总体情况\n\n### 一、概况\n\n正文。",
            Importing.Markdown("第一部分 总体情况", "一、概况", "正文。")
        );

    [Fact]
    public void Styles_of_Word_are_levels_and_lose_their_bold() =>
        Assert.Equal(
            "## 主要做法\n\n### 学在前\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .HeadingStyles()
                    .Titled()
                    .Line("主要做法", style: "1")
                    .Line("学在前", style: "2")
                    .Line("正文。")
            )
        );

    [Fact]
    public void Numbers_below_styled_headings_lie_below_them() =>
        Assert.Equal(
            "## 一、甲\n\n### （一）乙\n\n正文。\n\n## 二、丙\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .HeadingStyles()
                    .Titled()
                    .Line("一、甲", style: "1")
                    .Line("（一）乙")
                    .Line("正文。")
                    .Line("二、丙", style: "1")
                    .Line("正文。")
            )
        );

    [Fact]
    public void A_paragraph_in_the_style_of_a_heading_stays_a_paragraph()
    {
        var text = string.Concat(Enumerable.Repeat("这是一整段正文，", 12)) + "完。";
        Assert.Equal(text, Importing.Markdown(new WordFile().HeadingStyles().Titled().Line(text, style: "1")));
    }

    [Fact]
    public void A_numbered_sentence_is_a_paragraph_whose_first_words_are_bold() =>
        Assert.Equal(
            "**（一）强化理论武装**。坚持把学习摆在前面，全年学习十二次。\n\n正文。",
            Importing.Markdown("（一）强化理论武装。坚持把学习摆在前面，全年学习十二次。", "正文。")
        );

    [Fact]
    public void Short_numbered_lines_without_text_between_are_a_list() =>
        Assert.Equal(
            "名单：\n\n1. 财政局\n2. 教育局\n3. 审批局\n\n正文。",
            Importing.Markdown("名单：", "1.财政局", "2.教育局", "3.审批局", "正文。")
        );

    [Fact]
    public void Numbered_sentences_that_follow_each_other_are_a_list() =>
        Assert.Equal(
            "1. 走访了30个单位。\n2. 征集意见52条。",
            Importing.Markdown("1．走访了30个单位。", "2．征集意见52条。")
        );

    [Fact]
    public void Chinese_numbers_that_follow_each_other_stay_as_they_are() =>
        Assert.Equal("一、甲\n\n二、乙", Importing.Markdown("一、甲", "二、乙"));

    [Fact]
    public void A_short_bold_line_is_a_heading_below_the_one_before_it() =>
        Assert.Equal(
            "## 一、做法\n\n### 抓学习\n\n正文。\n\n### 抓作风\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("一、做法")
                    .Line("抓学习", bold: true)
                    .Line("正文。")
                    .Line("抓作风", bold: true)
                    .Line("正文。")
            )
        );

    [Fact]
    public void A_bold_sentence_is_none() =>
        Assert.Equal(
            "**必须办好**。\n\n正文。",
            Importing.Markdown(new WordFile().Titled().Line("必须办好。", bold: true).Line("正文。"))
        );

    [Theory]
    [InlineData("1.5万人次参加")]
    [InlineData("2021年工作")]
    [InlineData("一是抓学习")]
    [InlineData("十分重要")]
    public void What_only_begins_like_a_number_is_text(string line) => Assert.Equal(line, Importing.Markdown(line));

    [Fact]
    public void A_number_that_Word_sets_is_written_out() =>
        Assert.Equal(
            "## 一、甲\n\n正文。\n\n## 二、乙\n\n### （一）丙\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .List(1, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))
                    .Titled()
                    .Item("甲", 1)
                    .Line("正文。")
                    .Item("乙", 1)
                    .Item("丙", 1, 1)
                    .Line("正文。")
            )
        );

    [Fact]
    public void A_contents_page_is_dropped_and_told()
    {
        var report = Importing.Report(
            new WordFile()
                .Style("TOC1", "toc 1")
                .Titled()
                .Runs(Imported.Field("TOC", Imported.Run("一、甲 3")), """<w:pStyle w:val="TOC1"/>""")
                .Line("一、甲")
                .Line("正文。")
        );
        Assert.Equal("## 一、甲\n\n正文。\n", report.Body("图片"));
        Assert.Contains("目录", Assert.Single(report.Lost));
    }
}
