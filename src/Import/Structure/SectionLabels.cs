using System.Globalization;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>The numbers that the paragraphs of a document begin with. Where a number may be a quantity, its neighbours decide.</summary>
static class SectionLabels
{
    /// <summary>One for each block; null for a block without.</summary>
    public static NumberLabel?[] Of(IReadOnlyList<Block> blocks, AnnexList annexes)
    {
        var labels = new NumberLabel?[blocks.Count];
        var outlines = new NumberLabel?[blocks.Count];
        for (var at = 0; at < blocks.Count; at++)
        {
            if (
                blocks[at] is not Paragraph { Marker: not { IsBullet: true } } paragraph
                || annexes.Contains(paragraph)
                || paragraph.Format.IsQuote
            )
                continue;
            labels[at] = NumberLabel.Of(paragraph.TextWithMarker);
            outlines[at] = labels[at] is null ? NumberLabel.OutlineOf(paragraph.TextWithMarker) : null;
        }
        var sections = outlines
            .OfType<NumberLabel>()
            .Where(label => label.Style > NumberingStyle.Numeral)
            .Select(label => (label.Prefix, label.Number))
            .ToHashSet();
        var numerals = outlines
            .OfType<NumberLabel>()
            .Where(label => label.Style == NumberingStyle.Numeral)
            .Select(label => label.Number)
            .ToHashSet();
        var parents = labels
            .OfType<NumberLabel>()
            .Select(label => label.Number)
            .Concat(numerals)
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .ToHashSet();
        var hasNumerals = numerals.Any(number => HasSections(number, sections));
        for (var at = 0; at < blocks.Count; at++)
        {
            if (outlines[at] is not { } outline)
                continue;
            // 1.2 stands beside 1.1, or 1.1 below a section that is numbered 1; 1 above 1.1, or beside such a number.
            var isSection =
                outline.Style > NumberingStyle.Numeral
                    ? sections.Contains((outline.Prefix, outline.Number - 1))
                        || sections.Contains((outline.Prefix, outline.Number + 1))
                        || (outline.Number == 1 && parents.Contains(outline.Prefix.Split('.')[0]))
                    : HasSections(outline.Number, sections)
                        || (
                            hasNumerals
                            && (numerals.Contains(outline.Number - 1) || numerals.Contains(outline.Number + 1))
                        );
            if (isSection)
                labels[at] = outline;
        }
        return labels;
    }

    static bool HasSections(int number, HashSet<(string Prefix, int Number)> sections) =>
        sections.Contains((number.ToString(CultureInfo.InvariantCulture), 1));
}
