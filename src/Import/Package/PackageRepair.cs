using System.IO.Compression;
using System.Text;
using System.Xml;

namespace WorkReports.Import.Package;

/// <summary>
/// A package without what its document does not need: Word opens a file whose properties, web settings or pictures are missing or are
/// called by a wrong type, and the SDK does not.
/// </summary>
static class PackageRepair
{
    /// <summary>The last word of the types of relations that the import reads.</summary>
    static readonly HashSet<string> Needed =
    [
        "officeDocument",
        "styles",
        "numbering",
        "footnotes",
        "endnotes",
        "comments",
        "header",
        "footer",
        "image",
        "chart",
        "diagramData",
        "hyperlink",
    ];

    /// <summary>The same parts, with relations to what is there and is needed alone.</summary>
    public static byte[] WithNeededParts(byte[] file)
    {
        using var old = new ZipArchive(new MemoryStream(file, writable: false));
        var names = old.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                    to.Write(Encoding.UTF8.GetBytes(Repaired(from, FolderOf(entry.FullName), names)));
                else
                    from.CopyTo(to);
            }
        }
        return stream.ToArray();
    }

    static string Repaired(Stream relations, string folder, HashSet<string> names)
    {
        var text = new StringBuilder();
        using (var to = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            to.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
            using var xml = ContentTypes.Reader(relations);
            while (xml.Read())
            {
                if (
                    xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                    || xml.GetAttribute("Type") is not { } type
                    || xml.GetAttribute("Target") is not { } target
                    || !Needed.Contains(type[(type.LastIndexOf('/') + 1)..])
                )
                    continue;
                var isOutside = xml.GetAttribute("TargetMode") == "External";
                if (!isOutside && !names.Contains(Resolve(folder, target)))
                    continue;
                to.WriteStartElement("Relationship", xml.NamespaceURI);
                foreach (var name in (string[])["Id", "Type", "Target", "TargetMode"])
                    if (xml.GetAttribute(name) is { } value)
                        to.WriteAttributeString(name, value);
                to.WriteEndElement();
            }
            to.WriteEndElement();
        }
        return text.ToString();
    }

    /// <summary>Of the part whose relations these are: two folders up from <c>word/_rels/document.xml.rels</c>.</summary>
    static string FolderOf(string name) =>
        name.Split('/') is { Length: > 2 } steps ? string.Join('/', steps[..^2]) + "/" : "";

    static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not (".." or "." or ""))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
