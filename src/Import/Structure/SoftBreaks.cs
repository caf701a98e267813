using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Paragraphs whose lines end with line breaks (Shift+Enter): pasted texts have them instead of paragraphs.</summary>
static class SoftBreaks
{
    const int HeadingLengthLimit = 40;

    /// <summary>Each numbered line becomes a paragraph, and so does the text below a heading that shares its paragraph.</summary>
    public static IReadOnlyList<Block> Split(Block block)
    {
        if (
            block is not Paragraph { Format: { OutlineLevel: null, IsQuote: false } } paragraph
            || !paragraph.Inlines.Any(inline => inline is LineBreak)
        )
            return [block];
        var parts = new List<List<IReadOnlyList<Inline>>>();
        foreach (var line in Lines(paragraph))
        {
            var isNew =
                parts.Count == 0
                || NumberLabel.Of(TextOf(line)) is not null
                || (parts[^1] is [var heading] && IsHeading(heading, paragraph, parts.Count) && IsText(line));
            if (isNew)
                parts.Add([line]);
            else
                parts[^1].Add(line);
        }
        return parts.Count == 1
            ? [block]
            : [.. parts.Select((lines, at) => Part(lines, paragraph, at == 0 ? paragraph.Marker : null))];
    }

    /// <summary>A paragraph for each of its lines.</summary>
    public static IReadOnlyList<Paragraph> SplitAll(Paragraph paragraph) =>
        [.. Lines(paragraph).Select((line, at) => Part([line], paragraph, at == 0 ? paragraph.Marker : null))];

    /// <summary>The lines that show something.</summary>
    static List<IReadOnlyList<Inline>> Lines(Paragraph paragraph)
    {
        var lines = new List<List<Inline>> { new() };
        foreach (var inline in paragraph.Inlines)
        {
            if (inline is LineBreak)
                lines.Add([]);
            else
                lines[^1].Add(inline);
        }
        return [.. lines.Select(line => Inline.Trim(line)).Where(line => line.Count > 0)];
    }

    static bool IsHeading(IReadOnlyList<Inline> line, Paragraph paragraph, int parts) =>
        TextOf(line) is { Length: > 0 and <= HeadingLengthLimit } text
        && (NumberLabel.Of(text) is not null || (parts == 1 && paragraph.Marker is { IsBullet: false }))
        && !"。；，、：！？;,:".Contains(text[^1])
        && !text.Contains('。');

    static bool IsText(IReadOnlyList<Inline> line) =>
        TextOf(line) is { Length: > 0 } text && (text.Length > HeadingLengthLimit || "。；：！？".Contains(text[^1]));

    static Paragraph Part(List<IReadOnlyList<Inline>> lines, Paragraph paragraph, ListMarker? marker)
    {
        var inlines = new List<Inline>();
        foreach (var line in lines)
        {
            if (inlines.Count > 0)
                inlines.Add(new LineBreak());
            inlines.AddRange(line);
        }
        var runs = inlines.OfType<TextRun>().ToList();
        var isBold = runs.Count > 0 && runs.All(run => run.Format.HasFlag(InlineFormat.Bold));
        return new Paragraph(inlines, paragraph.Format with { IsBold = isBold })
        {
            Location = paragraph.Location,
            Marker = marker,
        };
    }

    static string TextOf(IReadOnlyList<Inline> line) => Inline.TextOf(line);
}
