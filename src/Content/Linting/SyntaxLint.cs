using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Coverage;
using WorkReports.Content.Problems;
using WorkReports.Content.Syntax;

namespace WorkReports.Content.Linting;

/// <summary>Notes, tags, comments and numbers that came out otherwise than they are written, or not at all.</summary>
sealed class SyntaxLint(SourceText source, ProblemList problems)
{
    /// <summary>What does not stand on the page, as the editor is told here.</summary>
    public TextRanges Told { get; } = new();

    public void Check(MarkdownDocument document, IReadOnlyList<MarkdownObject> parts)
    {
        var findings = SyntaxFindings.Of(document);
        foreach (var note in findings.MissingNotes)
            Warn(
                note,
                "note-missing",
                $"“{Written(note)}”没有对应的注释，会照原样显示。请在文末另起一行写“{Written(note)}: 注释的内容”；不是注释的，写成“\\{Written(note)}”。"
            );
        foreach (var note in findings.RepeatedNotes)
            WarnOfLost(
                note.Written,
                "note-twice",
                $"注释“[{note.Label}]”写了两次，这里的没有显示。请给它换一个号码，正文里也写上这个号码。"
            );
        foreach (var note in findings.UnusedNotes)
            WarnOfLost(
                note.Written,
                "note-unused",
                $"正文里没有“[{note.Label}]”，这条注释没有显示。请在正文里该加注的地方写“[{note.Label}]”，或者删去这条注释。"
            );
        foreach (var tag in findings.UnpairedTags)
            Warn(
                tag,
                "tag-open",
                $"“{Written(tag)}”没有和它成对的另一半，会照原样显示。要用它排版，请写全开头和结尾；说的就是这几个字的，写成“\\{Written(tag)}”。"
            );
        foreach (var part in parts)
        {
            if (part is ListBlock { IsOrdered: true } list)
                CheckNumbers(list);
            else if (part is EmphasisInline { DelimiterChar: '~' } struck)
                CheckStruck(struck);
        }
        CheckComments(findings, CommentDefinitions(document, parts));
    }

    void CheckNumbers(ListBlock list)
    {
        var items = list.Cast<ListItemBlock>().ToList();
        if (items.TrueForAll(item => item.Order == items[0].Order))
            return;
        var jump = items.Zip(items.Skip(1)).FirstOrDefault(pair => pair.Second.Order != pair.First.Order + 1).Second;
        if (jump is not null)
            problems.Warn(
                source.At(jump.Span.Start, 1),
                "list-number",
                $"这个列表的号码不连着，是 {string.Join("、", items.Take(8).Select(item => item.Order))}{(items.Count > 8 ? "……" : "")}，会照写的显示。请核对有没有漏掉的一项。"
            );
    }

    /// <summary>From a number to a number: people write it with tildes.</summary>
    void CheckStruck(EmphasisInline struck)
    {
        var start = struck.Span.Start;
        if (start <= 0 || struck.Span.End >= source.Text.Length)
            return;
        var inner = source.Slice(struck).Trim('~');
        if (IsOfRange(source.Text[start - 1]) && inner.Length > 0 && IsOfRange(inner[0]))
            problems.Warn(
                source.At(start, struck.Span.Length),
                "strike-range",
                $"两处“~~”配成了一对，中间的“{Shortened(inner)}”画上了删除线。表示从几点到几点，请写一个“～”或者“—”：9:00—11:00；确实要划掉的，不必改。"
            );
    }

    static bool IsOfRange(char letter) => char.IsDigit(letter) || "年月日时点分号%％℃元万亿".Contains(letter);

    static string Shortened(ReadOnlySpan<char> text) =>
        text.Length > 12 ? text[..12].ToString() + "……" : text.ToString();

    /// <summary>Links that nobody follows, with the editor's remark as their title: <c>[//]: # (…)</c>.</summary>
    static List<SourceSpan> CommentDefinitions(MarkdownDocument document, IReadOnlyList<MarkdownObject> parts)
    {
        var used = parts
            .OfType<LinkInline>()
            .Select(link => link.Reference)
            .OfType<LinkReferenceDefinition>()
            .ToHashSet();
        return
        [
            .. MarkdownComments
                .Definitions(document)
                .Where(definition => !used.Contains(definition))
                .Select(definition => definition.Span),
        ];
    }

    void CheckComments(SyntaxFindings findings, List<SourceSpan> definitions)
    {
        foreach (var definition in definitions)
            Told.Add(definition.Start, definition.End + 1);
        if (findings.Comments.Concat(definitions).OrderBy(comment => comment.Start).ToList() is [var first, ..] all)
            CommentNote.Warn(source.At(first.Start, first.Length), all.Count, problems);
    }

    void WarnOfLost(SourceSpan span, string code, string message)
    {
        Told.Add(span.Start, span.End + 1);
        Warn(span, code, message);
    }

    void Warn(SourceSpan span, string code, string message) =>
        problems.Warn(source.At(span.Start, span.Length), code, message);

    string Written(SourceSpan span) =>
        Shortened(source.Text.AsSpan(span.Start, Math.Min(span.Length, source.Text.Length - span.Start)));
}
