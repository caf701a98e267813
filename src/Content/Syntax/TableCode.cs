using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary>A bar within a cell is written with a backslash, in code, too; readers see the bar alone.</summary>
static class TableCode
{
    const string EscapedBar = @"\|";

    public static void UnescapeBars(MarkdownDocument document, string source)
    {
        if (!source.Contains(EscapedBar, StringComparison.Ordinal))
            return;
        foreach (var table in document.Descendants<Table>())
        {
            foreach (var code in table.Descendants<CodeInline>())
                code.Content = code.Content.Replace(EscapedBar, "|", StringComparison.Ordinal);
        }
    }
}
