using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>A Word document while it is read: its styles and lists, and what was counted and noted so far.</summary>
sealed class WordContext
{
    /// <summary>An address is written once for each piece of text in its link.</summary>
    const int LinkCharactersLimit = 4_000_000;

    readonly List<(bool IsEndnote, string Id)> referencedNotes = [];
    readonly Dictionary<(bool IsEndnote, string Id), int> noteNumbers = [];
    readonly Dictionary<(bool IsEndnote, string Id), W.FootnoteEndnoteType> notes = [];
    readonly Dictionary<OpenXmlPart, IReadOnlyDictionary<string, string>> linkTargets = [];

    int linkCharacters;

    public WordContext(MainDocumentPart document)
    {
        Document = document;
        Formatting = new Formatting(document);
        Numbering = new Numbering(document, Formatting);
        Pictures = new Pictures(ImportNotes);
        AddNotes(isEndnote: false, document.FootnotesPart?.Footnotes);
        AddNotes(isEndnote: true, document.EndnotesPart?.Endnotes);
    }

    public MainDocumentPart Document { get; }
    public Formatting Formatting { get; }
    public Numbering Numbering { get; }
    public Pictures Pictures { get; }
    public ImportNotes ImportNotes { get; } = new();

    /// <summary>Footnotes and endnotes in the order of their references.</summary>
    public IReadOnlyList<(bool IsEndnote, string Id)> ReferencedNotes => referencedNotes;

    public W.FootnoteEndnoteType? FindNote(bool isEndnote, string id) => notes.GetValueOrDefault((isEndnote, id));

    /// <summary>Null, and noted, when links were written so often that the report would consist of addresses.</summary>
    public string? WithinLinkBudget(string? url)
    {
        if (url is null || (linkCharacters += url.Length) <= LinkCharactersLimit)
            return url;
        ImportNotes.AddChange("链接太多，后面的只保留了文字");
        return null;
    }

    /// <summary>Where the links of a part lead, by their names in it.</summary>
    public IReadOnlyDictionary<string, string> LinkTargetsOf(OpenXmlPart part)
    {
        if (!linkTargets.TryGetValue(part, out var targets))
            linkTargets[part] = targets = part
                .HyperlinkRelationships.GroupBy(link => link.Id)
                .ToDictionary(same => same.Key, same => same.First().Uri.OriginalString);
        return targets;
    }

    public int ParagraphCount { get; set; }
    public int TableCount { get; set; }

    /// <summary>Null for a note that the document does not hold.</summary>
    public NoteReference? ReferenceTo(bool isEndnote, string id)
    {
        if (FindNote(isEndnote, id) is null)
            return null;
        if (!noteNumbers.TryGetValue((isEndnote, id), out var number))
        {
            referencedNotes.Add((isEndnote, id));
            noteNumbers[(isEndnote, id)] = number = referencedNotes.Count;
        }
        return new NoteReference(number);
    }

    void AddNotes(bool isEndnote, OpenXmlPartRootElement? root)
    {
        foreach (var note in root?.Elements<W.FootnoteEndnoteType>() ?? [])
        {
            if (note.Id?.InnerText is { } id)
                notes.TryAdd((isEndnote, id), note);
        }
    }
}
