using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>Adapts Markdig's tree before it is written out, so that Chinese text looks as Chinese readers expect.</summary>
static class ChineseTypography
{
    public const string RightClass = "right";
    public const string CentreClass = "centre";

    /// <summary>An item of a task list: its box stands where other items have their bullet.</summary>
    public const string TaskClass = "task";

    /// <summary>The line of the file that a block begins in; in previews alone.</summary>
    public const string LineAttribute = "data-line";

    const char WideSpace = '\u3000';

    public static void Apply(IReadOnlyList<MarkdownObject> parts)
    {
        var split = new Dictionary<ParagraphBlock, List<ParagraphBlock>>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case ParagraphBlock paragraph:
                    if (SplitAtIndents(paragraph) is { Count: > 0 } rest)
                        split[paragraph] = rest;
                    break;
                case LineBreakInline lineBreak:
                    JoinWrappedLines(lineBreak);
                    break;
                case Table table:
                    AlignByClass(table);
                    break;
                case ListBlock { IsOrdered: true } list:
                    KeepNumbers(list);
                    break;
                case TaskList task:
                    ShowBox(task);
                    break;
            }
        }
        foreach (var parent in split.Keys.Select(paragraph => paragraph.Parent).OfType<ContainerBlock>().ToHashSet())
            InsertSplit(parent, split);
    }

    public static void AddLineNumbers(MarkdownDocument document, SourceText source)
    {
        foreach (var block in document)
            block
                .GetAttributes()
                .AddProperty(LineAttribute, source.At(block).Line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// In Notepad a paragraph begins with two wide spaces and no empty line before it. Such lines become paragraphs, and the
    /// spaces go: the page indents by itself.
    /// </summary>
    /// <returns>The paragraphs after the first one, not yet in the tree.</returns>
    static List<ParagraphBlock> SplitAtIndents(ParagraphBlock paragraph)
    {
        TrimIndent(paragraph.Inline?.FirstChild);
        var rest = new List<ParagraphBlock>();
        if (paragraph.Inline is not { } inlines || paragraph.Parent is null)
            return rest;
        var current = paragraph;
        for (Inline? inline = inlines.FirstChild, next; inline is not null; inline = next)
        {
            next = inline.NextSibling;
            if (inline is LineBreakInline && next is LiteralInline first && StartsIndented(first))
            {
                inline.Remove();
                TrimIndent(first);
                current = new ParagraphBlock
                {
                    Inline = new ContainerInline(),
                    Line = first.Line,
                    Span = paragraph.Span,
                };
                rest.Add(current);
            }
            else if (current != paragraph)
            {
                inline.Remove();
                current.Inline!.AppendChild(inline);
            }
        }
        return rest;
    }

    /// <summary>All at once: a block that is put in by itself moves all those after it.</summary>
    static void InsertSplit(ContainerBlock parent, Dictionary<ParagraphBlock, List<ParagraphBlock>> split)
    {
        var blocks = parent.ToList();
        // Paragraphs of a tight list have no tags: two of them would run into one.
        if (parent.Parent is ListBlock list)
            list.IsLoose = true;
        parent.Clear();
        foreach (var block in blocks)
        {
            parent.Add(block);
            if (block is ParagraphBlock paragraph && split.TryGetValue(paragraph, out var rest))
                rest.ForEach(parent.Add);
        }
    }

    static bool StartsIndented(LiteralInline literal) => literal.Content.CurrentChar == WideSpace;

    static void TrimIndent(Inline? inline)
    {
        if (inline is not LiteralInline literal)
            return;
        var content = literal.Content;
        while (content.CurrentChar == WideSpace)
            content.NextChar();
        literal.Content = content;
    }

    /// <summary>A line end between two Han characters is the editor's wrapping, not a space.</summary>
    static void JoinWrappedLines(LineBreakInline lineBreak)
    {
        if (
            !lineBreak.IsHard
            && IsChineseText(EdgeCharacter(lineBreak.PreviousSibling, last: true))
            && IsChineseText(EdgeCharacter(lineBreak.NextSibling, last: false))
        )
            lineBreak.Remove();
    }

    static Rune? EdgeCharacter(Inline? inline, bool last)
    {
        while (inline is ContainerInline container and not LinkInline { IsImage: true })
            inline = last ? container.LastChild : container.FirstChild;
        if (inline is not LiteralInline { Content.IsEmpty: false } literal)
            return null;
        var runes = literal.Content.ToString().EnumerateRunes();
        return last ? runes.Last() : runes.First();
    }

    static bool IsChineseText(Rune? rune) =>
        rune is { } letter
        && (
            letter.Value is >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFFEF or >= 0x20000
            || letter.Value is '“' or '”' or '‘' or '’' or '…' or '—' or '·'
        )
        && Rune.GetUnicodeCategory(letter) != UnicodeCategory.SpaceSeparator;

    /// <summary>The numbers that are written, where they do not follow each other; all the same ones are Markdown's way to say "count".</summary>
    static void KeepNumbers(ListBlock list)
    {
        var numbers = list.Cast<ListItemBlock>().Select(item => item.Order).ToList();
        if (numbers.TrueForAll(number => number == numbers[0]))
            return;
        for (var place = 1; place < numbers.Count; place++)
        {
            if (numbers[place] != numbers[place - 1] + 1)
                list[place].GetAttributes().AddProperty("value", numbers[place].ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A box as a character, since a page has no form: it is read aloud, copied and printed like its words.</summary>
    static void ShowBox(TaskList task)
    {
        if (task.Parent?.ParentBlock?.Parent is ListItemBlock item)
            item.GetAttributes().AddClass(TaskClass);
        task.ReplaceBy(new LiteralInline(task.Checked ? "☑" : "☐"));
    }

    /// <summary>Alignment by class: the page's Content-Security-Policy lets no style attribute work.</summary>
    static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                var cell = (TableCell)row[i];
                var column = cell.ColumnIndex >= 0 ? cell.ColumnIndex : i;
                if (column >= table.ColumnDefinitions.Count)
                    continue;
                var side = table.ColumnDefinitions[column].Alignment switch
                {
                    TableColumnAlign.Right => RightClass,
                    TableColumnAlign.Center => CentreClass,
                    _ => null,
                };
                if (side is not null)
                    cell.GetAttributes().AddClass(side);
            }
        }
        table.ColumnDefinitions.ForEach(column => column.Alignment = null);
    }
}
