using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>A Word document while it is read: its styles and lists, and what has come up so far.</summary>
sealed class WordContext
{
    readonly List<(bool IsEndnote, string Id)> notes = [];

    public WordContext(MainDocumentPart document)
    {
        Document = document;
        Formatting = new Formatting(document);
        Numbering = new Numbering(document, Formatting);
        Pictures = new Pictures(Losses);
    }

    public MainDocumentPart Document { get; }
    public Formatting Formatting { get; }
    public Numbering Numbering { get; }
    public Pictures Pictures { get; }
    public ImportNotes Losses { get; } = new();

    /// <summary>Footnotes and endnotes in the order of their marks.</summary>
    public IReadOnlyList<(bool IsEndnote, string Id)> Notes => notes;

    public W.FootnoteEndnoteType? NoteOf(bool isEndnote, string id)
    {
        OpenXmlPartRootElement? notes = isEndnote ? Document.EndnotesPart?.Endnotes : Document.FootnotesPart?.Footnotes;
        return notes?.Elements<W.FootnoteEndnoteType>().FirstOrDefault(note => note.Id?.InnerText == id);
    }

    public int Paragraphs { get; set; }
    public int Tables { get; set; }

    /// <summary>Null for a note that the document does not hold.</summary>
    public NoteMark? Note(bool isEndnote, string id)
    {
        if (NoteOf(isEndnote, id) is null)
            return null;
        if (!notes.Contains((isEndnote, id)))
            notes.Add((isEndnote, id));
        return new NoteMark(notes.IndexOf((isEndnote, id)) + 1);
    }
}
