using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>
/// Decides which paragraphs are headings and items: by Word's styles, by the schemes of numbers that run through the document, by letters
/// that stand out. Numbered lines that follow each other without text between are a list.
/// </summary>
sealed class Headings
{
    const int PlainHeadingLengthLimit = 30;

    /// <summary>楷体 alone marks quotations and names, too: that it marks headings, takes two of them.</summary>
    const int KaiCountLimit = 2;

    readonly IReadOnlyList<Block> blocks;
    readonly AnnexList annexes = new();
    readonly BodyLook look;
    readonly NumberLabel?[] labels;
    readonly IReadOnlySet<int> sections;
    readonly bool isKaiForHeadings;

    Headings(IReadOnlyList<Block> body)
    {
        blocks = annexes.Separate([.. body.SelectMany(SoftBreaks.Split).SelectMany(AnnexList.Split)]);
        look = BodyLook.Of(blocks);
        labels = SectionLabels.Of(blocks, annexes);
        sections = Sections.Find(blocks, labels, look);
        isKaiForHeadings =
            Enumerable.Range(0, blocks.Count).Count(at => Rank(at) == BodyLook.KaiRank && IsPlainHeading(at))
            >= KaiCountLimit;
    }

    public static IReadOnlyList<Block> Classify(IReadOnlyList<Block> body)
    {
        var headings = new Headings(body);
        var classified = headings
            .blocks.Select((block, at) => block is Paragraph paragraph ? headings.Classify(paragraph, at) : block)
            .ToList();
        return HeadingLevels.Assign(classified, headings.look);
    }

    Paragraph Classify(Paragraph paragraph, int at)
    {
        if (annexes.Contains(paragraph))
            return WithMarkerAsText(paragraph);
        if (SectionLine.HasHeadingStyle(paragraph) || sections.Contains(at))
            return WithoutSpread(WithMarkerAsText(paragraph)) with { Kind = ParagraphKind.Heading };
        if (paragraph.Marker is { IsBullet: true } bullet)
            return paragraph with { Kind = ParagraphKind.ListItem, Level = bullet.Level };
        if (paragraph.Format.IsQuote)
            return paragraph with { Kind = ParagraphKind.Quote };
        if (paragraph.Marker is { IsInText: false } marker && labels[at]?.Style is NumberingStyle.Arabic or null)
            return paragraph with { Kind = ParagraphKind.ListItem, Level = marker.Level, Number = marker.Number };
        if (labels[at] is { Style: NumberingStyle.Arabic } number && IsInSequence(at))
            return paragraph with
            {
                Inlines = Inline.Skip(paragraph.Inlines, number.Length),
                Kind = ParagraphKind.ListItem,
                Number = number.Number,
            };
        return AnnexList.IsAnnexStart(blocks, at) || IsAnnexTitle(at) || IsUnnumberedHeading(at)
            ? WithoutSpread(paragraph) with
            {
                Kind = ParagraphKind.Heading,
            }
            : WithBoldLeadIn(WithMarkerAsText(WithoutStyleBold(paragraph)), at);
    }

    /// <summary>第一章　总　则 is found as 总则.</summary>
    static Paragraph WithoutSpread(Paragraph heading)
    {
        if (heading.Inlines is not [TextRun only])
            return heading;
        var number = NumberLabel.Of(only.Text)?.Length ?? 0;
        return TitleText.IsSpread(only.Text[number..])
            ? heading with
            {
                Inlines = [only with { Text = only.Text[..number] + TitleText.WithoutSpread(only.Text[number..]) }],
            }
            : heading;
    }

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

    /// <summary>Letters that stand out, in a line without number and with text below.</summary>
    bool IsUnnumberedHeading(int at) =>
        IsPlainHeading(at) && Rank(at) is { } rank && (rank != BodyLook.KaiRank || isKaiForHeadings);

    /// <summary>The title in the middle below 附件1.</summary>
    bool IsAnnexTitle(int at) =>
        at > 0
        && AnnexList.IsAnnexStart(blocks, at - 1)
        && blocks[at] is Paragraph { Format.IsCentred: true } paragraph
        && IsShortLine(paragraph, 2 * PlainHeadingLengthLimit)
        && labels[at] is null;

    bool IsPlainHeading(int at) =>
        blocks[at] is Paragraph { Kind: ParagraphKind.Text, Marker: null } paragraph
        && labels[at] is null
        && IsShortLine(paragraph, PlainHeadingLengthLimit)
        && !paragraph.Format.IsRightAligned
        && !paragraph.Text.EndsWith('：')
        && !(paragraph.Text[0] is '（' or '(' && paragraph.Text[^1] is '）' or ')')
        && !Captions.IsLabelled(paragraph.Text)
        && SignedDate.Split(paragraph.Text) is null
        && at + 1 < blocks.Count
        && Rank(at) is { } rank
        && blocks[at + 1] switch
        {
            // In the middle above a table stands the table's own title.
            Table => !paragraph.Format.IsCentred,
            Paragraph next => labels[at + 1] is not null || Rank(at + 1) is not { } below || below > rank,
            _ => false,
        };

    static bool IsShortLine(Paragraph paragraph, int lengthLimit) =>
        paragraph.Text.Length > 0
        && paragraph.Text.Length <= lengthLimit
        && SectionLine.ShapeOf(paragraph.Text) == LineShape.Heading
        && paragraph.Inlines.All(inline => inline is TextRun or NoteReference);

    int? Rank(int at) => blocks[at] is Paragraph paragraph ? look.Distinction(paragraph.Format) : null;

    /// <summary>True when the number of the paragraph before or after is the neighbouring one.</summary>
    bool IsInSequence(int at) => IsContinuedByNext(at - 1) || IsContinuedByNext(at);

    bool IsContinuedByNext(int at) =>
        at >= 0
        && at + 1 < labels.Length
        && labels[at] is { } one
        && labels[at + 1] is { } next
        && one.Style == next.Style
        && one.Number + 1 == next.Number
        && !sections.Contains(at)
        && !sections.Contains(at + 1);

    /// <summary>The first short sentence of a numbered paragraph says what it is about: it is set bold.</summary>
    Paragraph WithBoldLeadIn(Paragraph paragraph, int at)
    {
        if (labels[at] is not { Style: <= NumberingStyle.Arabic } || paragraph.Inlines is not [TextRun first, ..])
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
            && end <= PlainHeadingLengthLimit
            && Inline.TextOf(paragraph.Inlines).Length > end + 1;
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
}
