using System.IO.Compression;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>All that Word shows of a document: its text with its notes, and what stands beside it.</summary>
/// <param name="Text">What an import must keep.</param>
/// <param name="Beside">What a web page has no place for, or makes itself: headers, comments, tables of contents.</param>
sealed record ShownDocument(ShownText Text, ShownText Beside)
{
    /// <summary>Null for a package that contradicts itself so much that its text is not found.</summary>
    public static ShownDocument? Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return Read(new WordParts(zip));
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException)
        {
            return null;
        }
    }

    /// <summary>Whether a character stands anywhere in it.</summary>
    public bool Has(char letter) => Text.Comparable.Contains(letter) || Beside.Comparable.Contains(letter);

    /// <summary>All of it, line by line.</summary>
    public IEnumerable<(ShownPlace Place, string Line)> Lines() => Beside.Lines().Concat(Text.Lines());

    static ShownDocument? Read(WordParts parts)
    {
        if (parts.Document is null || OpenRoot(parts, parts.Document) is not { } xml)
            return null;
        var styles = WordStyles.Read(parts);
        var labels = NumberLabels.Read(parts);
        var main = new ShownTextReader(styles, labels);
        using (xml)
            main.Read(xml);
        var document = new ShownDocument(main.Text, main.Beside);
        document.AddNotes(parts, styles, labels, main, "footnote", "脚注");
        document.AddNotes(parts, styles, labels, main, "endnote", "尾注");
        document.AddNotes(parts, styles, labels, main, "comment", "批注", ShownKind.Comment);
        document.AddHeaders(parts, styles, labels, main);
        document.AddDrawn(parts, main);
        return document;
    }

    /// <summary>A reader that stands at a part's root; null for a part that the package lacks.</summary>
    static XmlReader? OpenRoot(WordParts parts, string part)
    {
        if (parts.Open(part) is not { } xml)
            return null;
        xml.MoveToContent();
        return xml;
    }

    void AddNotes(
        WordParts parts,
        WordStyles styles,
        NumberLabels labels,
        ShownTextReader main,
        string element,
        string story,
        ShownKind kind = ShownKind.Text
    )
    {
        var numbers = new Dictionary<string, int>();
        foreach (var (_, id) in main.References.Where(reference => reference.Type == element + "Reference"))
            numbers.TryAdd(id, numbers.Count + 1);
        var notes = new ShownTextReader?[numbers.Count];
        foreach (var part in parts.OfType(element + "s"))
        {
            using var xml = OpenRoot(parts, part);
            while (xml is not null && xml.Read())
            {
                if (
                    xml.NodeType == XmlNodeType.Element
                    && xml.LocalName == element
                    && WordStyles.Attribute(xml, "id") is { } id
                    && numbers.TryGetValue(id, out var number)
                )
                    (notes[number - 1] ??= new ShownTextReader(styles, labels, $"{story} {number}", kind)).Read(xml);
            }
        }
        foreach (var note in notes.OfType<ShownTextReader>())
            Add(note);
    }

    void AddHeaders(WordParts parts, WordStyles styles, NumberLabels labels, ShownTextReader main)
    {
        var targets = parts.Relations.ToLookup(relation => relation.Id);
        foreach (
            var (type, target) in main
                .Related.Where(related => related.Type is "headerReference" or "footerReference")
                .SelectMany(related => targets[related.Id].Select(relation => (related.Type, relation.Target)))
                .Distinct()
        )
        {
            var (story, kind) = type == "headerReference" ? ("页眉", ShownKind.Header) : ("页脚", ShownKind.Footer);
            if (OpenRoot(parts, target) is not { } xml)
                continue;
            var reader = new ShownTextReader(styles, labels, story, kind);
            using (xml)
                reader.Read(xml);
            Add(reader);
        }
    }

    /// <summary>The words of charts and diagrams, which parts of their own hold.</summary>
    void AddDrawn(WordParts parts, ShownTextReader main)
    {
        var targets = parts.Relations.ToLookup(relation => relation.Id);
        foreach (var (type, id, place) in main.Related.Where(related => related.Type is "chart" or "relIds"))
        {
            var kind = type == "chart" ? ShownKind.Chart : ShownKind.SmartArt;
            foreach (var relation in targets[id])
            {
                using var xml = parts.Open(relation.Target);
                if (xml is not null)
                    AddDrawn(xml, place, kind);
            }
        }
    }

    void AddDrawn(XmlReader xml, ShownPlace place, ShownKind kind)
    {
        var isName = false;
        while (xml.Read())
        {
            if (xml.LocalName == "strCache")
                isName = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element || !(xml.LocalName == "t" || (isName && xml.LocalName == "v")))
                continue;
            if (!xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text)
            {
                Beside.Add(xml.Value, place, kind);
                Beside.AddLineEnd();
            }
        }
    }

    void Add(ShownTextReader reader)
    {
        Text.Add(reader.Text);
        Beside.Add(reader.Beside);
    }
}
