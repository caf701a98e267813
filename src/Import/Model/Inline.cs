namespace WorkReports.Import.Model;

[Flags]
enum InlineFormat
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strikethrough = 4,
    Superscript = 8,
    Subscript = 16,
}

/// <summary>A part of a paragraph's line.</summary>
abstract record Inline
{
    public static IEnumerable<Inline> Of(Block block) =>
        block switch
        {
            Paragraph paragraph => paragraph.Inlines,
            Table table => table.Rows.SelectMany(row => row).SelectMany(cell => cell),
            _ => [],
        };

    /// <summary>The text alone, a line feed for each line break.</summary>
    public static string TextOf(IEnumerable<Inline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    LineBreak => "\n",
                    _ => "",
                }
            )
        );

    /// <summary>Without so many characters at the start; what is no text stays and does not count.</summary>
    public static IReadOnlyList<Inline> Skip(IReadOnlyList<Inline> inlines, int count)
    {
        var remaining = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is not TextRun run || count == 0)
            {
                remaining.Add(inline);
                continue;
            }
            var skipped = Math.Min(count, run.Text.Length);
            count -= skipped;
            if (skipped < run.Text.Length)
                remaining.Add(run with { Text = run.Text[skipped..] });
        }
        return remaining;
    }

    /// <summary>Up to so many characters.</summary>
    public static IReadOnlyList<Inline> Take(IReadOnlyList<Inline> inlines, int count)
    {
        var taken = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (count <= 0)
                break;
            taken.Add(
                inline is TextRun run && run.Text.Length > count ? run with { Text = run.Text[..count] } : inline
            );
            count -= (inline as TextRun)?.Text.Length ?? 0;
        }
        return taken;
    }

    /// <summary>Without spaces and line breaks at both ends: Chinese editors indent with spaces.</summary>
    public static IReadOnlyList<Inline> Trim(IReadOnlyList<Inline> inlines)
    {
        var list = inlines.SkipWhile(IsBlank).ToList();
        var end = list.FindLastIndex(inline => !IsBlank(inline)) + 1;
        list.RemoveRange(end, list.Count - end);
        if (list.Count > 0 && list[0] is TextRun first)
            list[0] = first with { Text = first.Text.TrimStart() };
        if (list.Count > 0 && list[^1] is TextRun last)
            list[^1] = last with { Text = last.Text.TrimEnd() };
        return list;
    }

    public static IReadOnlyList<Inline> Without(InlineFormat format, IEnumerable<Inline> inlines) =>
        [.. inlines.Select(inline => inline is TextRun run ? run with { Format = run.Format & ~format } : inline)];

    static bool IsBlank(Inline inline) =>
        inline is LineBreak || (inline is TextRun run && string.IsNullOrWhiteSpace(run.Text));
}

sealed record TextRun(string Text, InlineFormat Format = InlineFormat.None, string? Url = null) : Inline;

sealed record LineBreak : Inline;

/// <param name="Number">Counted from 1 as the document's text reaches them.</param>
sealed record NoteReference(int Number) : Inline;

/// <param name="FileName">Its name in the folder of pictures.</param>
/// <param name="AltText">What it shows; null when Word's author did not say.</param>
sealed record Picture(string FileName, string? AltText) : Inline;
