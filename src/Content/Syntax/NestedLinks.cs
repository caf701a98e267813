using System.Buffers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Syntax;

/// <summary>An address among the words of a link is a part of these words.</summary>
static class NestedLinks
{
    static readonly SearchValues<string> Signs = SearchValues.Create(
        ["@", ":", "www."],
        StringComparison.OrdinalIgnoreCase
    );

    public static void Unwrap(MarkdownDocument document, string source)
    {
        if (
            !source.Contains("](", StringComparison.Ordinal)
            && !source.Contains("<a", StringComparison.OrdinalIgnoreCase)
        )
            return;
        if (!source.AsSpan().ContainsAny(Signs))
            return;
        var anchors = 0;
        Block? leaf = null;
        foreach (var part in document.Descendants().ToList())
        {
            if (part is Block block)
                (leaf, anchors) = (block, 0);
            else if (part is HtmlInline html && HtmlTag.Read(html.Tag) is { Name: "a" } tag)
                anchors += tag.IsEnd ? -1 : 1;
            else if (part is LinkInline { IsAutoLink: true } link && (anchors > 0 || IsWithinLink(link)))
                MarkdownSyntax.Unwrap(link);
        }
    }

    static bool IsWithinLink(LinkInline link)
    {
        for (var above = link.Parent; above is not null; above = above.Parent)
        {
            if (above is LinkInline)
                return true;
        }
        return false;
    }
}
