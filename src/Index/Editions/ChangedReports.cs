using System.Collections.Concurrent;

namespace WorkReports.Index.Editions;

/// <summary>
/// Which reports the last editions changed in a way that no other report's page shows: their text, or what stands beside it. Anything else,
/// a new title or a report that comes or goes, may change any page, since related reports are found among all.
/// </summary>
sealed class ChangedReports
{
    /// <summary>More is said of by saying that everything is another.</summary>
    const int Limit = 20_000;

    readonly ConcurrentDictionary<string, long> reports = new(StringComparer.Ordinal);
    long everything;

    /// <param name="mark">The first that the change is seen with.</param>
    /// <param name="slugs">Null for everything.</param>
    public void Add(long mark, IReadOnlyCollection<string>? slugs)
    {
        if (slugs is null || reports.Count + slugs.Count > Limit)
        {
            Volatile.Write(ref everything, mark);
            reports.Clear();
            return;
        }
        foreach (var slug in slugs)
            reports[slug] = mark;
    }

    /// <summary>True where the page of a report is what it was at that mark.</summary>
    public bool IsUnchanged(string slug, long since) =>
        Volatile.Read(ref everything) <= since && !(reports.TryGetValue(slug, out var mark) && mark > since);
}
