using Markdig.Syntax.Inlines;
using WorkReports.Content.Coverage;
using WorkReports.Content.Syntax;

namespace WorkReports.Content.Rendering;

/// <summary>Links that lead nowhere are taken off their words.</summary>
sealed class UnwrappedLinks
{
    /// <summary>What made links of the words: it does not stand on the page, as the editor is told.</summary>
    public TextRanges Told { get; } = new();

    public void Unwrap(LinkInline link)
    {
        var end = link.Span.End + 1;
        Told.Add(link.Span.Start, link.FirstChild is { Span.Length: > 0 } first ? first.Span.Start : end);
        if (link.LastChild is { Span.Length: > 0 } last)
            Told.Add(last.Span.End + 1, end);
        MarkdownSyntax.Unwrap(link);
    }
}
