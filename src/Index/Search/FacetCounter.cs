using System.Numerics;
using System.Runtime.InteropServices;
using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>
/// Counts what was found: once for each report, by the facets that it has in common with others, and under each unit, pillar and
/// year in the end. A choice narrows every count but those beside it.
/// </summary>
sealed class FacetCounter
{
    readonly SearchFilter filter;
    readonly FacetOrdinals ordinals;
    readonly FacetValues[] facets;
    readonly bool[] isSelected;
    readonly int[] counts;

    /// <param name="names">Knows all that is to be counted.</param>
    public FacetCounter(SearchFilter selection, FacetOrdinals names)
    {
        (this.filter, this.ordinals, facets) = (selection, names, names.Facets.ToArray());
        counts = new int[facets.Length];
        isSelected =
        [
            .. facets.Select(one =>
                selection.MatchesQuery(one)
                && selection.IsOfUnit(one)
                && selection.IsOfPillar(one)
                && selection.IsOfYear(one)
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

    /// <summary>What was found under each unit, pillar and year: of units and pillars the most first, of years the newest.</summary>
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
