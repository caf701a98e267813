using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Word;

/// <summary>Numbers that Word sets before paragraphs.</summary>
public sealed class NumberingTests
{
    const string Break = """<w:sectPr><w:type w:val="nextPage"/></w:sectPr>""";

    static string Level(int at, string format, string text, string more = "") =>
        $"""<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";

    static string Definition(int id, string inside) =>
        $"""<w:abstractNum w:abstractNumId="{id}">{inside}</w:abstractNum>""";

    static string List(int id, int of, string overrides = "") =>
        $"""<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>""";

    static string Item(string text, int list, int level = 0) =>
        SlowWord.Paragraph(
            text.Length == 0 ? "" : SlowWord.Run(text),
            $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"""
        );

    static string Import(string blocks, string numbering, string styles = "")
    {
        var file = SlowWord.Package(blocks).With("numbering", "numbering", numbering);
        if (styles.Length > 0)
            file.With("styles", "styles", styles);
        var report = WorkReports.Import.WordDocument.Read(file.Bytes(), Importing.Units, out var refusal);
        Assert.Null(refusal);
        return report!.Body("图片").TrimEnd('\n');
    }

    [Theory]
    [InlineData("chineseCounting", "第%1条", "第一条 甲，办。\n\n第二条 乙，办。")]
    [InlineData("decimal", "附件%1：", "附件1：甲，办。\n\n附件2：乙，办。")]
    [InlineData("chineseCountingThousand", "%1是", "一是甲，办。\n\n二是乙，办。")]
    [InlineData("upperLetter", "%1．", "A．甲，办。\n\nB．乙，办。")]
    [InlineData("lowerLetter", "%1)", "a) 甲，办。\n\nb) 乙，办。")]
    [InlineData("ideographTraditional", "%1、", "甲、甲，办。\n\n乙、乙，办。")]
    [InlineData("decimalEnclosedCircleChinese", "%1", "① 甲，办。\n\n② 乙，办。")]
    [InlineData("chineseLegalSimplified", "（%1）", "（壹）甲，办。\n\n（贰）乙，办。")]
    [InlineData("upperRoman", "%1.", "I. 甲，办。\n\nII. 乙，办。")]
    [InlineData("none", "注：", "注：甲，办。\n\n注：乙，办。")]
    [InlineData("bullet", "备注：", "备注：甲，办。\n\n备注：乙，办。")]
    [InlineData("bullet", "●", "- 甲，办。\n- 乙，办。")]
    [InlineData("bullet", "o", "- 甲，办。\n- 乙，办。")]
    [InlineData("decimal", "%1.", "1. 甲，办。\n2. 乙，办。")]
    [InlineData("decimal", "%1、", "1. 甲，办。\n2. 乙，办。")]
    public void Labels_that_a_list_cannot_say_are_text(string format, string text, string markdown) =>
        Assert.Equal(
            markdown,
            Import(Item("甲，办。", 1) + Item("乙，办。", 1), Definition(1, Level(0, format, text)) + List(1, 1))
        );

    [Fact]
    public void A_short_line_below_such_a_label_is_a_heading_as_if_it_had_been_typed() =>
        Assert.Equal(
            "## 一、主要做法\n\n### （一）加强学习\n\n全年学习12次。",
            Import(
                Item("主要做法", 1) + Item("加强学习", 1, 1) + SlowWord.Paragraph(SlowWord.Run("全年学习12次。")),
                Definition(1, Level(0, "japaneseCounting", "%1、") + Level(1, "japaneseCounting", "（%2）"))
                    + List(1, 1)
            )
        );

    [Fact]
    public void Levels_within_levels_are_counted_and_an_item_above_them_is_one() =>
        Assert.Equal(
            "1. 甲，办。\n\na) 乙，办。\n\nb) 丙，办。\n\n2. 丁，办。\n\na) 戊，办。",
            Import(
                Item("甲，办。", 1)
                    + Item("乙，办。", 1, 1)
                    + Item("丙，办。", 1, 1)
                    + Item("丁，办。", 1)
                    + Item("戊，办。", 1, 1),
                Definition(1, Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "%2)")) + List(1, 1)
            )
        );

    [Theory]
    [InlineData("", "第一章", "1.1")]
    [InlineData("<w:isLgl/>", "第一章", "1.1")]
    public void A_label_may_name_the_numbers_above_it(string legal, string chapter, string section)
    {
        // Without the mark the chapter's own characters stand in the label of its sections.
        var expected = legal.Length > 0 ? section : "一.1";
        Assert.Equal(
            $"{chapter} 甲，办。\n\n{expected} 乙，办。",
            Import(
                Item("甲，办。", 1) + Item("乙，办。", 1, 1),
                Definition(1, Level(0, "chineseCounting", "第%1章") + Level(1, "decimal", "%1.%2", legal)) + List(1, 1)
            )
        );
    }

    [Fact]
    public void A_paragraph_that_only_ends_a_section_is_not_counted_and_a_level_is_inherited_by_itself() =>
        Assert.Equal(
            "## 第一章 总体\n\n### 一、学习\n\n正文。\n\n## 第二章 做法\n\n### 一、调研\n\n正文。",
            Import(
                Styled("h1", "总体")
                    + Styled("h2", "学习")
                    + SlowWord.Paragraph(SlowWord.Run("正文。"))
                    + SlowWord.Paragraph("", $"""<w:pStyle w:val="h1"/>{Break}""")
                    + Styled("h1", "做法")
                    + Styled("h2", "调研")
                    + SlowWord.Paragraph(SlowWord.Run("正文。")),
                Definition(1, Level(0, "chineseCounting", "第%1章") + Level(1, "chineseCounting", "%2、")) + List(1, 1),
                Style("h1", "heading 1", """<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>""")
                    + Style(
                        "h2",
                        "heading 2",
                        """<w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>""",
                        """<w:basedOn w:val="h1"/>"""
                    )
            )
        );

    static string Styled(string style, string text) =>
        SlowWord.Paragraph(SlowWord.Run(text), $"""<w:pStyle w:val="{style}"/>""");

    static string Style(string id, string name, string paragraph, string more = "") =>
        $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}<w:pPr>{paragraph}</w:pPr></w:style>""";

    [Fact]
    public void A_paragraph_takes_the_list_of_its_style_and_a_level_of_its_own() =>
        Assert.Equal(
            "a) 甲，办。",
            Import(
                SlowWord.Paragraph(
                    SlowWord.Run("甲，办。"),
                    """<w:pStyle w:val="s"/><w:numPr><w:ilvl w:val="1"/></w:numPr>"""
                ),
                Definition(1, Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "%2)")) + List(1, 1),
                Style("s", "List", """<w:numPr><w:numId w:val="1"/></w:numPr>""")
            )
        );

    [Fact]
    public void Zero_ends_the_list_of_a_style() =>
        Assert.Equal(
            "甲，办。",
            Import(
                SlowWord.Paragraph(
                    SlowWord.Run("甲，办。"),
                    """<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>"""
                ),
                Definition(1, Level(0, "decimal", "%1.")) + List(1, 1),
                Style("s", "List", """<w:numPr><w:numId w:val="1"/></w:numPr>""")
            )
        );

    [Fact]
    public void The_list_says_which_level_is_a_styles() =>
        Assert.Equal(
            "a) 甲，办。",
            Import(
                Styled("s", "甲，办。"),
                Definition(1, Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "%2)", """<w:pStyle w:val="s"/>"""))
                    + List(1, 1),
                Style("s", "List", """<w:numPr><w:numId w:val="1"/></w:numPr>""")
            )
        );

    [Theory]
    [InlineData("", "a) 丁，办。")]
    [InlineData("""<w:lvlRestart w:val="0"/>""", "b) 丁，办。")]
    public void A_level_may_count_on_below_the_next_item(string restart, string last) =>
        Assert.EndsWith(
            last,
            Import(
                Item("甲，办。", 1) + Item("乙，办。", 1, 1) + Item("丙，办。", 1) + Item("丁，办。", 1, 1),
                Definition(1, Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "%2)", restart)) + List(1, 1)
            )
        );

    [Fact]
    public void A_list_may_begin_anew_and_change_a_level() =>
        Assert.Equal(
            "第1条 甲，办。\n\n第2条 乙，办。\n\n第5款 丙，办。\n\n第6款 丁，办。",
            Import(
                Item("甲，办。", 1) + Item("乙，办。", 1) + Item("丙，办。", 2) + Item("丁，办。", 2),
                Definition(1, Level(0, "decimal", "第%1条"))
                    + List(1, 1)
                    + List(
                        2,
                        1,
                        $"""<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>{Level(0, "decimal", "第%1款")}</w:lvlOverride>"""
                    )
            )
        );

    [Fact]
    public void A_definition_may_be_that_of_a_style() =>
        Assert.Equal(
            "第一条 甲，办。",
            Import(
                Item("甲，办。", 1),
                Definition(1, """<w:numStyleLink w:val="S"/>""")
                    + Definition(2, """<w:styleLink w:val="S"/>""" + Level(0, "chineseCounting", "第%1条"))
                    + List(1, 1)
                    + List(2, 2)
            )
        );

    [Fact]
    public void A_newer_format_stands_in_an_alternative() =>
        Assert.Equal(
            "001 甲，办。",
            Import(
                Item("甲，办。", 1),
                Definition(
                    1,
                    """<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>"""
                ) + List(1, 1)
            )
        );

    [Fact]
    public void No_space_stands_where_Word_sets_none() =>
        Assert.Equal(
            "第一条甲，办。",
            Import(
                Item("甲，办。", 1),
                Definition(1, Level(0, "chineseCounting", "第%1条", """<w:suff w:val="nothing"/>""")) + List(1, 1)
            )
        );

    [Fact]
    public void Rows_of_a_table_that_only_have_a_number_keep_it() =>
        Assert.Equal(
            "| 序号 | 单位 |\n| --- | --- |\n| 1 | 甲 |\n| 2 | 乙 |",
            Import(
                $"<w:tbl>{Row(SlowWord.Paragraph(SlowWord.Run("序号")), "单位")}{Row(Item("", 1), "甲")}{Row(Item("", 1), "乙")}</w:tbl>",
                Definition(1, Level(0, "decimal", "%1")) + List(1, 1)
            )
        );

    static string Row(string first, string second) =>
        $"<w:tr><w:tc>{first}</w:tc><w:tc>{SlowWord.Paragraph(SlowWord.Run(second))}</w:tc></w:tr>";

    [Fact]
    public void A_paragraph_that_a_tracked_change_took_away_is_not_counted() =>
        Assert.Equal(
            "第一条 甲，办。",
            Import(
                SlowWord.Paragraph(
                    "<w:del w:id=\"1\"><w:r><w:delText>删</w:delText></w:r></w:del>",
                    """<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="2"/></w:rPr>"""
                ) + Item("甲，办。", 1),
                Definition(1, Level(0, "chineseCounting", "第%1条")) + List(1, 1)
            )
        );
}
