using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Tests.Support;

/// <summary>A Word document made in code: of lines for what is usual, of WordprocessingML for what is not.</summary>
public sealed class WordFile : IDisposable
{
    const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
        """;

    readonly MemoryStream stream = new();
    readonly WordprocessingDocument document;
    readonly W.Body body = new();

    public WordFile()
    {
        document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        Main = document.AddMainDocumentPart();
        Main.Document = new W.Document(body);
    }

    public MainDocumentPart Main { get; }

    /// <summary>A document of plain paragraphs.</summary>
    public static WordFile Of(params string[] lines) =>
        lines.Aggregate(new WordFile(), (file, line) => file.Line(line));

    /// <param name="side"><c>center</c> or <c>right</c>.</param>
    /// <param name="size">In points.</param>
    public WordFile Line(
        string text,
        string? style = null,
        string? side = null,
        double? size = null,
        bool bold = false,
        string? colour = null,
        string? font = null
    )
    {
        var properties =
            (style is null ? "" : $"""<w:pStyle w:val="{style}"/>""")
            + (side is null ? "" : $"""<w:jc w:val="{side}"/>""");
        var look =
            (font is null ? "" : $"""<w:rFonts w:eastAsia="{font}"/>""")
            + (bold ? "<w:b/>" : "")
            + (colour is null ? "" : $"""<w:color w:val="{colour}"/>""")
            + (size is null ? "" : $"""<w:sz w:val="{size * 2}"/>""");
        var runs = string.Join(
            "<w:br/>",
            text.Split('\n')
                .Select(line => $"""<w:t xml:space="preserve">{System.Security.SecurityElement.Escape(line)}</w:t>""")
        );
        return Xml($"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr>{runs}</w:r></w:p>");
    }

    /// <summary>A title, so that what follows is the body.</summary>
    public WordFile Titled(string title = "试验报告") => Line(title, side: "center", size: 22);

    /// <summary>A paragraph of runs as WordprocessingML.</summary>
    public WordFile Runs(string runs, string properties = "") => Xml($"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");

    /// <summary>A paragraph of a list.</summary>
    public WordFile Item(string text, int list, int level = 0) =>
        Runs(
            $"""<w:r><w:t xml:space="preserve">{text}</w:t></w:r>""",
            $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"""
        );

    /// <summary>A table of plain cells.</summary>
    public WordFile Table(params string[][] rows) =>
        Xml(
            $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>"))}</w:tbl>"
        );

    public WordFile Xml(string blocks)
    {
        foreach (var block in new W.Body($"<w:body {Namespaces}>{blocks}</w:body>").ChildElements.ToList())
            body.AppendChild(block.CloneNode(true));
        return this;
    }

    public WordFile Style(
        string id,
        string name,
        string properties = "",
        string runProperties = "",
        string type = "paragraph"
    )
    {
        var sheet = (Main.StyleDefinitionsPart ?? Main.AddNewPart<StyleDefinitionsPart>()).Styles ??= new W.Styles();
        sheet.AppendChild(
            new W.Style(
                $"""<w:style {Namespaces} w:type="{type}" w:styleId="{id}"><w:name w:val="{name}"/>{properties}<w:rPr>{runProperties}</w:rPr></w:style>"""
            )
        );
        return this;
    }

    /// <summary>The styles of Word's own headings, as the Chinese Word calls them.</summary>
    public WordFile HeadingStyles() =>
        Enumerable
            .Range(1, 3)
            .Aggregate(this, (file, level) =>
                file.Style(
                    level.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    $"heading {level}",
                    $"""<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>""",
                    "<w:b/>"
                )
            );

    /// <summary>A kind of list; each level is a format and a text such as <c>%1、</c>.</summary>
    public WordFile List(int id, params (string Format, string Text)[] levels)
    {
        var part = Main.NumberingDefinitionsPart ?? Main.AddNewPart<NumberingDefinitionsPart>();
        var numbering = part.Numbering ??= new W.Numbering();
        var xml = string.Concat(
            levels.Select(
                (level, at) =>
                    $"""<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level.Format}"/><w:lvlText w:val="{level.Text}"/></w:lvl>"""
            )
        );
        numbering.AppendChild(
            new W.AbstractNum($"""<w:abstractNum {Namespaces} w:abstractNumId="{id}">{xml}</w:abstractNum>""")
        );
        numbering.AppendChild(
            new W.NumberingInstance($"""<w:num {Namespaces} w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>""")
        );
        return this;
    }

    public WordFile Footnote(int id, string text)
    {
        var part = Main.FootnotesPart ?? Main.AddNewPart<FootnotesPart>();
        (part.Footnotes ??= new W.Footnotes()).AppendChild(
            new W.Footnote($"""<w:footnote {Namespaces} w:id="{id}">{text}</w:footnote>""")
        );
        return this;
    }

    /// <summary>A part that holds a picture, and its name in the package.</summary>
    public string Image(byte[] bytes, PartTypeInfo kind)
    {
        var part = Main.AddImagePart(kind);
        part.FeedData(new MemoryStream(bytes));
        return Main.GetIdOfPart(part);
    }

    /// <summary>The run that shows it.</summary>
    public static string Shows(string picture, string? alt = null, string source = "embed") =>
        $"""
            <w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="图片 1" {(
                alt is null ? "" : $"descr=\"{alt}\""
            )}/><a:graphic>
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:{source}="{picture}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
            """;

    public string Link(string url) =>
        Main.AddHyperlinkRelationship(new Uri(url, UriKind.RelativeOrAbsolute), isExternal: true).Id;

    public WordFile Properties(string? title = null, DateTime? modified = null)
    {
        (document.PackageProperties.Title, document.PackageProperties.Modified) = (title, modified);
        return this;
    }

    public byte[] Bytes()
    {
        Dispose();
        return stream.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }
}
