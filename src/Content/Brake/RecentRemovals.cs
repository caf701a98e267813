using WorkReports.Index;

namespace WorkReports.Content.Brake;

/// <summary>
/// Counts the reports that went within <see cref="RemovalRule.Window"/>, however many looks found them: the journal's entries, and what
/// could not be written there, or they would go five by five while its disk is full.
/// </summary>
sealed class RecentRemovals(EditionState editions, BrakeNotes notes)
{
    /// <summary>What was let go, by addresses.</summary>
    readonly Dictionary<string, (string Hash, DateTimeOffset Time)> noted = [];

    /// <summary>Says that these are let go now.</summary>
    public void Note(IEnumerable<ReportSnapshot> reports, DateTimeOffset now)
    {
        foreach (var report in reports.Where(report => report.State == ReportState.Published))
            noted[report.Slug] = (report.Hash, now);
    }

    /// <summary>What was accepted counts no more, nor what went before.</summary>
    public void Forget() => noted.Clear();

    public int Count(DateTimeOffset now)
    {
        var recorded = notes.RemovedSince(now - RemovalRule.Window);
        foreach (
            var slug in noted.Keys.Where(slug => (now - noted[slug].Time).Duration() > RemovalRule.Window).ToList()
        )
            noted.Remove(slug);
        var others = noted.Keys.Except(recorded).ToList();
        if (others.Count == 0)
            return recorded.Count;
        // Moved, or back again.
        var standing = editions.Reports(now);
        var slugs = standing.Select(report => report.Slug).ToHashSet();
        var hashes = standing.Select(report => report.Hash).ToHashSet();
        return recorded.Count + others.Count(slug => !slugs.Contains(slug) && !hashes.Contains(noted[slug].Hash));
    }
}
