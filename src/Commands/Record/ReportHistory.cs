namespace WorkReports.Commands.Record;

/// <summary>All that the journal says of one report, whatever address it had.</summary>
static class ReportHistory
{
    /// <param name="word">An address, whole or its last part, now or formerly; or a file.</param>
    public static IReadOnlyList<JournalEntry> Of(IReadOnlyList<JournalEntry> entries, string word)
    {
        var moves = entries.Where(entry => entry.Event == JournalEvent.Moved).ToList();
        var neighbours = moves
            .SelectMany(move => new[] { (move.Slug, Other: move.Formerly), (Slug: move.Formerly, Other: move.Slug) })
            .ToLookup(move => move.Slug, move => move.Other);
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([SlugOf(word)]);
        while (open.TryDequeue(out var slug))
        {
            if (slugs.Add(slug))
                foreach (var other in neighbours[slug])
                    open.Enqueue(other);
        }
        return
        [
            .. entries.Where(entry =>
                (entry.Slug.Length > 0 && slugs.Contains(entry.Slug))
                || (entry.Formerly.Length > 0 && slugs.Contains(entry.Formerly))
                || entry.Path == word
            ),
        ];
    }

    public static string SlugOf(string word) => word.Split('/')[^1];

    /// <summary>The versions among them that keep, or kept, a text.</summary>
    public static IEnumerable<JournalEntry> Versions(IEnumerable<JournalEntry> entries) =>
        entries.Where(entry => entry.Reading.Length > 0);

    /// <summary>How an address stood at a moment; an address that its report left leads to where that one was.</summary>
    public static (string Slug, JournalEntry? Last) At(
        IReadOnlyList<JournalEntry> entries,
        string word,
        DateTimeOffset moment
    )
    {
        var last = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Time <= moment && IsAboutAnAddress(entry)))
            last[entry.Event == JournalEvent.Moved ? entry.Formerly : entry.Slug] = entry;
        var slug = SlugOf(word);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (last.GetValueOrDefault(slug) is { Event: JournalEvent.Moved } moved && seen.Add(slug))
            slug = moved.Slug;
        return (slug, last.GetValueOrDefault(slug));
    }

    static bool IsAboutAnAddress(JournalEntry entry) =>
        entry.Slug.Length > 0 && entry.Event is not (JournalEvent.Erased or JournalEvent.Accepted);
}
