using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary>The notes of a document: numbered as their marks come in the text, listed at its end.</summary>
sealed class NoteList
{
    readonly Dictionary<string, Note> notes = new(StringComparer.OrdinalIgnoreCase);
    readonly List<Note> all = [];

    int marked;

    public static NoteList? Find(MarkdownDocument document) => document.GetData(typeof(NoteList)) as NoteList;

    public static NoteList Of(MarkdownDocument document)
    {
        if (Find(document) is { } known)
            return known;
        var list = new NoteList();
        document.SetData(typeof(NoteList), list);
        document.ProcessInlinesBegin += list.Collect;
        document.ProcessInlinesEnd += list.Settle;
        return list;
    }

    public void Add(Note note)
    {
        all.Add(note);
        notes.TryAdd(note.Label!, note);
    }

    public bool Has(string label) => notes.ContainsKey(label);

    public FootnoteLink Mark(string label)
    {
        var note = notes[label];
        if (note.Order < 0)
            note.Order = ++marked;
        var mark = new FootnoteLink(note);
        note.Links.Add(mark);
        return mark;
    }

    /// <summary>To the end, before the marks are numbered: one that stands within a note comes after all others.</summary>
    void Collect(InlineProcessor processor, Inline? inline)
    {
        var group = new FootnoteGroup(all[0].Parser!);
        foreach (var note in all)
        {
            note.Parent?.Remove(note);
            group.Add(note);
        }
        processor.Document.Add(group);
    }

    void Settle(InlineProcessor processor, Inline? inline)
    {
        var document = processor.Document;
        var findings = SyntaxFindings.Of(document);
        var group = (FootnoteGroup)document[^1];
        findings.RepeatedNotes.AddRange(all.Where(note => notes[note.Label!] != note));
        findings.UnusedNotes.AddRange(all.Where(note => notes[note.Label!] == note && note.Order < 0));
        group.Clear();
        foreach (var note in all.Where(note => note.Order > 0).OrderBy(note => note.Order))
            group.Add(note);
        if (group.Count == 0)
            document.Remove(group);
        var index = 0;
        foreach (var note in group.Cast<Note>())
            AddBackLinks(note, ref index);
    }

    static void AddBackLinks(Note note, ref int index)
    {
        if (note.LastChild is not ParagraphBlock last)
            note.Add(last = new ParagraphBlock());
        last.Inline ??= new ContainerInline();
        foreach (var mark in note.Links)
        {
            mark.Index = ++index;
            last.Inline.AppendChild(new FootnoteLink(note) { Index = mark.Index, IsBackLink = true });
        }
    }
}
