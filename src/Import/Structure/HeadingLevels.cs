using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Gives the headings of a document levels from 2 on, none of them skipped.</summary>
static class HeadingLevels
{
    const int TopLevel = 2;
    const int DeepestLevel = 6;

    public static IReadOnlyList<Block> Assign(IReadOnlyList<Block> blocks)
    {
        var headings = blocks.OfType<Paragraph>().Where(paragraph => paragraph.Kind == ParagraphKind.Heading).ToList();
        var schemes = LevelsByStyle(headings);
        // Levels that no heading has are closed up: Word's authors begin where the letters look right.
        var used = headings
            .Select(heading => RelativeLevel(heading, schemes))
            .OfType<int>()
            .Distinct()
            .Order()
            .ToList();
        var numbered = TopLevel - 1;
        var last = TopLevel - 1;
        return
        [
            .. blocks.Select(block =>
            {
                if (block is not Paragraph { Kind: ParagraphKind.Heading } heading)
                    return block;
                var level = RelativeLevel(heading, schemes) is { } raw ? used.IndexOf(raw) + TopLevel : numbered + 1;
                last = Math.Min(Math.Min(level, last + 1), DeepestLevel);
                if (RelativeLevel(heading, schemes) is not null)
                    numbered = last;
                return heading with { Level = last };
            }),
        ];
    }

    /// <summary>Comparable among the headings of one document; null for a bold line, which lies below the heading before it.</summary>
    static int? RelativeLevel(Paragraph heading, Dictionary<NumberingStyle, int> schemes) =>
        heading.Format.OutlineLevel is { } outline ? outline * 100
        : StyleOf(heading) is { } scheme ? schemes[scheme]
        : null;

    /// <summary>A way of numbering lies where Word's own headings use it, else below the ways that are higher.</summary>
    static Dictionary<NumberingStyle, int> LevelsByStyle(IReadOnlyList<Paragraph> headings)
    {
        var levels = new Dictionary<NumberingStyle, int>();
        foreach (var heading in headings.Where(heading => heading.Format.OutlineLevel is not null))
        {
            if (StyleOf(heading) is { } scheme)
                levels.TryAdd(scheme, heading.Format.OutlineLevel!.Value * 100);
        }
        var deepestStyled = headings.Max(heading => heading.Format.OutlineLevel * 100) ?? -1;
        foreach (var scheme in headings.Select(StyleOf).OfType<NumberingStyle>().Distinct().Order().ToList())
        {
            var above = levels
                .Where(level => level.Key < scheme)
                .Select(level => level.Value)
                .DefaultIfEmpty(levels.Count > 0 ? -1 : deepestStyled)
                .Max();
            levels.TryAdd(scheme, above + 1);
        }
        return levels;
    }

    static NumberingStyle? StyleOf(Paragraph heading) => NumberLabel.Of(Inline.TextOf(heading.Inlines))?.Style;
}
