using System.Numerics;
using System.Runtime.InteropServices;
using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>
/// Counts what was found: each report once under its combination of unit, pillars and year, and in the end each
/// combination under its parts. What a reader chose of one kind narrows the counts of the two others, not of its own.
/// </summary>
sealed class FacetCounter
{
    readonly SearchFilter filter;
    readonly FacetOrdinals ordinals;
    readonly FacetValues[] facets;
    readonly bool[] isSelected;
    readonly int[] counts;

    /// <param name="ordinals">Of the segments that are searched.</param>
    public FacetCounter(SearchFilter filter, FacetOrdinals ordinals)
    {
        (this.filter, this.ordinals, facets) = (filter, ordinals, ordinals.Facets.ToArray());
        counts = new int[facets.Length];
        isSelected =
        [
            .. facets.Select(one =>
                filter.MatchesQuery(one) && filter.IsOfUnit(one) && filter.IsOfPillar(one) && filter.IsOfYear(one)
            ),
        ];
    }

    /// <summary>How many there are of all that the reader chose.</summary>
    public int Total => counts.Where((_, number) => isSelected[number]).Sum();

    /// <returns>True for a report of all that the reader chose.</returns>
    public bool Count(in SegmentReport doc)
    {
        counts[doc.Facets]++;
        return isSelected[doc.Facets];
    }

    /// <summary>
    /// What was found under each unit, pillar and year: of units and pillars the most first, of years the newest.
    /// </summary>
    public (IReadOnlyList<Tally> Units, IReadOnlyList<Tally> Pillars, IReadOnlyList<Tally> Years) Tallies()
    {
        var (units, pillars, years) = (
            new Dictionary<int, int>(),
            new Dictionary<int, int>(),
            new Dictionary<int, int>()
        );
        for (var number = 0; number < facets.Length; number++)
        {
            if (counts[number] == 0 || !filter.MatchesQuery(facets[number]))
                continue;
            var (one, count) = (facets[number], counts[number]);
            var (isOfUnit, isOfPillar, isOfYear) = (filter.IsOfUnit(one), filter.IsOfPillar(one), filter.IsOfYear(one));
            if (isOfPillar && isOfYear)
                Add(units, one.Unit, count);
            for (var bits = isOfUnit && isOfYear ? one.Pillars : 0; bits != 0; bits &= bits - 1)
                Add(pillars, BitOperations.TrailingZeroCount(bits), count);
            if (isOfUnit && isOfPillar)
                Add(years, one.Year, count);
        }
        return (Named(ordinals.Units, units), Named(ordinals.Pillars, pillars), Years(years));
    }

    static void Add(Dictionary<int, int> sums, int key, int count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += count;

    static List<Tally> Years(Dictionary<int, int> sums) =>
        [
            .. sums.OrderByDescending(year => year.Key)
                .Select(year => new Tally { Key = $"{year.Key}", Count = year.Value }),
        ];

    static List<Tally> Named(Ordinals<string> names, Dictionary<int, int> sums)
    {
        var all = names.ToArray();
        return
        [
            .. sums.Select(sum => new Tally { Key = all[sum.Key], Count = sum.Value })
                .OrderByDescending(tally => tally.Count)
                .ThenBy(tally => tally.Key, StringComparer.Ordinal),
        ];
    }
}
