using DocumentFormat.OpenXml.Packaging;
using WorkReports.Tests.Support;
using static WorkReports.Tests.Import.Word.Imported;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Tests.Import.Word;

/// <summary>What Word shows is in the report, or told, however the file keeps it.</summary>
public sealed class ShownTextTests
{
    static string Control(string properties, string content) =>
        $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    static WordFile Prompts() => new WordFile().Style("P", "Placeholder Text", type: "character").Titled();

    [Fact]
    public void A_prompt_that_nobody_wrote_over_goes_and_is_told()
    {
        var (markdown, _, lost) = Of(
            Prompts()
                .Runs(
                    Run("单位：")
                        + Control("<w:showingPlcHdr/>", Run("单击此处输入文字。", """<w:rStyle w:val="P"/>"""))
                        + Run("。")
                )
        );
        Assert.Equal("单位：。", markdown);
        Assert.Contains("占位文字", Assert.Single(lost));
    }

    [Fact]
    public void Words_that_do_not_look_like_a_prompt_stay_and_are_told()
    {
        var (markdown, changed, lost) = Of(
            Prompts().Runs(Run("等次：") + Control("<w:showingPlcHdr/>", Run("优秀")) + Run("。"))
        );
        Assert.Equal("等次：优秀。", markdown);
        Assert.Contains("控件", Assert.Single(changed));
        Assert.Empty(lost);
    }

    [Fact]
    public void The_style_of_prompts_outside_of_a_control_is_a_look() =>
        Assert.Equal("正文。", Of(Prompts().Runs(Run("正文。", """<w:rStyle w:val="P"/>"""))).Markdown);

    [Fact]
    public void Prompts_of_a_control_around_paragraphs_go_too() =>
        Assert.Equal(
            "正文。",
            Of(
                Prompts()
                    .Xml(Control("<w:showingPlcHdr/>", $"<w:p>{Run("单击此处。", """<w:rStyle w:val="P"/>""")}</w:p>"))
                    .Line("正文。")
            ).Markdown
        );

    [Theory]
    [InlineData("drop")]
    [InlineData("margin")]
    public void A_large_first_letter_joins_its_paragraph(string kind) =>
        Assert.Equal(
            "前文。\n\n春天来了，机关读书会如期举行。",
            Of(
                new WordFile()
                    .Titled()
                    .Line("前文。")
                    .Runs(Run("春", """<w:sz w:val="88"/>"""), $"""<w:framePr w:dropCap="{kind}" w:lines="2"/>""")
                    .Runs(Run("天来了，机关读书会如期举行。"))
            ).Markdown
        );

    [Fact]
    public void A_large_first_letter_above_a_table_or_at_the_end_stays() =>
        Assert.Equal(
            "春\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n\n夏",
            Of(
                new WordFile()
                    .Titled()
                    .Runs(Run("春"), """<w:framePr w:dropCap="drop"/>""")
                    .Table(["甲", "乙"], ["丙", "丁"])
                    .Runs(Run("夏"), """<w:framePr w:dropCap="drop"/>""")
            ).Markdown
        );

    [Fact]
    public void The_words_of_WordArt_are_a_line_of_text_and_told()
    {
        var (markdown, changed, _) = Of(
            """<w:r><w:pict><v:shape type="#_x0000_t136" fillcolor="red"><v:textpath style="font-family:宋体;font-size:36pt" string="机关工委文件"/></v:shape></w:pict></w:r>"""
                + Run("艺术字在前。")
        );
        Assert.Equal("机关工委文件\\\n艺术字在前。", markdown);
        Assert.Contains("艺术字", Assert.Single(changed));
    }

    [Fact]
    public void Boxes_of_a_group_come_once() =>
        Assert.Equal(
            "段落。\n\n框里的话。",
            Of(
                $"""<w:r><w:pict><v:group><mc:AlternateContent><mc:Choice Requires="wps"><v:shape><v:textbox><w:txbxContent><w:p>{Run("框里的话。")}</w:p></w:txbxContent></v:textbox></v:shape></mc:Choice><mc:Fallback><v:shape><v:textbox><w:txbxContent><w:p>{Run("框里的话。")}</w:p></w:txbxContent></v:textbox></v:shape></mc:Fallback></mc:AlternateContent></v:group></w:pict></w:r>"""
                    + Run("段落。")
            ).Markdown
        );

    [Theory]
    [InlineData("Wingdings", "\u00FC", "✓")]
    [InlineData("Wingdings", "\uF0FE", "☑")]
    [InlineData("Wingdings", "l", "●")]
    [InlineData("Symbol", "a", "α")]
    [InlineData("Webdings", "a", "✓")]
    [InlineData("Wingdings 2", "R", "☑")]
    [InlineData("Wingdings 3", "p", "▲")]
    public void Letters_of_a_symbol_font_are_the_signs_that_it_shows(string font, string letter, string sign) =>
        Assert.Equal(
            $"{sign}已办结",
            Of(Run(letter + "已办结", $"""<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>""")).Markdown
        );

    [Fact]
    public void A_sign_that_no_font_explains_is_told()
    {
        var (markdown, _, lost) = Of(Run("甲\uF0FC乙"));
        Assert.Equal("甲乙", markdown);
        Assert.Contains("认不出的符号", Assert.Single(lost));
    }

    [Fact]
    public void Capitals_are_shown_as_capitals() => Assert.Equal("ABC甲", Of(Run("abc甲", "<w:caps/>")).Markdown);

    [Fact]
    public void Two_lines_in_one_are_read_in_order() =>
        Assert.Equal(
            "区委办区政府办文件",
            Of(Run("区委办区政府办", """<w:eastAsianLayout w:id="1" w:combine="1"/>""") + Run("文件")).Markdown
        );

    [Fact]
    public void Moved_text_stands_where_it_was_moved_to() =>
        Assert.Equal(
            "乙。\n\n甲。",
            Of(
                new WordFile()
                    .Titled()
                    .Runs(
                        $"<w:moveFrom w:id=\"1\">{Run("甲。")}</w:moveFrom>",
                        "<w:rPr><w:moveFrom w:id=\"2\"/></w:rPr>"
                    )
                    .Runs(Run("乙。"))
                    .Runs($"<w:moveTo w:id=\"3\">{Run("甲。")}</w:moveTo>")
            ).Markdown
        );

    [Fact]
    public void Marks_of_notes_touch_no_other_mark_and_no_bracket()
    {
        static string Mark(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";
        var file = new WordFile();
        foreach (var id in new[] { 1, 2, 3, 4 })
            file.Footnote(id, $"<w:p>{Run($"注{id}。")}</w:p>");
        var (markdown, _, _) = Of(
            file.Titled()
                .Runs(
                    Run("满意率98%")
                        + Mark(1)
                        + Mark(2)
                        + Run("，回访")
                        + Mark(3)
                        + Run("(不含学校)")
                        + Mark(4)
                        + Run(":是。")
                )
        );
        Assert.StartsWith("满意率98%[^1] [^2]，回访[^3]\\(不含学校)[^4]\\:是。\n", markdown);
        var report = Reading.Report(markdown);
        Assert.Contains("(不含学校)", report.Text);
        Assert.All([1, 2, 3, 4], id => Assert.Contains($"注{id}。", report.Text));
    }

    [Fact]
    public void A_sign_that_an_author_chose_for_a_note_gives_way_to_its_number()
    {
        var (markdown, changed, _) = Of(
            new WordFile()
                .Footnote(1, $"<w:p>{Run("注。")}</w:p>")
                .Titled()
                .Runs(
                    Run("甲")
                        + """<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>"""
                        + Run("乙")
                )
        );
        Assert.StartsWith("甲[^1]乙\n", markdown);
        Assert.Contains("符号改成了号码", Assert.Single(changed));
    }

    [Theory]
    [InlineData("第 页 共 页")]
    [InlineData("— 1 —")]
    [InlineData("Page 1 of 3")]
    [InlineData("")]
    public void Numbers_of_pages_in_a_footer_are_no_loss(string text) =>
        Assert.Empty(Of(WithFooter($"<w:p>{Run(text)}{Field(" PAGE ", Run("甲"))}</w:p>")).Lost);

    [Fact]
    public void Words_of_a_footer_are_told_once() =>
        Assert.Equal(
            ["页眉、页脚里的文字“示例区机关工委”。"],
            Of(
                WithFooter(
                    $"<w:p>{Run("示例区")}{Run("机关工委")}</w:p><w:p>{Run("示例区机关工委")}</w:p><w:p>{Field(" NUMPAGES ", Run("12"))}</w:p>"
                )
            ).Lost
        );

    static WordFile WithFooter(string blocks)
    {
        var file = new WordFile().Titled().Line("正文。");
        file.Main.AddNewPart<FooterPart>().Footer = new W.Footer($"<w:ftr {WordPackage.Namespaces}>{blocks}</w:ftr>");
        return file;
    }

    [Fact]
    public void The_strict_kind_is_read_like_the_usual_one()
    {
        var file = Strict(
            new WordPackage(
                SlowWord.Paragraph(SlowWord.Run("试验报告", """<w:sz w:val="44"/>"""), """<w:jc w:val="center"/>""")
                    + SlowWord.Paragraph(
                        SlowWord.Run("正文")
                            + Field(@"EQ \o\ac(○,1)")
                            + "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
                    )
                    + """<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""
            ).Bytes()
        );
        var report = WorkReports.Import.WordDocument.Read(file, Importing.Units, out var refusal);
        Assert.Null(refusal);
        Assert.Equal("试验报告", report!.Title);
        Assert.Equal("正文①1/3\n\n| 甲 | 乙 |\n| --- | --- |\n", report.Body("图片"));
    }

    /// <summary>The same with the namespaces that ISO 29500 calls strict.</summary>
    static byte[] Strict(byte[] file) =>
        TamperedPackage.WithText(file, text =>
            text.Replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main"
                )
                .Replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/math",
                    "http://purl.oclc.org/ooxml/officeDocument/math"
                )
                .Replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships"
                )
        );
}
