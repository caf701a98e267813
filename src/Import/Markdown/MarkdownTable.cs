using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Markdown;

/// <summary>A table as Markdown, columns of numbers aligned right.</summary>
static partial class MarkdownTable
{
    public static void Write(Table table, MarkdownText text, StringBuilder markdown)
    {
        // Browsers set header cells bold: asterisks would only be noise.
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

    /// <summary>Never the first column: it names the rows, even where it names them by years.</summary>
    static bool IsNumeric(Table table, int column)
    {
        var cells = table
            .Rows.Skip(1)
            .Select(row => Inline.TextOf(row[column]).Trim())
            .Where(cell => cell.Length > 0)
            .ToList();
        return column > 0 && cells.Any(IsFigure) && cells.All(cell => IsFigure(cell) || Dash().IsMatch(cell));
    }

    /// <summary>True for a number, with its unit or without.</summary>
    public static bool IsFigure(string cell) => Number().IsMatch(cell);

    [GeneratedRegex(@"^[+\-−±]?\d[\d,，.]*\s*([%％‰]|\p{L}{0,4})$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[—–\-/]+$")]
    private static partial Regex Dash();
}
