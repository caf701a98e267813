using WorkReports.Tests.Support;
using static WorkReports.Tests.Import.Word.Imported;

namespace WorkReports.Tests.Import.Word;

/// <summary>Fields: Word shows a text for them that often stands nowhere in the file.</summary>
public sealed class FieldTests
{
    [Theory]
    [InlineData(@" eq \o\ac(○,1)", "①")]
    [InlineData(@"EQ \o\ac(◯, 20 )", "⑳")]
    [InlineData(@"EQ \o\ac(○,36)", "㊱")]
    [InlineData(@"EQ \o(○,一)", "㊀")]
    [InlineData(@"EQ \o\ac(○,A)", "Ⓐ")]
    [InlineData(@"EQ \o\ac(○,正)", "㊣")]
    [InlineData(@"EQ \o\ac(□,√)", "☑")]
    [InlineData(@"EQ \o\ac(□,×)", "☒")]
    [InlineData(""" EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(chóng),重)""", "重")]
    [InlineData(@"EQ \o(\s\up 5(常),\s\do 2(委))", "常委")]
    [InlineData(@"EQ \o\al(\s\up 5(常务),\s\do 2(会议))", "常务会议")]
    [InlineData(@"EQ \f(1,2)", "½")]
    [InlineData(@"EQ \f(36;48)", "36/48")]
    [InlineData(@"EQ \f(a+b,c)", "(a+b)/c")]
    [InlineData(@"EQ \r(2)", "√2")]
    [InlineData(@"EQ \r(3,x+1)", "∛(x+1)")]
    [InlineData(@"EQ x\s\up5(2)+y", "x<sup>2</sup>+y")]
    [InlineData(@"EQ H\s\do3(2)O", "H<sub>2</sub>O")]
    [InlineData(@"EQ \b\bc\[(a,b)", @"\[a,b\]")]
    [InlineData(@"EQ \b\lc\{(a)", "{a")]
    [InlineData(@"EQ \i\su(i=1,n,x)", "∑<sub>i=1</sub><sup>n</sup>x")]
    [InlineData(@"EQ \x\to(x)", "x\u0305")]
    [InlineData(@"EQ \x(方框)", "方框")]
    [InlineData(@"EQ \l(a,b,c)", "a,b,c")]
    [InlineData(@"EQ \a\ac\co1(上,下)", "上 下")]
    [InlineData(@"EQ \d\fo20\li()甲", "甲")]
    [InlineData(@"EQ 甲\,乙\(丙\)", "甲,乙(丙)")]
    [InlineData(""" SYMBOL 252 \f "Wingdings" \s 12 """, "✓")]
    [InlineData(" SYMBOL 0xFE \\f Wingdings", "☑")]
    [InlineData(" SYMBOL 98 \\f Symbol", "β")]
    [InlineData(" FORMCHECKBOX ", "☐")]
    [InlineData(" MACROBUTTON NoMacro 单击 此处 ", "单击 此处")]
    [InlineData(""" QUOTE "引文 一句" """, "引文 一句")]
    [InlineData(" LISTNUM ", "1)")]
    [InlineData(""" LISTNUM OutlineDefault \l 2 \s 3""", "C.")]
    [InlineData(""" LISTNUM "LegalDefault" \l 2""", "1.1.")]
    [InlineData(" AUTONUM ", "1.")]
    [InlineData(""" AUTONUM \* CHINESENUM3 \s 、""", "一、")]
    public void A_field_without_a_result_is_worked_out(string code, string shown)
    {
        var (markdown, _, lost) = Of(Run("甲") + Field(code) + Run("乙"));
        Assert.Equal($"甲{shown}乙", markdown);
        Assert.DoesNotContain(lost, loss => loss.Contains('域'));
    }

    [Fact]
    public void Its_result_comes_first_where_the_file_keeps_one() =>
        Assert.Equal("甲贰乙", Of(Run("甲") + Field(@"EQ \o\ac(○,2)", Run("贰")) + Run("乙")).Markdown);

    [Theory]
    [InlineData(" MERGEFIELD 姓名 ", "MERGEFIELD")]
    [InlineData(" =SUM(ABOVE) ", "=")]
    [InlineData(" DOCPROPERTY 单位 ", "DOCPROPERTY")]
    [InlineData(""" IF 1 = 1 "甲" "乙" """, "IF")]
    [InlineData(""" LISTNUM "自定义" """, "LISTNUM")]
    public void What_only_Word_can_work_out_is_told_with_its_name_and_place(string code, string name)
    {
        var (markdown, _, lost) = Of(Run("合计") + Field(code) + Run("元。"));
        Assert.Equal("合计元。", markdown);
        Assert.Contains($"域“{name}”", Assert.Single(lost));
        Assert.Contains("第 2 段“合计元。”", lost[0]);
    }

    [Theory]
    [InlineData(" XE \"词条\" ")]
    [InlineData(" TC \"标题\" ")]
    [InlineData(" SET 甲 乙 ")]
    [InlineData("")]
    public void What_shows_nothing_is_nothing(string code)
    {
        var (markdown, _, lost) = Of(Run("甲") + Field(code) + Run("乙"));
        Assert.Equal("甲乙", markdown);
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("<w:checkBox><w:checked/></w:checkBox>", "☑")]
    [InlineData("""<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>""", "☐")]
    [InlineData("""<w:checkBox><w:default w:val="1"/></w:checkBox>""", "☑")]
    public void A_box_is_ticked_as_it_was_left(string data, string shown) =>
        Assert.Equal(
            $"{shown}是",
            Of(Field(" FORMCHECKBOX ", form: $"<w:ffData>{data}</w:ffData>") + Run("是")).Markdown
        );

    [Theory]
    [InlineData("""<w:result w:val="1"/>""", "合格")]
    [InlineData("", "优秀")]
    public void Of_a_list_the_chosen_entry_is_shown(string result, string shown)
    {
        var list = $"""<w:ddList>{result}<w:listEntry w:val="优秀"/><w:listEntry w:val="合格"/></w:ddList>""";
        Assert.Equal(
            $"等次：{shown}。",
            Of(Run("等次：") + Field(" FORMDROPDOWN ", form: $"<w:ffData>{list}</w:ffData>") + Run("。")).Markdown
        );
    }

    [Fact]
    public void Pinyin_over_characters_goes_and_is_told() =>
        Assert.Contains("拼音", Assert.Single(Of(Run("在") + Field(@"EQ \o\ad(\s\up 9(chóng),重)") + Run("庆")).Lost));

    [Fact]
    public void What_Unicode_has_in_no_circle_stands_in_brackets_and_is_told()
    {
        var (markdown, changed, _) = Of(Run("甲") + Field(@"EQ \o\ac(○,密)"));
        Assert.Equal("甲（密）", markdown);
        Assert.Contains("带圈", Assert.Single(changed));
    }

    [Fact]
    public void A_half_behind_a_one_is_no_eleven() =>
        Assert.Equal("1 36/48", Of(Run("1") + Field(@"EQ \f(36,48)")).Markdown);

    [Fact]
    public void A_field_within_an_instruction_is_part_of_it() =>
        Assert.Equal(
            "甲②和③",
            Of(
                Run("甲")
                    + Character("begin")
                    + @"<w:r><w:instrText>EQ \o\ac(○,</w:instrText></w:r>"
                    + Field("SEQ 图", Run("2"))
                    + "<w:r><w:instrText>)</w:instrText></w:r>"
                    + Character("end")
                    + Run("和")
                    + Character("begin")
                    + @"<w:r><w:instrText>EQ \o\ac(○,</w:instrText></w:r>"
                    + Field("QUOTE 3")
                    + "<w:r><w:instrText>)</w:instrText></w:r>"
                    + Character("end")
            ).Markdown
        );

    [Fact]
    public void A_field_may_end_in_another_paragraph() =>
        Assert.Equal(
            "甲\n\n乙。",
            Of(
                new WordFile()
                    .Titled()
                    .Runs(
                        Character("begin")
                            + "<w:r><w:instrText>REF a</w:instrText></w:r>"
                            + Character("separate")
                            + Run("甲")
                    )
                    .Runs(Run("乙") + Character("end") + Run("。"))
            ).Markdown
        );

    [Theory]
    [InlineData("""HYPERLINK https://www.example.cn/a """, "[甲](https://www.example.cn/a)")]
    [InlineData("""HYPERLINK "https://www.example.cn/a" \o "提示" """, "[甲](https://www.example.cn/a)")]
    [InlineData("""HYPERLINK "https://www.example.cn/a" \l "bm" """, "[甲](https://www.example.cn/a#bm)")]
    [InlineData("""HYPERLINK \l "bm" """, "甲")]
    public void A_link_may_be_a_field_of_any_spelling(string code, string markdown) =>
        Assert.Equal(markdown, Of(Field(code, Run("甲"))).Markdown);

    [Fact]
    public void An_instruction_may_be_an_attribute() =>
        Assert.Equal(
            "引用[甲](https://www.example.cn/)①",
            Of(
                """<w:fldSimple w:instr=" REF x "><w:r><w:t>引用</w:t></w:r></w:fldSimple><w:fldSimple w:instr="HYPERLINK &quot;https://www.example.cn/&quot;"><w:r><w:t>甲</w:t></w:r></w:fldSimple><w:fldSimple w:instr="EQ \o(○,1)"/>"""
            ).Markdown
        );

    [Fact]
    public void Numbers_of_pages_go_and_are_told() =>
        Assert.Contains("页码", Assert.Single(Of(Run("见第") + Field(" PAGEREF a ", Run("12")) + Run("页。")).Lost));

    [Fact]
    public void Fields_that_count_go_on_counting() =>
        Assert.Equal(
            "其中1)甲2)乙a)丙",
            Of(
                Run("其中")
                    + Field("LISTNUM")
                    + Run("甲")
                    + Field("LISTNUM")
                    + Run("乙")
                    + Field(@"LISTNUM \l 2")
                    + Run("丙")
            ).Markdown
        );

    [Fact]
    public void Contents_stand_in_a_field_or_control_and_nowhere_else()
    {
        var file = new WordFile()
            .Style("T1", "toc 1")
            .Titled()
            .Line("目　录")
            .Runs(
                Character("begin")
                    + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"
                    + Character("separate")
                    + Run("一、总体\t1"),
                """<w:pStyle w:val="T1"/>"""
            )
            .Runs(Run("二、做法\t3") + Character("end"), """<w:pStyle w:val="T1"/>""")
            .Line("这一段误用了样式，全年举办活动36场。", style: "T1");
        var (markdown, _, lost) = Of(file);
        Assert.Equal("这一段误用了样式，全年举办活动36场。", markdown);
        Assert.Equal(["目录（网站会自动生成）。"], lost);
    }

    [Fact]
    public void Text_that_was_typed_into_the_control_of_contents_stays() =>
        Assert.Equal(
            "真正的正文，不是目录。",
            Of(
                new WordFile()
                    .Titled()
                    .Xml(
                        $"""<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>{Run("目录")}</w:p><w:p>{Run("一、总体 1")}</w:p><w:p>{Run("真正的正文，不是目录。")}</w:p></w:sdtContent></w:sdt>"""
                    )
            ).Markdown
        );
}
