using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Gives the headings of a document levels from 2 on, none of them skipped, and siblings the same one.</summary>
sealed class HeadingLevels
{
    const int TopLevel = 2;
    const int DeepestLevel = 6;

    /// <summary>Ranks are compared within one document: an annex stands above everything in it.</summary>
    const int AnnexRank = -2;
    const int AnnexTitleRank = -1;
    const int RanksOfOutlineLevel = 100;
    const int UnnumberedRank = 10_000;

    readonly IReadOnlyList<Heading> headings;
    readonly Dictionary<NumberingStyle, int> ranksOfStyles;
    readonly Dictionary<(int Look, double Size), int> ranksOfLooks;

    HeadingLevels(IReadOnlyList<Heading> headings)
    {
        this.headings = headings;
        ranksOfStyles = RanksByStyle(headings);
        ranksOfLooks = RanksByLook();
    }

    public static IReadOnlyList<Block> Assign(IReadOnlyList<Block> blocks, BodyLook look)
    {
        var headings = blocks
            .Select((block, at) => (Paragraph: block as Paragraph, At: at))
            .Where(one => one.Paragraph?.Kind == ParagraphKind.Heading)
            .Select(one => Heading.Of(one.Paragraph!, blocks, one.At, look))
            .ToList();
        var levels = new Queue<int>(new HeadingLevels(headings).Levels());
        return
        [
            .. blocks.Select(block =>
                block is Paragraph { Kind: ParagraphKind.Heading } heading
                    ? heading with
                    {
                        Level = Math.Min(levels.Dequeue(), DeepestLevel),
                    }
                    : block
            ),
        ];
    }

    /// <summary>Each heading lies below the nearest one before it that ranks higher.</summary>
    IEnumerable<int> Levels()
    {
        var open = new Stack<(int Rank, int Level, NumberLabel? Label)>();
        foreach (var heading in headings)
        {
            var rank = RankOf(heading);
            // 二、 is the sibling of 一、 whatever style each of them has.
            if (
                heading.Label is { } label
                && open.Select(above =>
                        ((int Rank, NumberLabel Label)?)(
                            above.Label is { } number && IsNext(number, label) ? (above.Rank, number) : null
                        )
                    )
                    .FirstOrDefault(above => above is not null)
                    is { } sibling
            )
                rank = sibling.Rank;
            while (open.TryPeek(out var top) && top.Rank >= rank)
                open.Pop();
            var level = open.TryPeek(out var parent) ? parent.Level + 1 : TopLevel;
            open.Push((rank, level, heading.Label));
            yield return level;
        }
    }

    static bool IsNext(NumberLabel one, NumberLabel next) =>
        one.Style == next.Style && one.Prefix == next.Prefix && next.Number > one.Number;

    int RankOf(Heading heading) =>
        heading.IsAnnex ? AnnexRank
        : heading.IsAnnexTitle ? AnnexTitleRank
        : heading.Outline is { } outline ? outline * RanksOfOutlineLevel
        : heading.Label is { } label ? ranksOfStyles[label.Style]
        : ranksOfLooks[heading.Look];

    /// <summary>A numbering style ranks as Word's headings that use it, else one below the higher styles.</summary>
    static Dictionary<NumberingStyle, int> RanksByStyle(IReadOnlyList<Heading> headings)
    {
        var ranks = new Dictionary<NumberingStyle, int>();
        foreach (var heading in headings)
        {
            if (heading is { Outline: { } outline, Label: { } label })
                ranks.TryAdd(label.Style, outline * RanksOfOutlineLevel);
        }
        var deepestStyled = headings.Max(heading => heading.Outline * RanksOfOutlineLevel) ?? -1;
        var styles = headings.Select(heading => heading.Label?.Style).OfType<NumberingStyle>().Distinct().Order();
        foreach (var style in styles.ToList())
        {
            var above = ranks
                .Where(rank => rank.Key < style)
                .Select(rank => rank.Value)
                .DefaultIfEmpty(ranks.Count > 0 ? -1 : deepestStyled)
                .Max();
            ranks.TryAdd(style, above + 1);
        }
        return ranks;
    }

    /// <summary>
    /// A heading without number ranks as the numbered ones that look the same. In the middle and large it is the title of another text. Else it ranks as the highest ones where it comes before them, or above
    /// them where their numbers begin anew below each; else below all others.
    /// </summary>
    Dictionary<(int Look, double Size), int> RanksByLook()
    {
        var ofNumbered = new Dictionary<(int Look, double Size), int>();
        foreach (var heading in headings)
        {
            if (heading is { Label: { } label, Outline: null, Look.Look: < int.MaxValue })
                ofNumbered.TryAdd(heading.Look, ranksOfStyles[label.Style]);
        }
        var ranked = headings.Where(heading => heading.Label is not null || heading.Outline is not null).ToList();
        var highest = ranked.Count > 0 ? ranked.Min(RankOf) : 0;
        var looks = new Dictionary<(int Look, double Size), int>();
        var unnumbered = headings.Where(heading => heading.IsUnnumbered).ToList();
        var order = unnumbered
            .Select(heading => heading.Look)
            .Distinct()
            .OrderBy(look => look.Look)
            .ThenByDescending(look => look.Size);
        var deeper = 0;
        foreach (var look in order.ToList())
        {
            if (ofNumbered.TryGetValue(look, out var same))
                looks[look] = same;
            else if (look.Look == BodyLook.LargeRank && ranked.Count > 0)
                looks[look] = AnnexTitleRank;
            else if (unnumbered[0].Look == look && headings[0].IsUnnumbered && ranked.Count > 0)
                looks[look] = BeginsAnew() ? AnnexTitleRank : highest;
            else
                looks[look] = UnnumberedRank + deeper++;
        }
        return looks;
    }

    /// <summary>True when the numbers of the highest headings begin anew below headings without number.</summary>
    bool BeginsAnew()
    {
        var style = headings.Select(heading => heading.Label?.Style).Where(one => one is not null).Min();
        return headings.Count(heading => heading.Label is { Number: 1 } label && label.Style == style) > 1;
    }

    /// <param name="Look">How it stands out, and its size: what headings of one level have in common.</param>
    sealed record Heading(
        NumberLabel? Label,
        int? Outline,
        (int Look, double Size) Look,
        bool IsAnnex,
        bool IsAnnexTitle
    )
    {
        public bool IsUnnumbered => Label is null && Outline is null && !IsAnnex && !IsAnnexTitle;

        public static Heading Of(Paragraph paragraph, IReadOnlyList<Block> blocks, int at, BodyLook look)
        {
            var text = Inline.TextOf(paragraph.Inlines);
            var label = NumberLabel.Of(text) ?? NumberLabel.OutlineOf(text);
            var isStyled = paragraph.Format.OutlineLevel is not null;
            return new Heading(
                label,
                paragraph.Format.OutlineLevel,
                (look.Distinction(paragraph.Format) ?? int.MaxValue, paragraph.Format.FontSize),
                !isStyled && AnnexList.IsAnnexLine(paragraph),
                !isStyled
                    && label is null
                    && at > 0
                    && blocks[at - 1] is Paragraph { Kind: ParagraphKind.Heading, Format.OutlineLevel: null } above
                    && AnnexList.IsAnnexLine(above)
            );
        }
    }
}
