using System.Globalization;
using System.Text;
using WorkReports.Import.Model;

namespace WorkReports.Import.Markdown;

/// <summary>A table with merged cells as HTML: Markdown's own have none. No empty line may stand in it, or Markdown begins again.</summary>
/// <param name="pictures">The folder of the pictures, relative to the report.</param>
sealed class HtmlTable(MarkdownText text, string pictures)
{
    static readonly (InlineFormat Format, string Tag)[] Tags =
    [
        (InlineFormat.Bold, "strong"),
        (InlineFormat.Italic, "em"),
        (InlineFormat.Strikethrough, "del"),
        (InlineFormat.Superscript, "sup"),
        (InlineFormat.Subscript, "sub"),
    ];

    public void Write(Table table, StringBuilder markdown)
    {
        var covered = Covered(table);
        var (headRows, isParted) = Head(table);
        markdown.Append("<table>\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (isParted && row == 0)
                markdown.Append("<thead>\n");
            if (isParted && row == headRows)
                markdown.Append("</thead>\n<tbody>\n");
            markdown.Append("<tr>");
            for (var column = 0; column < table.Rows[row].Count; column++)
            {
                if (!covered.Contains((row, column)))
                    WriteCell(table, row, column, row < headRows ? "th" : "td", markdown);
            }
            markdown.Append("</tr>\n");
        }
        markdown
            .Append(
                !isParted ? ""
                : headRows < table.Rows.Count ? "</tbody>\n"
                : "</thead>\n"
            )
            .Append("</table>\n");
    }

    static HashSet<(int, int)> Covered(Table table)
    {
        var covered = new HashSet<(int, int)>();
        foreach (var ((row, column), span) in table.Merged)
        {
            for (var below = 0; below < span.Rows; below++)
            {
                for (var right = 0; right < span.Columns; right++)
                    covered.Add((row + below, column + right));
            }
            covered.Remove((row, column));
        }
        return covered;
    }

    /// <summary>
    /// The rows of the head: those that Word repeats, else the first one and those into which its cells reach, if they hold no
    /// figures. A cell that reaches out of the head would be cut off there: then the table has no parts.
    /// </summary>
    static (int Rows, bool IsParted) Head(Table table)
    {
        var repeated = Math.Clamp(table.RepeatedRows, 1, table.Rows.Count);
        var rows = Reach(table, repeated);
        var hasFigures = table
            .Rows.Skip(repeated)
            .Take(rows - repeated)
            .SelectMany(row => row)
            .Any(cell => MarkdownTable.IsFigure(Inline.TextOf(cell)));
        return hasFigures ? (repeated, false) : (rows, true);
    }

    static int Reach(Table table, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < table.Rows[row].Count; column++)
            {
                if (table.Merged.TryGetValue((row, column), out var span))
                    rows = Math.Max(rows, row + span.Rows);
            }
        }
        return rows;
    }

    void WriteCell(Table table, int row, int column, string tag, StringBuilder markdown)
    {
        var span = table.Merged.GetValueOrDefault((row, column), new CellSpan(1, 1));
        markdown.Append('<').Append(tag);
        if (span.Columns > 1)
            markdown.Append(CultureInfo.InvariantCulture, $" colspan=\"{span.Columns}\"");
        if (span.Rows > 1)
            markdown.Append(CultureInfo.InvariantCulture, $" rowspan=\"{span.Rows}\"");
        markdown.Append('>');
        // Browsers set header cells bold.
        var cell = tag == "th" ? Inline.Without(InlineFormat.Bold, table.Rows[row][column]) : table.Rows[row][column];
        if (cell.Any(inline => inline is NoteReference))
            // The mark of a note is Markdown, which begins behind an empty line.
            markdown.Append("\n\n").Append(text.Of(cell, "<br>")).Append("\n\n");
        else
            Write(cell, markdown);
        markdown.Append("</").Append(tag).Append('>');
    }

    void Write(IReadOnlyList<Inline> cell, StringBuilder markdown)
    {
        foreach (var inline in cell)
        {
            if (inline is TextRun run)
                Write(run, markdown);
            else if (inline is LineBreak)
                markdown.Append("<br>");
            else if (inline is Picture picture)
                markdown.Append(
                    CultureInfo.InvariantCulture,
                    $"<img src=\"{Encoded(pictures)}/{Encoded(picture.FileName)}\" alt=\"{Encoded(MarkdownText.WordsOf(picture))}\">"
                );
        }
    }

    static void Write(TextRun run, StringBuilder markdown)
    {
        var used = Array.FindAll(Tags, tag => run.Format.HasFlag(tag.Format));
        foreach (var (_, tag) in used)
            markdown.Append('<').Append(tag).Append('>');
        if (run.Url is { } url)
            markdown.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encoded(url)}\">{Encoded(run.Text)}</a>");
        else
            markdown.Append(Encoded(run.Text));
        foreach (var (_, tag) in used.Reverse())
            markdown.Append("</").Append(tag).Append('>');
    }

    static string Encoded(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
