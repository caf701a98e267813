using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Gives the headings of a document levels from 2 on, none of them skipped.</summary>
static class HeadingLevels
{
    const int Top = 2;
    const int Deepest = 6;

    public static IReadOnlyList<Block> Set(IReadOnlyList<Block> blocks)
    {
        var headings = blocks.OfType<Paragraph>().Where(paragraph => paragraph.Role == Role.Heading).ToList();
        var schemes = Schemes(headings);
        // Levels that no heading has are closed up: Word's authors begin where the letters look right.
        var used = headings.Select(heading => Raw(heading, schemes)).OfType<int>().Distinct().Order().ToList();
        var numbered = Top - 1;
        var last = Top - 1;
        return
        [
            .. blocks.Select(block =>
            {
                if (block is not Paragraph { Role: Role.Heading } heading)
                    return block;
                var level = Raw(heading, schemes) is { } raw ? used.IndexOf(raw) + Top : numbered + 1;
                last = Math.Min(Math.Min(level, last + 1), Deepest);
                if (Raw(heading, schemes) is not null)
                    numbered = last;
                return heading with { Level = last };
            }),
        ];
    }

    /// <summary>Comparable among the headings of one document; null for a bold line, which lies below the heading before it.</summary>
    static int? Raw(Paragraph heading, Dictionary<Scheme, int> schemes) =>
        heading.Look.Outline is { } outline ? outline * 100
        : Scheme(heading) is { } scheme ? schemes[scheme]
        : null;

    /// <summary>A way of numbering lies where Word's own headings use it, else below the ways that are higher.</summary>
    static Dictionary<Scheme, int> Schemes(IReadOnlyList<Paragraph> headings)
    {
        var levels = new Dictionary<Scheme, int>();
        foreach (var heading in headings.Where(heading => heading.Look.Outline is not null))
        {
            if (Scheme(heading) is { } scheme)
                levels.TryAdd(scheme, heading.Look.Outline!.Value * 100);
        }
        var deepestStyled = headings.Max(heading => heading.Look.Outline * 100) ?? -1;
        foreach (var scheme in headings.Select(Scheme).OfType<Scheme>().Distinct().Order().ToList())
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

    static Scheme? Scheme(Paragraph heading) => NumberLabel.Of(Inline.TextOf(heading.Inlines))?.Scheme;
}
