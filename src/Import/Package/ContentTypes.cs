using System.IO.Compression;
using System.Xml;

namespace WorkReports.Import.Package;

/// <summary>Which parts a package calls XML. The SDK goes by that, not by their names.</summary>
sealed class ContentTypes
{
    public const string PartName = "[Content_Types].xml";

    static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    readonly HashSet<string> xmlExtensions = new(StringComparer.OrdinalIgnoreCase) { "xml", "rels" };
    readonly HashSet<string> xmlParts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings with which a part may be read: a DTD throws, since its entities could expand without end.</summary>
    public static XmlReader Reader(Stream stream) => XmlReader.Create(stream, Strict);

    /// <param name="sizeLimit">Of the list itself, in bytes.</param>
    public static ContentTypes Read(ZipArchive zip, int sizeLimit)
    {
        var types = new ContentTypes();
        foreach (var list in zip.Entries.Where(entry => IsSamePart(entry.FullName, PartName)))
        {
            using var xml = Reader(new BoundedStream(list.Open(), sizeLimit));
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && IsXml(xml.GetAttribute("ContentType")))
                    types.Add(xml);
            }
        }
        return types;
    }

    public bool IsXml(ZipArchiveEntry part) =>
        xmlExtensions.Contains(Path.GetExtension(part.FullName).TrimStart('.'))
        || xmlParts.Contains(Plain(part.FullName));

    void Add(XmlReader xml)
    {
        if (xml.GetAttribute("Extension") is { } extension)
            xmlExtensions.Add(extension);
        if (xml.GetAttribute("PartName") is { } part)
            xmlParts.Add(Plain(part));
    }

    static bool IsXml(string? type) =>
        type is not null
        && (
            type.Contains("+xml", StringComparison.OrdinalIgnoreCase)
            || type.Contains("/xml", StringComparison.OrdinalIgnoreCase)
        );

    static bool IsSamePart(string name, string other) =>
        string.Equals(Plain(name), other, StringComparison.OrdinalIgnoreCase);

    /// <summary>As names are compared: without the slash before, and whatever is written as a percent sign and two digits.</summary>
    static string Plain(string name) => Uri.UnescapeDataString(name.Replace('\\', '/').TrimStart('/'));
}
