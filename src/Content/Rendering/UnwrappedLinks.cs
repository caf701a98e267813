using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Coverage;
using WorkReports.Content.Syntax;

namespace WorkReports.Content.Rendering;

/// <summary>Links that lead nowhere are taken off their words.</summary>
sealed class UnwrappedLinks
{
    /// <summary>What made links of the words: it does not stand on the page, as the editor is told.</summary>
    public TextRanges Told { get; } = new();

    /// <summary>
    /// A picture that is none of ours. Within a link its words alone are left: a link within a link ends the outer one before its words,
    /// and that one would lead nowhere.
    /// </summary>
    /// <param name="words">For one that has none.</param>
    /// <returns>True where its words alone are left.</returns>
    public bool ShowAsLink(LinkInline picture, string words)
    {
        if (picture.FirstChild is null)
            picture.AppendChild(new LiteralInline(words) { Span = SourceSpan.Empty });
        picture.IsImage = IsWithinLink(picture);
        if (picture.IsImage)
            Unwrap(picture);
        return picture.IsImage;
    }

    static bool IsWithinLink(Inline inline)
    {
        for (var above = inline.Parent; above is not null; above = above.Parent)
        {
            if (above is LinkInline { IsImage: false })
                return true;
        }
        return false;
    }

    public void Unwrap(LinkInline link)
    {
        var end = link.Span.End + 1;
        Told.Add(link.Span.Start, link.FirstChild is { Span.Length: > 0 } first ? first.Span.Start : end);
        if (link.LastChild is { Span.Length: > 0 } last)
            Told.Add(last.Span.End + 1, end);
        MarkdownSyntax.Unwrap(link);
    }
}
