using System.Globalization;
using System.IO.Compression;
using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>A Word document written as text, part by part: the SDK would take longer to make a large one than the import to read it.</summary>
sealed class WordPackage
{
    public const string Namespaces =
        """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" """;

    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string WordXml = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    readonly List<(string Name, byte[] Bytes)> parts = [];
    readonly StringBuilder types = new();
    readonly StringBuilder relationships = new();

    public WordPackage(string blocks, string mainPart = "word/document.xml", string? mainType = null)
    {
        Main = mainPart;
        Add(
            mainPart,
            $"<w:document {Namespaces}><w:body>{blocks}</w:body></w:document>",
            mainType ?? $"{WordXml}.document.main+xml"
        );
    }

    string Main { get; }

    /// <param name="kind">styles, numbering, footnotes, endnotes, comments, header.</param>
    public WordPackage With(string kind, string root, string content, int number = 1)
    {
        var name = number == 1 ? kind : $"{kind}{number}";
        Add($"word/{name}.xml", $"<w:{root} {Namespaces}>{content}</w:{root}>", $"{WordXml}.{kind}+xml");
        relationships.Append(
            CultureInfo.InvariantCulture,
            $"""<Relationship Id="{name}" Type="{Office}/{kind}" Target="/word/{name}.xml"/>"""
        );
        return this;
    }

    public WordPackage Links(IEnumerable<(string Id, string Url)> links)
    {
        foreach (var (id, url) in links)
            relationships.Append(Link(id, url));
        return this;
    }

    public WordPackage LinksOf(string part, IEnumerable<(string Id, string Url)> links)
    {
        parts.Add(
            ($"word/_rels/{part}.xml.rels", Relationships(string.Concat(links.Select(link => Link(link.Id, link.Url)))))
        );
        return this;
    }

    public WordPackage Picture(string id)
    {
        parts.Add(($"word/media/{id}.png", Importing.Png));
        relationships.Append(
            CultureInfo.InvariantCulture,
            $"""<Relationship Id="{id}" Type="{Office}/image" Target="/word/media/{id}.png"/>"""
        );
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in AllParts())
                TamperedPackage.Write(zip, name, part => part.Write(bytes));
        }
        return stream.ToArray();
    }

    IEnumerable<(string Name, byte[] Bytes)> AllParts() =>
        [
            (
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes(
                    $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{types}</Types>"""
                )
            ),
            (
                "_rels/.rels",
                Relationships($"""<Relationship Id="main" Type="{Office}/officeDocument" Target="/{Main}"/>""")
            ),
            (Main.Replace("word/", "word/_rels/") + ".rels", Relationships(relationships.ToString())),
            .. parts,
        ];

    void Add(string name, string xml, string type)
    {
        parts.Add((name, Encoding.UTF8.GetBytes(xml)));
        types.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/{name}" ContentType="{type}"/>""");
    }

    static string Link(string id, string url) =>
        $"""<Relationship Id="{id}" Type="{Office}/hyperlink" TargetMode="External" Target="{url}"/>""";

    static byte[] Relationships(string content) =>
        Encoding.UTF8.GetBytes(
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>"""
        );
}
