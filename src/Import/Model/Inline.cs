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

/// <summary>A part of a line.</summary>
abstract record Inline
{
    public static IEnumerable<Inline> Of(Block block) =>
        block switch
        {
            Paragraph paragraph => paragraph.Inlines,
            Table table => table.Rows.SelectMany(row => row).SelectMany(cell => cell),
            _ => [],
        };

    /// <summary>The words alone, a line feed for each line break.</summary>
    public static string TextOf(IEnumerable<Inline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    TextRun words => words.Text,
                    LineBreak => "\n",
                    _ => "",
                }
            )
        );

    /// <summary>Without the first letters; what is no word does not count.</summary>
    public static IReadOnlyList<Inline> Skip(IReadOnlyList<Inline> inlines, int letters)
    {
        var rest = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is not TextRun words || letters == 0)
            {
                rest.Add(inline);
                continue;
            }
            var skipped = Math.Min(letters, words.Text.Length);
            letters -= skipped;
            if (skipped < words.Text.Length)
                rest.Add(words with { Text = words.Text[skipped..] });
        }
        return rest;
    }

    /// <summary>Up to so many letters.</summary>
    public static IReadOnlyList<Inline> Take(IReadOnlyList<Inline> inlines, int letters)
    {
        var taken = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (letters <= 0)
                break;
            taken.Add(
                inline is TextRun words && words.Text.Length > letters
                    ? words with
                    {
                        Text = words.Text[..letters],
                    }
                    : inline
            );
            letters -= (inline as TextRun)?.Text.Length ?? 0;
        }
        return taken;
    }

    /// <summary>Without spaces and line breaks at both ends: Chinese editors indent with spaces.</summary>
    public static IReadOnlyList<Inline> Trim(IReadOnlyList<Inline> inlines)
    {
        var list = inlines.ToList();
        while (list.Count > 0 && IsBlank(list[0]))
            list.RemoveAt(0);
        while (list.Count > 0 && IsBlank(list[^1]))
            list.RemoveAt(list.Count - 1);
        if (list.Count > 0 && list[0] is TextRun first)
            list[0] = first with { Text = first.Text.TrimStart() };
        if (list.Count > 0 && list[^1] is TextRun last)
            list[^1] = last with { Text = last.Text.TrimEnd() };
        return list;
    }

    public static IReadOnlyList<Inline> Without(InlineFormat mark, IEnumerable<Inline> inlines) =>
        [.. inlines.Select(inline => inline is TextRun words ? words with { Format = words.Format & ~mark } : inline)];

    static bool IsBlank(Inline inline) =>
        inline is LineBreak || (inline is TextRun words && string.IsNullOrWhiteSpace(words.Text));
}

sealed record TextRun(string Text, InlineFormat Format = InlineFormat.None, string? Url = null) : Inline;

sealed record LineBreak : Inline;

/// <param name="Number">Counted from 1 as the document's text reaches them.</param>
sealed record NoteReference(int Number) : Inline;

/// <param name="FileName">Its name in the folder of pictures.</param>
/// <param name="AltText">What it shows; null when Word's author did not say.</param>
sealed record Picture(string FileName, string? AltText) : Inline;
