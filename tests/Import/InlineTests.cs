using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>What stands in the lines of a document beside plain words.</summary>
public sealed class InlineTests
{
    static (string Markdown, IReadOnlyList<string> Changed, IReadOnlyList<string> Lost) Import(string runs) =>
        Import(new WordFile().Titled().Runs(runs));

    static (string Markdown, IReadOnlyList<string> Changed, IReadOnlyList<string> Lost) Import(WordFile file)
    {
        var report = Importing.Report(file);
        return (report.Body("图片").TrimEnd('\n'), report.Changed, report.Lost);
    }

    static string Run(string text, string look = "") =>
        $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    [Fact]
    public void Insertions_stay_and_deletions_go()
    {
        var (markdown, changed, _) = Import(
            $"""{Run("全年")}<w:del w:id="1"><w:r><w:delText>36</w:delText></w:r></w:del><w:ins w:id="2">{Run("48")}</w:ins>{Run("场。")}"""
        );
        Assert.Equal("全年48场。", markdown);
        Assert.Contains("第 2 段“全年48场。”", Assert.Single(changed));
    }

    [Fact]
    public void Paragraphs_whose_border_was_deleted_are_one() =>
        Assert.Equal(
            "前半后半。",
            Import(
                new WordFile().Titled().Runs(Run("前半"), """<w:rPr><w:del w:id="1"/></w:rPr>""").Runs(Run("后半。"))
            ).Markdown
        );

    [Fact]
    public void Comments_and_hidden_text_go_and_are_told()
    {
        var (markdown, _, lost) = Import(
            $"""{Run("正文。")}<w:r><w:commentReference w:id="1"/></w:r>{Run("内部意见", "<w:vanish/>")}"""
        );
        Assert.Equal("正文。", markdown);
        Assert.Equal(["批注：第 2 段“正文。”。", "隐藏文字：第 2 段“正文。”。"], lost);
    }

    [Theory]
    [InlineData(" PAGE ", "第页")]
    [InlineData(" PAGEREF _x \\h ", "第页")]
    [InlineData(" SEQ 图 \\* ARABIC ", "第3页")]
    [InlineData(" HYPERLINK \"https://www.example.cn/\" ", "第[3](https://www.example.cn/)页")]
    [InlineData(" HYPERLINK \"file:///c:/a.doc\" ", "第3页")]
    public void Of_a_field_the_result_stays_but_page_numbers_go(string code, string markdown) =>
        Assert.Equal(
            markdown,
            Import(
                $"""{Run("第")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{code.Replace("\"", "&quot;")}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{Run("页")}"""
            ).Markdown
        );

    [Fact]
    public void A_field_without_an_end_is_told()
    {
        var (markdown, changed, _) = Import(
            new WordFile()
                .Titled()
                .Line("前文。")
                .Runs(
                    $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("后文。")}"""
                )
        );
        Assert.Equal("前文。", markdown);
        Assert.Contains("没有结束标记", Assert.Single(changed));
    }

    [Theory]
    [InlineData("https://www.example.cn/a(b)?c=d&e", "[甲](https://www.example.cn/a%28b%29?c=d&e)")]
    [InlineData("mailto:a@example.cn", "[甲](mailto:a@example.cn)")]
    [InlineData("javascript:alert(1)", "甲")]
    [InlineData("file:///C:/报告.docx", "甲")]
    [InlineData("附件.docx", "甲")]
    public void A_link_stays_when_it_leads_to_the_web(string url, string markdown)
    {
        var file = new WordFile().Titled();
        Assert.Equal(
            markdown,
            Import(file.Runs($"""<w:hyperlink r:id="{file.Link(url)}">{Run("甲")}</w:hyperlink>""")).Markdown
        );
    }

    [Fact]
    public void A_link_into_the_document_leaves_its_words() =>
        Assert.Equal(
            "见第二节",
            Import($"""{Run("见")}<w:hyperlink w:anchor="_Toc1">{Run("第二节")}</w:hyperlink>""").Markdown
        );

    [Fact]
    public void Line_breaks_stay_and_page_breaks_go() =>
        Assert.Equal(
            "甲\\\n乙丙 丁",
            Import(
                $"""{Run("甲")}<w:r><w:br/></w:r>{Run("乙")}<w:r><w:br w:type="page"/></w:r>{Run("丙")}<w:r><w:tab/></w:r>{Run("丁")}"""
            ).Markdown
        );

    [Fact]
    public void Smart_tags_and_content_controls_leave_their_words() =>
        Assert.Equal(
            "甲乙",
            Import(
                $"""<w:smartTag w:element="x">{Run("甲")}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>{Run("乙")}</w:sdtContent></w:sdt>"""
            ).Markdown
        );

    [Fact]
    public void Symbols_are_read_and_unknown_ones_told()
    {
        var (markdown, _, lost) = Import(
            $"""<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>{Run("已办")}<w:r><w:sym w:font="Wingdings 2" w:char="F0FF"/></w:r>"""
        );
        Assert.Equal("☑已办", markdown);
        Assert.Contains("认不出的符号", Assert.Single(lost));
    }

    [Fact]
    public void An_emoji_is_read_as_older_Words_do() =>
        Assert.Equal(
            "😀好",
            Import(
                $"""<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" w16se:font="Segoe UI Emoji" w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>{Run("好")}"""
            ).Markdown
        );

    [Fact]
    public void An_equation_leaves_its_letters_and_is_told()
    {
        var (markdown, changed, _) = Import($"<m:oMath><m:r><m:t>S=a</m:t></m:r></m:oMath>{Run("。")}");
        Assert.Equal("S=a。", markdown);
        Assert.Contains("公式", Assert.Single(changed));
    }

    [Fact]
    public void A_text_box_follows_its_paragraph_once()
    {
        var box = $"<w:txbxContent><w:p>{Run("框里的话。")}</w:p></w:txbxContent>";
        var (markdown, changed, _) = Import(
            $"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>{Run("段落。")}"""
        );
        Assert.Equal("段落。\n\n框里的话。", markdown);
        Assert.Contains("文本框", Assert.Single(changed));
    }

    [Fact]
    public void A_chart_is_told() =>
        Assert.Contains(
            "图表",
            Assert.Single(
                Import(
                    $"""{Run("见图。")}<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
                ).Lost
            )
        );

    [Fact]
    public void Footnotes_are_numbered_as_they_come()
    {
        var file = new WordFile()
            .Footnote(7, $"<w:p><w:r><w:footnoteRef/></w:r>{Run(" 不含学校。")}</w:p>")
            .Footnote(8, $"<w:p>{Run("含*医院*。")}</w:p><w:p>{Run("又一段。")}</w:p>")
            .Titled();
        Assert.Equal(
            "乙[^1]甲[^2]。\n\n[^1]: 含\\*医院\\*。 又一段。\n\n[^2]: 不含学校。",
            Import(
                file.Runs(
                    $"""{Run("乙")}<w:r><w:footnoteReference w:id="8"/></w:r>{Run("甲")}<w:r><w:footnoteReference w:id="7"/></w:r>{Run("。")}"""
                )
            ).Markdown
        );
    }

    [Fact]
    public void A_footnote_that_is_not_there_leaves_no_mark() =>
        Assert.Equal("甲。", Import($"""{Run("甲")}<w:r><w:footnoteReference w:id="8"/></w:r>{Run("。")}""").Markdown);

    [Fact]
    public void Headers_go_and_are_told()
    {
        var file = new WordFile().Titled().Line("正文。");
        file.Main.AddNewPart<DocumentFormat.OpenXml.Packaging.HeaderPart>().Header = new(
            new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                new DocumentFormat.OpenXml.Wordprocessing.Run(
                    new DocumentFormat.OpenXml.Wordprocessing.Text("内部资料")
                )
            )
        );
        Assert.Equal(["页眉、页脚里的文字“内部资料”。"], Import(file).Lost);
    }
}
