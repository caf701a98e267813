using System.IO.Compression;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>The parts of a package by what they are to its document, found without the library that the import reads with.</summary>
sealed class WordParts
{
    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    public WordParts(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
            entries.TryAdd(Plain(entry.FullName), entry);
        Document = RelationsOf("").FirstOrDefault(relation => relation.Type == "officeDocument").Target;
        Relations = Document is null ? [] : [.. RelationsOf(Document)];
    }

    /// <summary>The name of the document's own part; null in a package that names none.</summary>
    public string? Document { get; }

    /// <summary>What the document refers to: the last word of the relation's type, and the name of the part.</summary>
    public IReadOnlyList<(string Id, string Type, string Target)> Relations { get; }

    public IEnumerable<string> OfType(string type) =>
        Relations.Where(relation => relation.Type == type).Select(relation => relation.Target).Distinct();

    /// <summary>Null for a part that the package lacks.</summary>
    public XmlReader? Open(string part) =>
        entries.GetValueOrDefault(part) is { } entry ? XmlReader.Create(entry.Open(), WithClosing()) : null;

    static XmlReaderSettings WithClosing()
    {
        var settings = Settings.Clone();
        settings.CloseInput = true;
        return settings;
    }

    public IEnumerable<(string Id, string Type, string Target)> RelationsOf(string part)
    {
        var folder = part.LastIndexOf('/') is >= 0 and var at ? part[..(at + 1)] : "";
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        if (xml is null)
            yield break;
        while (xml.Read())
        {
            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Type") is { } type
                && xml.GetAttribute("Target") is { } target
            )
                yield return (
                    xml.GetAttribute("Id") ?? "",
                    type[(type.LastIndexOf('/') + 1)..],
                    Resolve(folder, target)
                );
        }
    }

    static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in Plain(target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not (".." or "." or ""))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    static string Plain(string name) => Uri.UnescapeDataString(name.Replace('\\', '/').TrimStart('/'));
}
