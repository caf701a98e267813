using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>How a numbered line ends.</summary>
enum LineShape
{
    /// <summary>As no sentence does, or as a question: 一、为什么要修订？</summary>
    Heading,

    /// <summary>With a full stop, and none before it.</summary>
    Sentence,

    /// <summary>With the text of the section in the same paragraph.</summary>
    RunIn,

    /// <summary>As an item of a list does, with a semicolon or comma.</summary>
    Item,
}

/// <summary>A numbered paragraph and what speaks for a heading.</summary>
/// <param name="At">Its place among the blocks.</param>
/// <param name="Length">Of its text, in characters.</param>
/// <param name="IsStyled">True where Word holds it to be a heading.</param>
/// <param name="IsDistinct">True where its letters stand out from the text: 黑体, 楷体, bold.</param>
/// <param name="HasContent">True where text follows, not the next number.</param>
sealed record SectionLine(
    int At,
    NumberLabel Label,
    LineShape Shape,
    int Length,
    bool IsStyled,
    bool IsDistinct,
    bool HasContent
)
{
    const int StyledLengthLimit = 80;

    /// <summary>A colon behind so few characters ends a heading, behind more a sentence.</summary>
    const int ColonLengthLimit = 20;

    public static SectionLine Of(IReadOnlyList<Block> blocks, NumberLabel?[] labels, int at, BodyLook look)
    {
        var paragraph = (Paragraph)blocks[at];
        var label = labels[at]!;
        var text = paragraph.TextWithMarker;
        var shape =
            IsNested(blocks, at, label)
            || !paragraph.Inlines.All(inline => inline is TextRun or NoteReference or LineBreak)
                ? LineShape.Item
                : ShapeOf(text[label.Length..].TrimEnd());
        return new SectionLine(
            at,
            label,
            shape,
            paragraph.Text.Length,
            HasHeadingStyle(paragraph),
            look.Distinction(paragraph.Format) is not null,
            HasContentBelow(labels, at, label)
        );
    }

    /// <summary>A long paragraph in a heading's style, or one of several sentences, is a misuse of the style.</summary>
    public static bool HasHeadingStyle(Paragraph paragraph) =>
        paragraph.Format.OutlineLevel is not null
        && paragraph.Text.Length > 0
        && (
            ShapeOf(paragraph.Text) is var shape && shape == LineShape.Heading
            || (paragraph.Text.Length <= StyledLengthLimit && shape != LineShape.RunIn)
        );

    public static LineShape ShapeOf(string text)
    {
        if (text.Length == 0)
            return LineShape.Item;
        var stop = text.AsSpan().IndexOfAny("。！？");
        return stop >= 0 && stop < text.Length - 1 && text[(stop + 1)..].Any(char.IsLetterOrDigit) ? LineShape.RunIn
            : text[^1] is '；' or ';' or '，' or ',' or '、' ? LineShape.Item
            : text[^1] is '？' or '?' ? LineShape.Heading
            : stop >= 0 || text[^1] is '!' ? LineShape.Sentence
            : text[^1] is '：' or ':' && text.Length > ColonLengthLimit ? LineShape.Sentence
            : LineShape.Heading;
    }

    /// <summary>The number before or after is none of its neighbours; at the end of a document only 一、 and the like begin a section.</summary>
    static bool HasContentBelow(NumberLabel?[] labels, int at, NumberLabel label) =>
        !Follow(labels.ElementAtOrDefault(at - 1), label)
        && !Follow(label, labels.ElementAtOrDefault(at + 1))
        && (at + 1 < labels.Length || label.IsChinese);

    static bool Follow(NumberLabel? one, NumberLabel? next) =>
        one is not null && next is not null && one.Style == next.Style && one.Number + 1 == next.Number;

    /// <summary>True for an item of one of Word's lists that has items below it, or follows such. Chinese numbers are headings even so.</summary>
    static bool IsNested(IReadOnlyList<Block> blocks, int at, NumberLabel label) =>
        label.Style == NumberingStyle.Arabic
        && blocks[at] is Paragraph { Format.OutlineLevel: null, Marker: { } marker }
        && (ListLevelAt(blocks, at - 1) > marker.Level || ListLevelAt(blocks, at + 1) > marker.Level);

    static int? ListLevelAt(IReadOnlyList<Block> blocks, int at) =>
        at >= 0 && at < blocks.Count ? (blocks[at] as Paragraph)?.Marker?.Level : null;
}
