using WorkReports.Import;
using WorkReports.Import.Coverage;
using WorkReports.Import.Coverage.Shown;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Coverage;

/// <summary>The proof that nothing is lost: an import that drops something is caught, one that does not is left in peace.</summary>
public sealed class ImportCoverageTests
{
    const string Title =
        """<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>关于[试验]的报告</w:t></w:r></w:p>""";

    const string Note = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>据区统计局年报。</w:t></w:r></w:p></w:footnote>";

    const string Box =
        "<w:p><w:r><w:t>框前的话。</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";

    static readonly string[] Parts =
    [
        Paragraph("一、总体情况", ""),
        Paragraph("全年举办活动36场，", "参加的职工有1,204人次。"),
        Paragraph("1、学习制度健全", ""),
        Paragraph("2、学习 *形式* 多样_有序_<b>|", ""),
        Table(("单位", "场次"), ("甲局", "12"), ("乙局", "24")),
        Box,
        "<w:p><w:r><w:t>全区共有12个基层组织</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>，都完成了。</w:t></w:r></w:p>",
        Paragraph("下一步，", "继续抓好落实，务求实效。"),
        Paragraph("第一试验单位", ""),
        Paragraph("2021年8月31日", ""),
    ];

    [Fact]
    public void Of_a_usual_document_nothing_is_missing()
    {
        var coverage = Coverage(Package(Parts), Package(Parts));
        Assert.Empty(coverage.Missing);
        Assert.Empty(coverage.Beside);
        Assert.Equal(coverage.ShownCount, coverage.DraftCount + coverage.TakenCount);
        Assert.InRange(coverage.TakenCount, 1, "第一试验单位2021年8月31日".Length);
    }

    [Theory]
    [InlineData(
        "第 3 段",
        "参加的职工有1,204人次。",
        "<w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">参加的职工有1,204人次。</w:t></w:r>"
    )]
    [InlineData("第 3 段", "全年举办活动36场，", "全年举办活动36场，")]
    [InlineData("第 3 段", "6", "6场", "场")]
    [InlineData("第 3 段", "204", "204", "")]
    [InlineData("第 1 个表格第 2 行第 2 格", "12", "<w:t xml:space=\"preserve\">12</w:t>")]
    [InlineData("第 1 个表格第 3 行第 1 格", "乙局", "乙局")]
    [InlineData("第 6 段的文本框", "框里的话", "框里的话")]
    [InlineData("脚注 1", "据区统计局年报。", "据区统计局年报。")]
    [InlineData("第 8 段", "务求实效。", "务求实效。")]
    [InlineData("第 5 段", "*", " *形式", " 形式")]
    [InlineData("第 5 段", "_", "_有序", "有序")]
    [InlineData("第 5 段", "|", "|")]
    public void Whatever_an_import_drops_is_told_with_its_place(
        string place,
        string words,
        string dropped,
        string instead = ""
    )
    {
        var lossy = Package(Parts, xml => Replaced(xml, dropped, instead));
        var missing = Assert.Single(Coverage(Package(Parts), lossy).Missing);
        Assert.Equal((place, words), (missing.Place.ToString(), missing.Words));
    }

    [Fact]
    public void Each_part_that_an_import_leaves_out_is_told()
    {
        for (var part = 0; part < Parts.Length - 2; part++)
        {
            var without = Parts.Where((_, at) => at != part).ToArray();
            Assert.True(
                Coverage(Package(Parts), Package(without)).Missing.Count > 0,
                $"without {Parts[part]} nothing is told"
            );
        }
    }

    [Fact]
    public void What_is_said_twice_and_kept_once_is_told_once()
    {
        string[] twice = [Parts[1], Parts[7], Parts[1], Parts[7]];
        var coverage = Coverage(Package(twice), Package([Parts[1], Parts[7], Parts[7]]));
        Assert.Equal("全年举办活动36场，参加的职工有1,204人次。", Assert.Single(coverage.Missing).Words);
    }

    [Fact]
    public void What_only_changed_its_place_is_not_missing()
    {
        var other = (string[])[.. Parts[..3], .. Parts[5..8], .. Parts[3..5], .. Parts[8..]];
        Assert.Empty(Coverage(Package(Parts), Package(other)).Missing);
    }

    [Fact]
    public void A_symbol_may_become_any_but_not_nothing()
    {
        const string symbol = "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>";
        string[] parts = [$"<w:p><w:r><w:t>满意</w:t>{symbol}<w:t>不满意</w:t></w:r></w:p>"];
        Assert.Empty(Coverage(Package(parts), Package(parts)).Missing);
        var missing = Assert.Single(Coverage(Package(parts), Package(parts, xml => Replaced(xml, symbol, ""))).Missing);
        Assert.Equal((ShownKind.Symbol, "※"), (missing.Kind, missing.Words));
    }

    [Fact]
    public void The_marks_of_Markdown_are_no_text_and_what_is_escaped_is() =>
        Assert.Equal(
            "甲乙丙丁|*戊3.己庚&<b>_辛_",
            string.Concat(
                DraftText
                    .Of(
                        "## 甲\n\n> **乙**\n\n| 丙<br> | 丁\\| |\n| --- | ---: |\n\n- \\*戊\n3. [己](http://a/b\\))[^1]\n\n![图](图片/图1.png)庚&amp;\\<b>_辛_\n\n[^1]: \n".Replace(
                            "\\))",
                            ")"
                        )
                    )
                    .Where(letter => !char.IsWhiteSpace(letter))
            )
        );

    [Fact]
    public async Task A_document_of_another_program_is_wholly_kept()
    {
        var file = await File.ReadAllBytesAsync(
            Repository.Path("tests", "Import", "Cases", "libreoffice.docx"),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(WordDocument.Read(file, Importing.Units, out _)!.Coverage!.Missing);
    }

    /// <summary>The comparison of one document with what was imported of another: an import that loses the difference.</summary>
    static ImportCoverage Coverage(byte[] document, byte[] imported)
    {
        var report = WordDocument.Read(imported, Importing.Units, out var refusal);
        Assert.Null(refusal);
        return ImportCoverage.Of(
            ShownDocument.Read(document)!,
            report!.Title,
            report.Body(""),
            [.. report.Letterhead, report.SignedBy ?? "", .. DateSpellings.Of(report.Date)]
        );
    }

    static byte[] Package(string[] parts, Func<string, string>? change = null)
    {
        change ??= xml => xml;
        return new WordPackage(change(Title + string.Concat(parts)))
            .With("footnotes", "footnotes", change(Note))
            .Bytes();
    }

    static string Replaced(string xml, string dropped, string instead) =>
        xml.IndexOf(dropped, StringComparison.Ordinal) is >= 0 and var at
            ? xml[..at] + instead + xml[(at + dropped.Length)..]
            : xml;

    static string Paragraph(string first, string second) =>
        SlowWord.Paragraph(SlowWord.Run(first.Replace("<", "&lt;")) + (second.Length > 0 ? SlowWord.Run(second) : ""));

    static string Table(params (string First, string Second)[] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{Cell(row.First)}{Cell(row.Second)}</w:tr>"))}</w:tbl>";

    static string Cell(string text) => $"<w:tc><w:p>{SlowWord.Run(text)}</w:p></w:tc>";
}
