using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using WorkReports.Import.Word.Fields;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>A Word document while it is read: its styles and lists, and what was counted and noted so far.</summary>
sealed class WordContext
{
    /// <summary>An address is written once for each piece of text in its link.</summary>
    const int LinkCharactersLimit = 4_000_000;

    /// <summary>Of tables with merged cells, which become HTML: each is two tags, and a file may have 9,500.</summary>
    const int HtmlCellLimit = 4_000;

    readonly List<(bool IsEndnote, string Id)> referencedNotes = [];
    readonly Dictionary<(bool IsEndnote, string Id), int> noteNumbers = [];
    readonly Dictionary<(bool IsEndnote, string Id), W.FootnoteEndnoteType> notes = [];
    readonly Dictionary<OpenXmlPart, IReadOnlyDictionary<string, string>> linkTargets = [];

    int linkCharacters;
    int htmlCells;

    public WordContext(MainDocumentPart document)
    {
        Document = document;
        Formatting = new Formatting(document);
        Numbering = new Numbering(document, Formatting, ImportNotes);
        Pictures = new Pictures(ImportNotes);
        AddNotes(isEndnote: false, document.FootnotesPart?.Footnotes);
        AddNotes(isEndnote: true, document.EndnotesPart?.Endnotes);
    }

    public MainDocumentPart Document { get; }
    public Formatting Formatting { get; }
    public Numbering Numbering { get; }
    public Pictures Pictures { get; }
    public ImportNotes ImportNotes { get; } = new();
    public FieldCounters FieldCounters { get; } = new();

    /// <summary>Tables of contents that were met and left out.</summary>
    public int ContentsCount { get; private set; }

    /// <summary>Without a place: there is one at most, and what it lists stands elsewhere.</summary>
    public void AddLossOfContents()
    {
        ContentsCount++;
        var location = ImportNotes.CurrentLocation;
        ImportNotes.CurrentLocation = default;
        ImportNotes.AddLoss(FieldKinds.Contents);
        ImportNotes.CurrentLocation = location;
    }

    /// <summary>Tells of a control that still asks for words, where they do not look like a prompt: they stay.</summary>
    public void NotePrompt(W.SdtElement control)
    {
        if (
            control.SdtProperties?.GetFirstChild<W.ShowingPlaceholder>() is not null
            && control.Descendants<W.Run>().FirstOrDefault() is { } run
            && !IsPrompt(run)
        )
            ImportNotes.AddChange("控件里像是还没有填写，原样保留了，请核对");
    }

    /// <summary>Word has a style of its own for what is to be written over.</summary>
    public bool IsPrompt(W.Run run) =>
        run.RunProperties?.RunStyle?.Val?.InnerText is { } style && Formatting.NameOfStyle(style) == "placeholder text";

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

    /// <summary>Without its merged cells, and noted, where a report would hold more tags than the site reads.</summary>
    public Table WithinCellBudget(Table table)
    {
        if (table.Merged.Count == 0 || (htmlCells += table.Rows.Count * (table.Rows[0].Count + 1)) <= HtmlCellLimit)
            return table;
        ImportNotes.AddChange("合并的单元格太多，已拆开，空出来的格子请核对");
        return new Table(table.Rows);
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
