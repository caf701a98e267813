using System.Numerics;

namespace WorkReports.Index;

/// <summary>Counts what was found under each unit, pillar and year. A choice narrows every count but those beside it.</summary>
sealed class SearchTallies(SearchNames names)
{
    const int Years = 4096;

    readonly int[] units = new int[names.Units.Count];
    readonly int[] pillars = new int[64];
    readonly int[] years = new int[Years];

    public void CountUnit(in SearchDoc doc) => units[doc.Unit]++;

    public void CountYear(in SearchDoc doc) => years[Math.Clamp((int)doc.Year, 0, Years - 1)]++;

    public void CountPillars(in SearchDoc doc)
    {
        for (var bits = doc.Pillars; bits != 0; bits &= bits - 1) pillars[BitOperations.TrailingZeroCount(bits)]++;
    }

    public IReadOnlyList<Tally> OfUnits() => Named(units, names.Units.All());

    public IReadOnlyList<Tally> OfPillars() => Named(pillars, names.Pillars.All());

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Tally> OfYears() => [.. Enumerable.Range(0, Years).Reverse()
        .Where(year => years[year] > 0)
        .Select(year => new Tally { Key = $"{year}", Count = years[year] })];

    static List<Tally> Named(int[] counts, IReadOnlyList<string> names) => [.. names
        .Take(counts.Length)
        .Select((name, number) => new Tally { Key = name, Count = counts[number] })
        .Where(tally => tally.Count > 0)
        .OrderByDescending(tally => tally.Count)
        .ThenBy(tally => tally.Key, StringComparer.Ordinal)];
}
