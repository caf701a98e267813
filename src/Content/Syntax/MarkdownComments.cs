using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary>What editors write into a text for each other: comments of HTML, and definitions of links that lead nowhere.</summary>
static class MarkdownComments
{
    /// <summary>Where they stand, in order.</summary>
    public static IReadOnlyList<(int Start, int End)> In(string markdown)
    {
        var document = MarkdownSyntax.Parse(markdown);
        var used = document.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        return
        [
            .. SyntaxFindings
                .Of(document)
                .Comments.Concat(
                    Definitions(document)
                        .Where(definition => !used.Contains(definition))
                        .Select(definition => definition.Span)
                )
                .OrderBy(span => span.Start)
                .Select(span => (span.Start, span.End + 1)),
        ];
    }

    /// <summary><c>[//]: # (…)</c> and the like, used or not.</summary>
    public static IEnumerable<LinkReferenceDefinition> Definitions(MarkdownDocument document) =>
        document
            .OfType<LinkReferenceDefinitionGroup>()
            .SelectMany(group => group.OfType<LinkReferenceDefinition>())
            .Where(definition => definition.Label == "//" || definition.Url is null or "" or "#" or "<>");
}
