using System.Text;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Tests.Support;
using static WorkReports.Tests.Import.TamperedPackage;

namespace WorkReports.Tests.Import;

/// <summary>Files that are no Word documents, or mean harm: refused with a sentence, quickly.</summary>
public sealed class HostileWordTests
{
    [Theory]
    [InlineData("", "空的")]
    [InlineData("一段文字", "另存为")]
    [InlineData("{\\rtf1 x}", "RTF")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("<html>", "网页")]
    [InlineData("PK junk", "损坏")]
    public void What_is_no_package_is_told_by_what_it_is(string text, string says) =>
        Assert.Contains(says, Importing.Refusal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Old_and_locked_documents_are_told_apart()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Assert.Contains("旧格式", Importing.Refusal(ole));
        Assert.Contains("密码", Importing.Refusal([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "Excel")]
    [InlineData("ppt/presentation.xml", "演示文稿")]
    [InlineData("other.xml", "没有正文")]
    public void Other_kinds_of_packages_are_told(string part, string says)
    {
        const string types =
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""";
        Assert.Contains(says, Importing.Refusal(Zip(("[Content_Types].xml", types), (part, "<x/>"))));
    }

    [Fact]
    public void An_archive_and_an_OpenDocument_are_told()
    {
        Assert.Contains("解压", Importing.Refusal(Zip(("报告.docx", "x"))));
        Assert.Contains(".odt", Importing.Refusal(Zip(("mimetype", "application/vnd.oasis.opendocument.text"))));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void A_file_that_was_cut_off_is_told(double part) =>
        Assert.Contains("损坏", Importing.Refusal(Sound[..(int)(Sound.Length * part)]));

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void A_part_that_unfolds_without_end_is_refused() =>
        Assert.Contains(
            "大得不正常",
            Importing.Refusal(Changed(zip => Write(zip, "word/media/a.bin", stream => Fill(stream, 600))))
        );

    [Fact]
    public void So_is_an_endless_text() =>
        Assert.Contains(
            "大得不正常",
            Importing.Refusal(Changed(zip => Write(zip, "word/large.xml", stream => Fill(stream, 40))))
        );

    [Fact]
    public void So_are_too_many_parts() =>
        Assert.Contains(
            "大得不正常",
            Importing.Refusal(
                Changed(zip =>
                {
                    for (var i = 0; i < 2000; i++)
                        zip.CreateEntry($"word/media/{i}.png");
                })
            )
        );

    [Fact]
    public void So_is_nesting_that_would_overflow_the_stack() =>
        Assert.Contains(
            "大得不正常",
            Importing.Refusal(
                Body(
                    string.Concat(Enumerable.Repeat("<w:ins>", 20000))
                        + string.Concat(Enumerable.Repeat("</w:ins>", 20000))
                )
            )
        );

    [Theory]
    [InlineData(
        "word/document.dat",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    )]
    [InlineData("word/document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")]
    [InlineData(
        "word/document.png",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    )]
    [InlineData("word/document.dat", "application/octet-stream")]
    [InlineData("word/document.png", "image/png")]
    public void Whatever_its_part_is_called_XML_is_counted(string part, string type)
    {
        var nested = new WordPackage(
            SlowWord.Towers(20_000, 20_000, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", ""),
            part,
            type
        );
        Assert.Contains("层", Importing.Refusal(nested.Bytes()));
    }

    [Fact]
    public void A_sound_document_may_be_called_what_it_likes() =>
        Assert.Equal(
            "试验报告",
            WorkReports
                .Import.WordDocument.Read(
                    new WordPackage(
                        """<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>试验报告</w:t></w:r></w:p>""",
                        "word/document.dat"
                    ).Bytes(),
                    [],
                    out _
                )
                ?.Title
        );

    [Fact]
    public void Of_tables_in_each_other_the_bound_is_told() =>
        Assert.Contains(
            "表格套表格超过 20 层",
            Importing.Refusal(Body(SlowWord.Towers(21, 21, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "")))
        );

    [Fact]
    public void A_part_in_pieces_is_refused() =>
        Assert.Contains("拆成", Importing.Refusal(Changed(zip => Write(zip, "word/a.xml/[0].piece", "<a>"))));

    [Fact]
    public void A_picture_that_begins_as_XML_does_is_a_picture() =>
        Assert.Null(
            Record.Exception(() =>
                Assert.NotNull(
                    WorkReports.Import.WordDocument.Read(
                        Changed(zip => Write(zip, "word/media/a.bin", "<svg><g>")),
                        [],
                        out _
                    )
                )
            )
        );

    [Fact]
    public void Entities_are_never_unfolded()
    {
        const string bomb =
            """<!DOCTYPE d [<!ENTITY a "哈哈哈"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>""";
        Assert.Contains("XML", Importing.Refusal(Changed(zip => Replace(zip, "word/document.xml", bomb))));
        const string spy =
            """<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">&a;</Relationships>""";
        Assert.Contains("XML", Importing.Refusal(Changed(zip => Write(zip, "word/_rels/document.xml.rels", spy))));
    }

    [Fact]
    public void XML_that_breaks_off_is_told() =>
        Assert.Contains(
            "XML",
            Importing.Refusal(Changed(zip => Replace(zip, "word/document.xml", "<w:document><w:body>")))
        );

    [Fact]
    public void Attributes_that_make_no_sense_are_passed_over() =>
        Assert.Equal(
            "甲",
            Importing
                .Markdown(
                    new WordFile()
                        .List(1, ("decimal", "%1."))
                        .Titled()
                        .Runs(
                            """<w:r><w:rPr><w:b w:val="maybe"/><w:sz w:val="-9x"/><w:color w:val="red!"/></w:rPr><w:t>甲</w:t></w:r>""",
                            """<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="x"/></w:numPr><w:jc w:val="?"/><w:outlineLvl w:val="-5"/>"""
                        )
                )
                .Trim('*')
        );

    [Fact]
    public void A_link_that_is_no_address_harms_nobody()
    {
        var rels =
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://[:bad,mailto:a@b,c@d"/></Relationships>""";
        var file = Changed(zip =>
        {
            Write(zip, "word/_rels/document.xml.rels", rels);
            Replace(
                zip,
                "word/document.xml",
                Document(
                    """<w:p><w:r><w:t>标题</w:t></w:r></w:p><w:p><w:hyperlink r:id="rId9"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"""
                )
            );
        });
        var report = WorkReports.Import.WordDocument.Read(file, [], out var refusal);
        Assert.True(report is not null || refusal!.Contains("另存为"));
    }

    [Fact]
    public void Names_of_parts_lead_nowhere()
    {
        var file = new WordFile().Titled();
        var report = Importing.Report(
            file.Runs(WordFile.Shows(file.Image(Importing.Png, new PartTypeInfo("image/png", "/../../x")), "甲"))
        );
        Assert.Equal("图1.png", Assert.Single(report.Pictures).Name);
    }

    [Fact]
    public void A_document_of_the_strict_kind_is_read_too()
    {
        var file = Changed(zip =>
        {
            Replace(
                zip,
                "word/document.xml",
                Document("<w:p><w:r><w:t>标题</w:t></w:r></w:p>")
                    .Replace(
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main"
                    )
            );
            Replace(
                zip,
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="R1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>"""
            );
        });
        Assert.Equal("标题", WorkReports.Import.WordDocument.Read(file, [], out _)?.Title);
    }
}
