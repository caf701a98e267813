using System.Numerics;

namespace WorkReports.Index;

/// <summary>
/// Counts what was found: once for each report, by the facets that it has in common with others, and under each unit, pillar and
/// year in the end. A choice narrows every count but those beside it.
/// </summary>
sealed class SearchTallies
{
    readonly SearchSelection selection;
    readonly SearchNames names;
    readonly SearchFacets[] facets;
    readonly bool[] isWanted;
    readonly int[] counts;

    /// <param name="names">Knows all that is to be counted.</param>
    public SearchTallies(SearchSelection selection, SearchNames names)
    {
        (this.selection, this.names, facets) = (selection, names, names.Facets.All());
        counts = new int[facets.Length];
        isWanted = [.. facets.Select(one => selection.Admits(one) && selection.IsOfUnit(one) && selection.IsOfPillar(one) && selection.IsOfYear(one))];
    }

    /// <summary>How many there are of all that the reader chose.</summary>
    public int Total => counts.Where((_, number) => isWanted[number]).Sum();

    /// <returns>True for a report of all that the reader chose.</returns>
    public bool Count(in SearchDoc doc)
    {
        counts[doc.Facets]++;
        return isWanted[doc.Facets];
    }

    public IReadOnlyList<Tally> OfUnits() => Named(names.Units, Sum(one => selection.IsOfPillar(one) && selection.IsOfYear(one), one => [one.Unit]));

    public IReadOnlyList<Tally> OfPillars() => Named(names.Pillars, Sum(one => selection.IsOfUnit(one) && selection.IsOfYear(one), one => Bits(one.Pillars)));

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Tally> OfYears() => [.. Sum(one => selection.IsOfUnit(one) && selection.IsOfPillar(one), one => [one.Year])
        .OrderByDescending(year => year.Key)
        .Select(year => new Tally { Key = $"{year.Key}", Count = year.Value })];

    /// <summary>What was found of the facets that count, by what each counts under.</summary>
    Dictionary<int, int> Sum(Func<SearchFacets, bool> isCounted, Func<SearchFacets, IEnumerable<int>> under)
    {
        var sums = new Dictionary<int, int>();
        for (var number = 0; number < facets.Length; number++)
        {
            if (counts[number] == 0 || !selection.Admits(facets[number]) || !isCounted(facets[number])) continue;
            foreach (var key in under(facets[number])) sums[key] = sums.GetValueOrDefault(key) + counts[number];
        }
        return sums;
    }

    static IEnumerable<int> Bits(ulong set)
    {
        for (var bits = set; bits != 0; bits &= bits - 1) yield return BitOperations.TrailingZeroCount(bits);
    }

    static List<Tally> Named(Numbered<string> names, Dictionary<int, int> sums)
    {
        var all = names.All();
        return [.. sums
            .Select(sum => new Tally { Key = all[sum.Key], Count = sum.Value })
            .OrderByDescending(tally => tally.Count)
            .ThenBy(tally => tally.Key, StringComparer.Ordinal)];
    }
}
