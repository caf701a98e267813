using System.Text.RegularExpressions;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Coverage;

/// <summary>Letters of a source that its page does not show: where links lead, names of tags, numbers of lists, labels.</summary>
static partial class UnshownSyntax
{
    /// <summary>The source with spaces in their place, and as long as before. A guess that is good enough to search with.</summary>
    public static string Blanked(string source) => Forms().Replace(source, Blank);

    /// <summary>A character that is written by its name is one all the same.</summary>
    static string Blank(Match match) =>
        (match.Value[0] == '&' && HtmlEntity.Decode(match.Value) is [var letter] ? letter.ToString() : "").PadRight(
            match.Length
        );

    [GeneratedRegex(
        """\]\((?:<[^<>\n]{0,500}>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+["'(](?:\\.|[^"'\n)\\]){0,500}["')])?\)|</?[A-Za-z][A-Za-z0-9]*(?:[\s/][^<>]{0,500})?>|<!--[^>]{0,500}-->|&[#A-Za-z0-9]{1,32};|\[\^[^\]\n]{1,200}\]:?|^[ \t>]*(?:\d{1,9}[.)]|[-*+#|]+)(?=\s)(?:[ \t]*\[[ xX]\])?|^[ \t>]*\[[^\]\n]{1,200}\]:[^\n]*$|^[ \t>]*(?:```|~~~)[^\n]*$""",
        RegexOptions.Multiline
    )]
    private static partial Regex Forms();
}
