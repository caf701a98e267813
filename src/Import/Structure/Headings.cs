using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>
/// Decides which paragraphs are headings and items: by Word's styles, else by Chinese numbers and by how long a line is.
/// A short line that does not end as a sentence is a heading; numbered lines that follow each other without text between are a list.
/// </summary>
sealed partial class Headings
{
    const int HeadingLengthLimit = 40;
    const int BoldHeadingLengthLimit = 30;

    readonly IReadOnlyList<Block> blocks;
    readonly NumberLabel?[] numbers;

    Headings(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        numbers =
        [
            .. blocks.Select(block => block is Paragraph paragraph ? NumberLabel.Of(paragraph.TextWithMarker) : null),
        ];
    }

    public static IReadOnlyList<Block> Classify(IReadOnlyList<Block> blocks)
    {
        var headings = new Headings(blocks);
        var classified = blocks
            .Select((block, at) => block is Paragraph paragraph ? headings.Classify(paragraph, at) : block)
            .ToList();
        return HeadingLevels.Assign(classified);
    }

    Paragraph Classify(Paragraph paragraph, int at)
    {
        if (HasHeadingStyle(paragraph))
            return WithMarkerAsText(paragraph) with { Kind = ParagraphKind.Heading };
        if (paragraph.Marker is { IsBullet: true } bullet)
            return paragraph with { Kind = ParagraphKind.ListItem, Level = bullet.Level };
        if (paragraph.Format.IsQuote)
            return paragraph with { Kind = ParagraphKind.Quote };
        var isInSequence = IsInSequence(at);
        if (numbers[at] is not null && !isInSequence && !IsNested(paragraph, at) && LooksLikeHeading(paragraph))
            return WithMarkerAsText(paragraph) with { Kind = ParagraphKind.Heading };
        if (paragraph.Marker is { } marker && numbers[at]?.Style is NumberingStyle.Arabic or null)
            return paragraph with { Kind = ParagraphKind.ListItem, Level = marker.Level, Number = marker.Number };
        if (numbers[at] is { Style: NumberingStyle.Arabic } number && isInSequence)
            return paragraph with
            {
                Inlines = Inline.Skip(paragraph.Inlines, number.Length),
                Kind = ParagraphKind.ListItem,
                Number = number.Number,
            };
        return IsBoldHeading(paragraph, at)
            ? paragraph with
            {
                Kind = ParagraphKind.Heading,
            }
            : WithBoldLeadIn(WithMarkerAsText(WithoutStyleBold(paragraph)), at);
    }

    /// <summary>A long paragraph in a heading style is a misuse of the style.</summary>
    static bool HasHeadingStyle(Paragraph paragraph) =>
        paragraph.Format.OutlineLevel is not null
        && (paragraph.Text.Length <= 2 * HeadingLengthLimit || !SentencePunctuation().IsMatch(paragraph.Text));

    /// <summary>A misused heading style also makes the whole paragraph bold.</summary>
    static Paragraph WithoutStyleBold(Paragraph paragraph) =>
        paragraph.Format.OutlineLevel is null
            ? paragraph
            : paragraph with
            {
                Inlines = Inline.Without(InlineFormat.Bold, paragraph.Inlines),
            };

    static Paragraph WithMarkerAsText(Paragraph paragraph) =>
        paragraph.Marker is not { IsBullet: false } marker
            ? paragraph
            : paragraph with
            {
                Inlines = [new TextRun(marker.Text, BoldOfFirstRun(paragraph)), .. paragraph.Inlines],
            };

    static InlineFormat BoldOfFirstRun(Paragraph paragraph) =>
        paragraph.Inlines.OfType<TextRun>().FirstOrDefault()?.Format & InlineFormat.Bold ?? InlineFormat.None;

    static bool LooksLikeHeading(Paragraph paragraph) =>
        paragraph.Text.Length <= HeadingLengthLimit
        && !SentencePunctuation().IsMatch(paragraph.Text)
        && paragraph.Inlines.All(inline => inline is TextRun or NoteReference);

    bool IsBoldHeading(Paragraph paragraph, int at) =>
        paragraph.Format.IsBold
        && numbers[at] is null
        && paragraph.Text.Length <= BoldHeadingLengthLimit
        && LooksLikeHeading(paragraph)
        && !CaptionStart().IsMatch(paragraph.Text)
        && !paragraph.Text.EndsWith('：')
        && at + 1 < blocks.Count
        && blocks[at + 1] is Table or Paragraph { Format.IsBold: false };

    /// <summary>True when the number of the paragraph before or after is the neighbouring one.</summary>
    bool IsInSequence(int at) => numbers[at] is not null && (IsContinuedByNext(at - 1) || IsContinuedByNext(at));

    /// <summary>True for an item of one of Word's lists that has items below it, or follows such. Chinese numbers are headings even so.</summary>
    bool IsNested(Paragraph paragraph, int at) =>
        numbers[at]?.Style is NumberingStyle.Arabic
        && paragraph.Marker is { } marker
        && (ListLevelAt(at - 1) > marker.Level || ListLevelAt(at + 1) > marker.Level);

    int? ListLevelAt(int at) => (blocks.ElementAtOrDefault(at) as Paragraph)?.Marker?.Level;

    bool IsContinuedByNext(int at) =>
        at >= 0
        && at + 1 < numbers.Length
        && numbers[at] is { } one
        && numbers[at + 1] is { } next
        && one.Style == next.Style
        && one.Number + 1 == next.Number
        && blocks[at] is Paragraph first
        && blocks[at + 1] is Paragraph second
        && !HasHeadingStyle(first)
        && !HasHeadingStyle(second);

    /// <summary>The first short sentence of a numbered paragraph says what it is about: it is set bold.</summary>
    Paragraph WithBoldLeadIn(Paragraph paragraph, int at)
    {
        if (numbers[at] is not { Style: <= NumberingStyle.Arabic } || paragraph.Inlines is not [TextRun first, ..])
            return paragraph;
        var firstText = paragraph.Marker is null
            ? first
            : first with
            {
                Text = first.Text + ((paragraph.Inlines.ElementAtOrDefault(1) as TextRun)?.Text ?? ""),
            };
        var end = firstText.Text.IndexOf('。');
        var isLead =
            firstText.Format == InlineFormat.None
            && firstText.Url is null
            && end > 0
            && end <= BoldHeadingLengthLimit
            && TextLength(paragraph) > end + 1;
        return isLead
            ? paragraph with
            {
                Inlines =
                [
                    new TextRun(firstText.Text[..(end + 1)], InlineFormat.Bold),
                    .. Inline.Skip(paragraph.Inlines, end + 1),
                ],
            }
            : paragraph;
    }

    static int TextLength(Paragraph paragraph) => Inline.TextOf(paragraph.Inlines).Length;

    [GeneratedRegex(@"[。；！？!?;，,]$")]
    private static partial Regex SentencePunctuation();

    [GeneratedRegex(@"^[图表]\s*\d+")]
    private static partial Regex CaptionStart();
}
