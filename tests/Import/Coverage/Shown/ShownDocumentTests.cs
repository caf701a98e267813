using System.IO.Compression;
using System.Text;
using WorkReports.Import.Coverage.Shown;

namespace WorkReports.Tests.Import.Coverage.Shown;

/// <summary>What Word shows of a document, by the walk that owes nothing to the import's readers.</summary>
public sealed class ShownDocumentTests
{
    [Theory]
    [InlineData("甲乙", "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>")]
    [InlineData("甲乙", "<w:p><w:r><w:t>甲</w:t><w:tab/><w:br/><w:t>乙</w:t></w:r></w:p>")]
    [InlineData("甲-乙", "<w:p><w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t></w:r></w:p>")]
    [InlineData(
        "乙",
        "<w:p><w:del><w:r><w:delText>甲</w:delText></w:r></w:del><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p>"
    )]
    [InlineData(
        "乙",
        "<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo></w:p>"
    )]
    [InlineData(
        "乙",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>乙</w:t></w:r></w:p>"
    )]
    [InlineData(
        "甲乙",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag></w:p>"
    )]
    [InlineData(
        "甲(乙)",
        "<w:p><m:oMath><m:r><m:t>甲</m:t></m:r><m:d><m:e><m:r><m:t>乙</m:t></m:r></m:e></m:d></m:oMath></w:p>"
    )]
    [InlineData(
        "[甲|",
        "<w:p><m:oMath><m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"|\"/></m:dPr><m:e><m:r><m:t>甲</m:t></m:r></m:e></m:d></m:oMath></w:p>"
    )]
    [InlineData(
        "甲YĪ",
        "<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )]
    public void Text_is_shown_as_Word_shows_it(string shown, string blocks) =>
        Assert.Equal(Sorted(shown), Sorted(Read(new WordPackage(blocks)).Text.Comparable));

    [Fact]
    public void Of_a_field_the_result_is_shown_and_not_its_code() =>
        Assert.Equal("见二页", Text($"<w:p>{Run("见")}{Field("PAGEREF a", Run("二"))}{Run("页")}</w:p>"));

    [Theory]
    [InlineData("特", "EQ \\o\\ac(○,特)")]
    [InlineData("12", "EQ \\f(1,2)")]
    [InlineData("[单击此处]", "MACROBUTTON NoMacro [单击此处]")]
    [InlineData("", "XE \"甲\"")]
    public void Some_fields_show_what_their_code_says(string shown, string code) =>
        Assert.Equal(
            shown,
            Text(
                $"""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code.Replace("\"", "&quot;")}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
            )
        );

    [Fact]
    public void A_list_of_a_form_shows_the_entry_that_was_chosen() =>
        Assert.Equal(
            "乙",
            Text(
                """<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
            )
        );

    [Fact]
    public void Under_a_merged_cell_and_in_a_deleted_row_nothing_is_shown() =>
        Assert.Equal(
            "甲丙",
            Text(
                $"<w:tbl><w:tr>{Cell("甲", "<w:vMerge w:val=\"restart\"/>")}</w:tr><w:tr>{Cell("乙", "<w:vMerge/>")}{Cell("丙")}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{Cell("丁")}</w:tr></w:tbl>"
            )
        );

    [Fact]
    public void A_box_is_said_once_after_its_paragraph()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>";
        var text = Read(
            new WordPackage(
                $"<w:p>{Run("甲")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{Run("乙")}</w:p>"
            )
        ).Text;
        Assert.Equal("甲乙框", text.Comparable);
        Assert.Equal("第 1 段的文本框", text.Quote(2, 3).Place.ToString());
    }

    [Fact]
    public void Each_place_is_one_that_an_editor_finds()
    {
        var text = Read(
            new WordPackage(
                $"<w:p>{Run("一")}</w:p><w:p/><w:tbl><w:tr>{Cell("表")}{Cell("格")}</w:tr></w:tbl><w:p>{Run("二")}<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
            ).With(
                "footnotes",
                "footnotes",
                $"<w:footnote w:id=\"7\"><w:p>{Run("注")}</w:p></w:footnote><w:footnote w:id=\"8\"><w:p>{Run("无")}</w:p></w:footnote>"
            )
        ).Text;
        Assert.Equal("一表格二注", text.Comparable);
        Assert.Equal(
            ["第 1 段", "第 1 个表格第 1 行第 1 格", "第 1 个表格第 1 行第 2 格", "第 2 段", "脚注 1"],
            Enumerable.Range(0, 5).Select(at => text.Quote(at, at + 1).Place.ToString())
        );
    }

    [Fact]
    public void What_stands_beside_the_text_is_told_apart()
    {
        var document = Read(
            new WordPackage(
                $"<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>{Run("一、概况 1")}</w:p><w:p>{Run("正文")}<w:r><w:commentReference w:id=\"0\"/></w:r></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{Run("单击此处")}</w:p></w:sdtContent></w:sdt><w:sectPr><w:headerReference r:id=\"header\"/></w:sectPr>"
            )
                .With(
                    "styles",
                    "styles",
                    "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>"
                )
                .With("comments", "comments", $"<w:comment w:id=\"0\"><w:p>{Run("请核")}</w:p></w:comment>")
                .With("header", "hdr", $"<w:p>{Run("某某文件")}{Field("PAGE", Run("3"))}</w:p>")
        );
        Assert.Equal("正文", document.Text.Comparable);
        Assert.Equal(
            ["目录：一、概况 1", "第 3 段里控件的提示：单击此处", "批注 1：请核", "页眉：某某文件"],
            document.Beside.Pieces().Select(piece => document.Beside.Quote(piece.Start, piece.End).ToString())
        );
    }

    [Fact]
    public void A_hidden_style_hides_whatever_is_based_on_it() =>
        Assert.Equal(
            "乙",
            Read(
                new WordPackage(
                    $"<w:p><w:r><w:rPr><w:rStyle w:val=\"b\"/></w:rPr><w:t>甲</w:t></w:r>{Run("乙")}</w:p>"
                ).With(
                    "styles",
                    "styles",
                    "<w:style w:type=\"character\" w:styleId=\"a\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
                )
            ).Text.Comparable
        );

    [Theory]
    [InlineData("")]
    [InlineData("<w:document xmlns:w=\"x\"><w:body>")]
    public void A_package_that_contradicts_itself_has_no_text(string document)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            TamperedPackage.Write(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"x\"><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            TamperedPackage.Write(zip, "word/document.xml", document);
        }
        Assert.Null(ShownDocument.Read(stream.ToArray()));
        Assert.Null(ShownDocument.Read(Encoding.UTF8.GetBytes("PK")));
    }

    static string Sorted(string text) => string.Concat(text.Order());

    static string Run(string text) => SlowWord.Run(text);

    static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{Run(text)}</w:p></w:tc>";

    static string Field(string code, string result) =>
        $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

    static string Text(string blocks) => Read(new WordPackage(blocks)).Text.Comparable;

    static ShownDocument Read(WordPackage package) => ShownDocument.Read(package.Bytes())!;
}
