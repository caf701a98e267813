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
        var levels = LevelsByStyle(headings);
        // Unused levels are closed up: authors choose a level by how its letters look.
        var usedLevels = headings
            .Select(heading => RelativeLevel(heading, levels))
            .OfType<int>()
            .Distinct()
            .Order()
            .ToList();
        var lastNumbered = TopLevel - 1;
        var last = TopLevel - 1;
        return
        [
            .. blocks.Select(block =>
            {
                if (block is not Paragraph { Kind: ParagraphKind.Heading } heading)
                    return block;
                var level = RelativeLevel(heading, levels) is { } relative
                    ? usedLevels.IndexOf(relative) + TopLevel
                    : lastNumbered + 1;
                last = Math.Min(Math.Min(level, last + 1), DeepestLevel);
                if (RelativeLevel(heading, levels) is not null)
                    lastNumbered = last;
                return heading with { Level = last };
            }),
        ];
    }

    /// <summary>Comparable among the headings of one document; null for a bold line, which lies below the heading before it.</summary>
    static int? RelativeLevel(Paragraph heading, Dictionary<NumberingStyle, int> levels) =>
        heading.Format.OutlineLevel is { } outline ? outline * 100
        : StyleOf(heading) is { } style ? levels[style]
        : null;

    /// <summary>A numbering style has the level of Word's headings that use it, else one below the higher styles.</summary>
    static Dictionary<NumberingStyle, int> LevelsByStyle(IReadOnlyList<Paragraph> headings)
    {
        var levels = new Dictionary<NumberingStyle, int>();
        foreach (var heading in headings.Where(heading => heading.Format.OutlineLevel is not null))
        {
            if (StyleOf(heading) is { } style)
                levels.TryAdd(style, heading.Format.OutlineLevel!.Value * 100);
        }
        var deepestStyled = headings.Max(heading => heading.Format.OutlineLevel * 100) ?? -1;
        foreach (var style in headings.Select(StyleOf).OfType<NumberingStyle>().Distinct().Order().ToList())
        {
            var above = levels
                .Where(level => level.Key < style)
                .Select(level => level.Value)
                .DefaultIfEmpty(levels.Count > 0 ? -1 : deepestStyled)
                .Max();
            levels.TryAdd(style, above + 1);
        }
        return levels;
    }

    static NumberingStyle? StyleOf(Paragraph heading) => NumberLabel.Of(Inline.TextOf(heading.Inlines))?.Style;
}
