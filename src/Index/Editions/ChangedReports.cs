using System.Collections.Concurrent;

namespace WorkReports.Index.Editions;

/// <summary>
/// Which reports the last editions changed in a way that no other report's page shows: their text, or what stands
/// beside it. Anything else, a new title or a report that comes or goes, may change any page, since related reports are
/// found among all.
/// </summary>
sealed class ChangedReports
{
    /// <summary>
    /// Beyond so many they are forgotten, and everything counts as changed: else they would grow as long as the program
    /// runs.
    /// </summary>
    const int Limit = 20_000;

    readonly ConcurrentDictionary<string, long> reports = new(StringComparer.Ordinal);
    long everything;

    /// <param name="version">The first that the change is seen with.</param>
    public void Add(long version, Invalidation invalidation)
    {
        if (invalidation.IsEverything || reports.Count + invalidation.Slugs.Count > Limit)
        {
            // In this order: a reader in between must not find neither.
            Volatile.Write(ref everything, version);
            reports.Clear();
            return;
        }
        foreach (var slug in invalidation.Slugs)
            reports[slug] = version;
    }

    /// <summary>True where the page of a report is what it was at that version.</summary>
    public bool IsUnchanged(string slug, long since) =>
        Volatile.Read(ref everything) <= since && !(reports.TryGetValue(slug, out var version) && version > since);
}
