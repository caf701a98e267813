using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Linting;

/// <summary>Finds characters that turn the direction of text where they are written as HTML writes them: <c>&amp;#8238;</c>.</summary>
static partial class BidiEntities
{
    public static void Check(IEnumerable<MarkdownObject> parts, SourceText source, ProblemList problems)
    {
        foreach (var part in parts.Where(part => part is HtmlEntityInline or HtmlInline or HtmlBlock))
        {
            foreach (var entity in Entity().EnumerateMatches(source.Slice(part)))
                BidiText.Warn(source.At(part.Span.Start + entity.Index, entity.Length), problems);
        }
    }

    [GeneratedRegex(
        "&(?:#0*(?:1564|820[67]|823[4-8]|829[4-7])|#x0*(?:61c|200[ef]|202[a-e]|206[6-9])|lrm|rlm);",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Entity();
}
