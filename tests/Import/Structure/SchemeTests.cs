using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>A scheme of numbers is decided for the whole document: what is a heading in one place is one in the others.</summary>
public sealed class SchemeTests
{
    const string Long = "坚持以习近平新时代中国特色社会主义思想凝心铸魂，推动党的二十大精神在机关落地生根见到实效";
    const string Opening = "这是正文，比标题长得多，说的是一年来的情况，全文都用同一种字体，标题用的是别的字体。";
    const string Fang = "仿宋_GB2312";
    const string Hei = "黑体";
    const string Kai = "楷体_GB2312";

    [Fact]
    public void A_long_line_of_a_scheme_is_a_heading_as_its_siblings_are() =>
        Assert.Equal(
            $"## 一、{Long}\n\n### （一）甲\n\n正文。\n\n## 二、乙\n\n正文。",
            Importing.Markdown($"一、{Long}", "（一）甲", "正文。", "二、乙", "正文。")
        );

    [Fact]
    public void Letters_that_stand_out_make_a_long_line_a_heading() =>
        Assert.Equal(
            $"## 一、{Long}\n\n正文。\n\n## 二、{Long}\n\n正文。",
            Body(
                File()
                    .Line($"一、{Long}", font: Hei)
                    .Line(font: Fang, text: "正文。")
                    .Line($"二、{Long}", font: Hei)
                    .Line(font: Fang, text: "正文。")
            )
        );

    [Fact]
    public void A_full_stop_behind_a_heading_in_its_own_letters_is_a_slip() =>
        Assert.Equal(
            "## 一、做法\n\n### （一）突出政治引领。\n\n全年学习12次。\n\n### （二）突出实践导向\n\n全年调研8次。",
            Body(
                File()
                    .Line("一、做法", font: Hei)
                    .Line("（一）突出政治引领。", font: Kai)
                    .Line(font: Fang, text: "全年学习12次。")
                    .Line("（二）突出实践导向", font: Kai)
                    .Line(font: Fang, text: "全年调研8次。")
            )
        );

    [Fact]
    public void So_it_is_where_only_the_siblings_tell() =>
        Assert.Equal(
            "## （一）突出政治引领。\n\n全年学习12次。\n\n## （二）突出实践导向\n\n全年调研8次。",
            Importing.Markdown("（一）突出政治引领。", "全年学习12次。", "（二）突出实践导向", "全年调研8次。")
        );

    [Fact]
    public void A_question_is_a_heading() =>
        Assert.Equal(
            "## 一、为什么修订？\n\n为了规范。\n\n## 二、何时施行？\n\n5月1日。",
            Importing.Markdown("一、为什么修订？", "为了规范。", "二、何时施行？", "5月1日。")
        );

    [Fact]
    public void A_section_without_text_is_a_heading_where_the_others_are() =>
        Assert.Equal(
            "## 一、甲\n\n正文。\n\n## 二、乙\n\n## 三、丙\n\n正文。",
            Importing.Markdown("一、甲", "正文。", "二、乙", "三、丙", "正文。")
        );

    [Fact]
    public void A_list_in_a_section_is_none_though_its_numbers_are_those_of_sections() =>
        Assert.Equal(
            "## 一、甲\n\n议程：\n\n一、学习\n\n二、讨论\n\n三、小结\n\n## 二、乙\n\n正文。",
            Importing.Markdown("一、甲", "议程：", "一、学习", "二、讨论", "三、小结", "二、乙", "正文。")
        );

    [Fact]
    public void A_heading_and_its_text_may_share_a_paragraph() =>
        Assert.Equal(
            "## 一、做法\n\n全年学习12次，调研8次。\n\n## 二、打算\n\n再抓一年。",
            Importing.Markdown("一、做法\n全年学习12次，调研8次。", "二、打算\n再抓一年。")
        );

    [Fact]
    public void Lines_with_numbers_in_one_paragraph_are_items() =>
        Assert.Equal(
            "名单：\n\n1. 财政局\n2. 教育局\n\n正文。",
            Importing.Markdown("名单：\n1.财政局\n2.教育局", "正文。")
        );

    [Fact]
    public void Lines_without_numbers_that_stand_out_are_headings_of_two_levels() =>
        Assert.Equal(
            "## 主要做法\n\n### 抓学习\n\n正文。\n\n### 抓作风\n\n正文。\n\n## 下步打算\n\n正文。",
            Body(
                File()
                    .Line("主要做法", font: Hei)
                    .Line("抓学习", font: Kai)
                    .Line(font: Fang, text: "正文。")
                    .Line("抓作风", font: Kai)
                    .Line(font: Fang, text: "正文。")
                    .Line("下步打算", font: Hei)
                    .Line(font: Fang, text: "正文。")
            )
        );

    [Fact]
    public void A_line_without_number_ranks_as_the_numbered_ones_that_look_the_same() =>
        Assert.Equal(
            "## 前言\n\n正文。\n\n## 一、做法\n\n### （一）学\n\n正文。\n\n## 结语\n\n正文。",
            Body(
                File()
                    .Line("前言", font: Hei)
                    .Line(font: Fang, text: "正文。")
                    .Line("一、做法", font: Hei)
                    .Line("（一）学", font: Kai)
                    .Line(font: Fang, text: "正文。")
                    .Line("结语", font: Hei)
                    .Line(font: Fang, text: "正文。")
            )
        );

    [Fact]
    public void Numbers_that_begin_anew_below_lines_without_lie_below_them() =>
        Assert.Equal(
            "## 政治机关\n\n### 一、学\n\n正文。\n\n### 二、做\n\n正文。\n\n## 书香机关\n\n### 一、读\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("政治机关", bold: true)
                    .Line("一、学")
                    .Line("正文。")
                    .Line("二、做")
                    .Line("正文。")
                    .Line("书香机关", bold: true)
                    .Line("一、读")
                    .Line("正文。")
            )
        );

    [Fact]
    public void Letters_that_are_set_apart_are_put_together() =>
        Assert.Equal(
            "## 第一章　总则\n\n正文。\n\n## 第二章　附则\n\n正文。",
            Importing.Markdown("第一章　总　　则", "正文。", "第二章　附 则", "正文。")
        );

    [Fact]
    public void An_outline_level_on_a_plain_paragraph_is_a_style() =>
        Assert.Equal(
            "## 总体\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Runs("<w:r><w:t>总体</w:t></w:r>", """<w:outlineLvl w:val="0"/>""")
                    .Line("正文。")
            )
        );

    static string Body(WordFile file)
    {
        var body = Importing.Markdown(file);
        Assert.StartsWith(Opening + "\n\n", body, StringComparison.Ordinal);
        return body[(Opening.Length + 2)..];
    }

    /// <summary>A document whose text is set in 仿宋, as the standard has it.</summary>
    static WordFile File() => new WordFile().Titled().Line(Opening, font: Fang);
}
