using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>
/// Decides which numbered paragraphs are headings, a scheme at a time: 一、（一）1.（1）. What the lines of one scheme have in common is
/// the witness: that they are short and end as no sentence, stand above text, are set in 黑体 or 楷体. A scheme that runs through
/// the document is a heading everywhere, also where one of its lines is long.
/// </summary>
sealed class Sections
{
    const int ShortLength = 40;
    const int LengthLimit = 100;

    /// <summary>Lists in lists: further ones are not told from each other.</summary>
    const int NestingLimit = 4;

    const int SentenceLengthLimit = 60;
    const int PlainSentenceLengthLimit = 30;

    readonly IReadOnlyList<Block> blocks;
    readonly BodyLook look;
    readonly NumberLabel?[] labels;
    readonly HashSet<int> headings = [];

    Sections(IReadOnlyList<Block> blocks, NumberLabel?[] labels, BodyLook look)
    {
        (this.blocks, this.labels, this.look) = (blocks, labels, look);
        var sequences = Sequences();
        var chinese = sequences
            .Where(sequence => sequence[0].Label.IsChinese && sequence.Exists(IsStrong) && Begins(sequence))
            .Select(sequence => sequence[0].Label.Style)
            .ToHashSet();
        foreach (var sequence in sequences)
        {
            var isScheme = sequence[0].Label.IsChinese
                ? chinese.Contains(sequence[0].Label.Style) && !IsList(sequence)
                : IsScheme(sequence);
            var hasHeading = sequence.Exists(line => line.Shape == LineShape.Heading && IsStrong(line));
            headings.UnionWith(
                sequence
                    .Where(line => line.IsStyled || (isScheme && IsHeading(line, hasHeading)))
                    .Select(line => line.At)
            );
        }
    }

    /// <summary>The places of the paragraphs that are headings.</summary>
    public static IReadOnlySet<int> Find(IReadOnlyList<Block> blocks, NumberLabel?[] labels, BodyLook look) =>
        new Sections(blocks, labels, look).headings;

    /// <summary>Numbers of one style that count on, until the first number comes again.</summary>
    List<List<SectionLine>> Sequences()
    {
        var all = new List<List<SectionLine>>();
        var open = new Dictionary<NumberingStyle, List<List<SectionLine>>>();
        for (var at = 0; at < blocks.Count; at++)
        {
            if (AnnexList.IsAnnexStart(blocks, at))
                open.Clear();
            if (labels[at] is not { } label)
                continue;
            var line = SectionLine.Of(blocks, labels, at, look);
            if (!open.TryGetValue(label.Style, out var same))
                open[label.Style] = same = [];
            var best = same.FindAll(sequence => Continues(sequence[^1].Label, label))
                .MaxBy(sequence => Likeness(sequence[^1], line));
            if (best is null)
            {
                all.Add(best = []);
                same.Insert(0, best);
                if (same.Count > NestingLimit)
                    same.RemoveAt(NestingLimit);
            }
            else
                same.RemoveRange(0, same.IndexOf(best));
            best.Add(line);
        }
        return all;
    }

    /// <summary>How well a number goes on after another: a list in a section may have the section's own numbers.</summary>
    static int Likeness(SectionLine last, SectionLine next) =>
        (next.Label.Number == last.Label.Number + 1 ? 4 : 0)
        + (next.At == last.At + 1 ? 2 : 0)
        + (next.Shape == LineShape.Heading == (last.Shape == LineShape.Heading) ? 3 : 0)
        + (next.IsDistinct == last.IsDistinct ? 1 : 0);

    /// <summary>One number may be missing or written twice: typists miscount.</summary>
    static bool Continues(NumberLabel last, NumberLabel next) =>
        next.Prefix == last.Prefix
        && next.Number >= last.Number
        && next.Number <= last.Number + 2
        && (next.Number > last.Number || next.Number > 1);

    static bool IsStrong(SectionLine line) =>
        line.IsStyled
        || (
            line.HasContent
            && (
                (line.Shape == LineShape.Heading && (line.Length <= ShortLength || line.IsDistinct))
                || (line.Shape == LineShape.Sentence && line.IsDistinct && line.Length <= SentenceLengthLimit)
            )
        );

    /// <summary>三、四级医院 alone is no third section.</summary>
    static bool Begins(List<SectionLine> sequence) =>
        sequence is not [{ Label.Number: > 1, IsStyled: false, IsDistinct: false }];

    /// <summary>True for lines without text between them, and nothing else that makes one a heading.</summary>
    static bool IsList(List<SectionLine> sequence) =>
        sequence.Count > 1
        && sequence.Zip(sequence.Skip(1)).All(pair => pair.First.At + 1 == pair.Second.At)
        && !sequence.Exists(line => line.IsStyled || line.IsDistinct);

    /// <summary>Of Arabic numbers each sequence is by itself: they are items as often as headings.</summary>
    static bool IsScheme(List<SectionLine> sequence)
    {
        if (!sequence.Exists(IsStrong))
            return false;
        if (sequence is [var only])
            return only.Label.Number == 1 || only.IsDistinct || only.Label.Prefix.Length > 0;
        var apart = sequence.Zip(sequence.Skip(1)).Count(pair => pair.First.At + 1 < pair.Second.At);
        return apart * 2 >= sequence.Count - 1
            && sequence.Count(line =>
                line.Shape == LineShape.Heading || (line.IsDistinct && line.Shape == LineShape.Sentence)
            ) * 2
                > sequence.Count;
    }

    /// <param name="hasHeading">Whether one of its siblings is a heading without doubt.</param>
    static bool IsHeading(SectionLine line, bool hasHeading) =>
        line.Shape switch
        {
            LineShape.Heading => line.Length <= LengthLimit,
            LineShape.Sentence => (line.IsDistinct && line.Length <= SentenceLengthLimit)
                || (hasHeading && line.Label.IsChinese && line.HasContent && line.Length <= PlainSentenceLengthLimit),
            _ => false,
        };
}
