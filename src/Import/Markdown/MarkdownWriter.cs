using System.Globalization;
using System.Text;
using WorkReports.Import.Model;

namespace WorkReports.Import.Markdown;

/// <summary>Blocks as the body of a Markdown file.</summary>
sealed class MarkdownWriter(string pictures)
{
    readonly MarkdownText text = new(pictures);
    readonly StringBuilder markdown = new();
    readonly Stack<ListLevel> lists = new();
    bool isAfterItem;

    /// <param name="notes">The footnotes, in the order of their numbers.</param>
    public string Write(IEnumerable<Block> blocks, IReadOnlyList<IReadOnlyList<Block>> notes)
    {
        foreach (var block in blocks)
            Write(block);
        for (var number = 1; number <= notes.Count; number++)
            WriteNote(number, notes[number - 1]);
        return markdown.ToString();
    }

    void Write(Block block)
    {
        var isItem = block is Paragraph { Kind: ParagraphKind.ListItem };
        if (markdown.Length > 0 && !(isItem && isAfterItem))
            markdown.Append('\n');
        if (!isItem)
            lists.Clear();
        isAfterItem = isItem;
        switch (block)
        {
            case Table { Merged.Count: > 0 } table:
                new HtmlTable(text, pictures).Write(table, markdown);
                break;
            case Table table:
                MarkdownTable.Write(table, text, markdown);
                break;
            case Paragraph { Kind: ParagraphKind.Heading } heading:
                markdown.Append('#', heading.Level).Append(' ').Append(Heading(heading)).Append('\n');
                break;
            case Paragraph { Kind: ParagraphKind.ListItem } item:
                WriteItem(item);
                break;
            case Paragraph { Kind: ParagraphKind.Quote } quote:
                markdown.Append("> ").Append(text.Of(quote.Inlines, "\\\n> ")).Append('\n');
                break;
            case Paragraph paragraph:
                markdown.Append(text.Of(paragraph.Inlines)).Append('\n');
                break;
        }
    }

    /// <summary>A heading is bold already; Markdown would drop number signs at its end as a closing sequence.</summary>
    string Heading(Paragraph heading)
    {
        var line = text.OfFragment(Inline.Without(InlineFormat.Bold, heading.Inlines), " ");
        return line.EndsWith('#') ? line[..^1] + "\\#" : line;
    }

    void WriteItem(Paragraph item)
    {
        while (lists.TryPeek(out var deeper) && deeper.Level > item.Level)
            lists.Pop();
        var list =
            lists.TryPeek(out var same) && same.Level == item.Level && same.Continues(item.Number)
                ? same
                : OpenList(item);
        var indent = new string(' ', list.Indent);
        var marker = item.Number is { } number
            ? number.ToString(CultureInfo.InvariantCulture) + list.Delimiter + " "
            : "- ";
        list.LastNumber = item.Number;
        list.MarkerWidth = marker.Length;
        markdown
            .Append(indent)
            .Append(marker)
            .Append(text.Of(item.Inlines, "\\\n" + indent + new string(' ', marker.Length)))
            .Append('\n');
    }

    /// <summary>A list right after another gets the other delimiter after its numbers: with the same one, Markdown would join them.</summary>
    ListLevel OpenList(Paragraph item)
    {
        var before = lists.TryPeek(out var last) && last.Level == item.Level ? lists.Pop() : null;
        if (before is { Indent: 0 })
            markdown.Append('\n');
        var indent = lists.TryPeek(out var outer) ? outer.Indent + outer.MarkerWidth : 0;
        lists.Push(new ListLevel(item.Level, indent, before is { LastNumber: not null, Delimiter: '.' } ? ')' : '.'));
        return lists.Peek();
    }

    void WriteNote(int number, IReadOnlyList<Block> blocks)
    {
        var lines = blocks.Select(block =>
            block switch
            {
                Paragraph paragraph => text.Of(paragraph.Inlines, " "),
                Table table => string.Join(" ", table.Rows.SelectMany(row => row).Select(cell => text.Of(cell, " "))),
                _ => "",
            }
        );
        markdown
            .Append('\n')
            .Append(
                CultureInfo.InvariantCulture,
                $"[^{number}]: {string.Join(" ", lines.Where(line => line.Length > 0))}\n"
            );
    }

    /// <param name="Indent">Spaces before its items.</param>
    /// <param name="Delimiter">What stands after a number.</param>
    sealed record ListLevel(int Level, int Indent, char Delimiter)
    {
        public int? LastNumber { get; set; }
        public int MarkerWidth { get; set; }

        public bool Continues(int? number) =>
            number is null == LastNumber is null && (number is null || number > LastNumber);
    }
}
