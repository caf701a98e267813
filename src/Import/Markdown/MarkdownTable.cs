using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Markdown;

/// <summary>A table as Markdown, a column of numbers set to the right.</summary>
static partial class MarkdownTable
{
    public static void Write(Table table, MarkdownText text, StringBuilder markdown)
    {
        // A head is bold by itself.
        var head = table.Rows[0].Select(cell => Inline.Without(InlineFormat.Bold, cell));
        var rows = table
            .Rows.Skip(1)
            .Prepend([.. head])
            .Select(row => row.Select(cell => text.OfFragment(cell, "<br>")).ToList())
            .ToList();
        WriteRow(rows[0], markdown);
        WriteRow(
            Enumerable.Range(0, rows[0].Count).Select(column => IsNumeric(table, column) ? "---:" : "---"),
            markdown
        );
        foreach (var row in rows.Skip(1))
            WriteRow(row, markdown);
    }

    static void WriteRow(IEnumerable<string> cells, StringBuilder markdown) =>
        markdown.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>The first column names its rows, be it by years.</summary>
    static bool IsNumeric(Table table, int column)
    {
        var cells = table
            .Rows.Skip(1)
            .Select(row => Inline.TextOf(row[column]).Trim())
            .Where(cell => cell.Length > 0)
            .ToList();
        return column > 0
            && cells.Any(cell => Number().IsMatch(cell))
            && cells.All(cell => Number().IsMatch(cell) || Dash().IsMatch(cell));
    }

    [GeneratedRegex(@"^[+\-−±]?\d[\d,，.]*\s*([%％‰]|\p{L}{0,4})$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[—–\-/]+$")]
    private static partial Regex Dash();
}
