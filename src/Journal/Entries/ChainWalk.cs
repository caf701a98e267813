namespace WorkReports.Journal.Entries;

/// <summary>Goes along the chain from its first entry, keeping only the hashes that later entries look back to.</summary>
sealed class ChainWalk
{
    /// <summary>
    /// The summands of <see cref="Chain.SkipOf"/>, each with the hash of the entry at which it ends. Two equal ones and the next entry
    /// become one.
    /// </summary>
    readonly List<(long Size, string Hash)> summands = [];

    /// <summary>The last entry that fitted; 0 before the first.</summary>
    public long Number { get; private set; }

    string Hash => summands.Count > 0 ? summands[^1].Hash : "";

    /// <summary>True for the entry that comes next, with the hash that the chain asks for; the walk stays where it is for any other.</summary>
    public bool Takes(JournalEntry entry)
    {
        var joined = summands.Count > 1 && summands[^1].Size == summands[^2].Size ? 2 : 0;
        var skip = summands.Count > joined ? summands[^(joined + 1)].Hash : "";
        if (entry.Number != Number + 1 || entry.Hash != Chain.HashOf(entry, Hash, skip))
            return false;
        var size = joined == 2 ? (2 * summands[^1].Size) + 1 : 1;
        summands.RemoveRange(summands.Count - joined, joined);
        summands.Add((size, entry.Hash));
        Number = entry.Number;
        return true;
    }
}
