using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>
/// Decides which paragraphs are headings and items: by Word's styles, else by Chinese numbers and by how long a line is.
/// A short line that does not end as a sentence is a heading; numbered lines that follow each other without text between are a list.
/// </summary>
sealed partial class Headings
{
    const int LongestHeading = 40;
    const int LongestBoldHeading = 30;

    readonly IReadOnlyList<Block> blocks;
    readonly NumberLabel?[] labels;

    Headings(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        labels = [.. blocks.Select(block => block is Paragraph paragraph ? NumberLabel.Of(paragraph.Numbered) : null)];
    }

    public static IReadOnlyList<Block> Mark(IReadOnlyList<Block> blocks)
    {
        var headings = new Headings(blocks);
        var marked = blocks
            .Select((block, at) => block is Paragraph paragraph ? headings.Mark(paragraph, at) : block)
            .ToList();
        return HeadingLevels.Set(marked);
    }

    Paragraph Mark(Paragraph paragraph, int at)
    {
        if (IsStyled(paragraph))
            return WithNumber(paragraph) with { Role = Role.Heading };
        if (paragraph.Label is { IsBullet: true } bullet)
            return paragraph with { Role = Role.Item, Level = bullet.Level };
        if (paragraph.Look.IsQuote)
            return paragraph with { Role = Role.Quote };
        var isRun = IsRun(at);
        if (labels[at] is not null && !isRun && !IsNested(paragraph, at) && IsLikeHeading(paragraph))
            return WithNumber(paragraph) with { Role = Role.Heading };
        if (paragraph.Label is { } label && labels[at]?.Scheme is Scheme.Digit or null)
            return paragraph with { Role = Role.Item, Level = label.Level, Number = label.Number };
        if (labels[at] is { Scheme: Scheme.Digit } typed && isRun)
            return paragraph with
            {
                Inlines = Inline.Skip(paragraph.Inlines, typed.Length),
                Role = Role.Item,
                Number = typed.Number,
            };
        return IsBoldHeading(paragraph, at)
            ? paragraph with
            {
                Role = Role.Heading,
            }
            : LeadIn(WithNumber(Plain(paragraph)), at);
    }

    /// <summary>A whole paragraph in a heading's style is the style's misuse.</summary>
    static bool IsStyled(Paragraph paragraph) =>
        paragraph.Look.Outline is not null
        && (paragraph.Text.Length <= 2 * LongestHeading || !Sentence().IsMatch(paragraph.Text));

    /// <summary>The misused style made it bold.</summary>
    static Paragraph Plain(Paragraph paragraph) =>
        paragraph.Look.Outline is null
            ? paragraph
            : paragraph with
            {
                Inlines = Inline.Without(Marks.Bold, paragraph.Inlines),
            };

    static Paragraph WithNumber(Paragraph paragraph) =>
        paragraph.Label is not { IsBullet: false } label
            ? paragraph
            : paragraph with
            {
                Inlines = [new Words(label.Text, Edge(paragraph)), .. paragraph.Inlines],
            };

    static Marks Edge(Paragraph paragraph) =>
        paragraph.Inlines.OfType<Words>().FirstOrDefault()?.Marks & Marks.Bold ?? Marks.None;

    static bool IsLikeHeading(Paragraph paragraph) =>
        paragraph.Text.Length <= LongestHeading
        && !Sentence().IsMatch(paragraph.Text)
        && paragraph.Inlines.All(inline => inline is Words or NoteMark);

    bool IsBoldHeading(Paragraph paragraph, int at) =>
        paragraph.Look.IsBold
        && labels[at] is null
        && paragraph.Text.Length <= LongestBoldHeading
        && IsLikeHeading(paragraph)
        && !Caption().IsMatch(paragraph.Text)
        && !paragraph.Text.EndsWith('：')
        && at + 1 < blocks.Count
        && blocks[at + 1] is Table or Paragraph { Look.IsBold: false };

    /// <summary>True when the paragraph before or after goes on counting.</summary>
    bool IsRun(int at) => labels[at] is not null && (Follows(at - 1) || Follows(at));

    /// <summary>True for an item of one of Word's lists that has items below it, or follows such. Chinese numbers are headings even so.</summary>
    bool IsNested(Paragraph paragraph, int at) =>
        labels[at]?.Scheme is Scheme.Digit
        && paragraph.Label is { } label
        && (LevelAt(at - 1) > label.Level || LevelAt(at + 1) > label.Level);

    int? LevelAt(int at) => (blocks.ElementAtOrDefault(at) as Paragraph)?.Label?.Level;

    bool Follows(int at) =>
        at >= 0
        && at + 1 < labels.Length
        && labels[at] is { } one
        && labels[at + 1] is { } next
        && one.Scheme == next.Scheme
        && one.Number + 1 == next.Number
        && blocks[at] is Paragraph first
        && blocks[at + 1] is Paragraph second
        && !IsStyled(first)
        && !IsStyled(second);

    /// <summary>The first short sentence of a numbered paragraph says what it is about: it is set bold.</summary>
    Paragraph LeadIn(Paragraph paragraph, int at)
    {
        if (labels[at] is not { Scheme: <= Scheme.Digit } || paragraph.Inlines is not [Words first, ..])
            return paragraph;
        var words = paragraph.Label is null
            ? first
            : first with
            {
                Text = first.Text + ((paragraph.Inlines.ElementAtOrDefault(1) as Words)?.Text ?? ""),
            };
        var end = words.Text.IndexOf('。');
        var isLead =
            words.Marks == Marks.None
            && words.Url is null
            && end > 0
            && end <= LongestBoldHeading
            && InlineLength(paragraph) > end + 1;
        return isLead
            ? paragraph with
            {
                Inlines = [new Words(words.Text[..(end + 1)], Marks.Bold), .. Inline.Skip(paragraph.Inlines, end + 1)],
            }
            : paragraph;
    }

    static int InlineLength(Paragraph paragraph) => Inline.TextOf(paragraph.Inlines).Length;

    [GeneratedRegex(@"[。；！？!?;，,]$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^[图表]\s*\d+")]
    private static partial Regex Caption();
}
