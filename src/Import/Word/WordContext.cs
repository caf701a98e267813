using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>A Word document while it is read: its styles and lists, and what was counted and noted so far.</summary>
sealed class WordContext
{
    readonly List<(bool IsEndnote, string Id)> referencedNotes = [];

    public WordContext(MainDocumentPart document)
    {
        Document = document;
        Formatting = new Formatting(document);
        Numbering = new Numbering(document, Formatting);
        Pictures = new Pictures(ImportNotes);
    }

    public MainDocumentPart Document { get; }
    public Formatting Formatting { get; }
    public Numbering Numbering { get; }
    public Pictures Pictures { get; }
    public ImportNotes ImportNotes { get; } = new();

    /// <summary>Footnotes and endnotes in the order of their references.</summary>
    public IReadOnlyList<(bool IsEndnote, string Id)> ReferencedNotes => referencedNotes;

    public W.FootnoteEndnoteType? FindNote(bool isEndnote, string id)
    {
        OpenXmlPartRootElement? notes = isEndnote ? Document.EndnotesPart?.Endnotes : Document.FootnotesPart?.Footnotes;
        return notes?.Elements<W.FootnoteEndnoteType>().FirstOrDefault(note => note.Id?.InnerText == id);
    }

    public int ParagraphCount { get; set; }
    public int TableCount { get; set; }

    /// <summary>Null for a note that the document does not hold.</summary>
    public NoteReference? ReferenceTo(bool isEndnote, string id)
    {
        if (FindNote(isEndnote, id) is null)
            return null;
        if (!referencedNotes.Contains((isEndnote, id)))
            referencedNotes.Add((isEndnote, id));
        return new NoteReference(referencedNotes.IndexOf((isEndnote, id)) + 1);
    }
}
