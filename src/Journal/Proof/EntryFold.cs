using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Proof;

/// <summary>What the entries say, one after the other: how each address and each site file stands, which texts must be there.</summary>
sealed class EntryFold
{
    readonly List<(string Content, string Reading)> versions = [];
    readonly List<long> erased = [];

    /// <summary>By its address: how it stands, and the last entry about it.</summary>
    public Dictionary<string, FoldedAddress> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>By its path, with the last entry about it.</summary>
    public Dictionary<string, (SiteFileVersion File, long Number)> SiteFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Hashes of the texts that must be there, each with the first entry that names it.</summary>
    public Dictionary<string, long> Texts { get; } = new(StringComparer.Ordinal);

    public int Erased => erased.Count;

    /// <exception cref="InvalidDataException">It does not follow from the entries before.</exception>
    public void Add(JournalEntry entry)
    {
        versions.Add((entry.Content, entry.Reading));
        if (entry.Reading.Length > 0)
        {
            Texts.TryAdd(entry.Content, entry.Number);
            Texts.TryAdd(entry.Reading, entry.Number);
        }
        if (entry.Event == JournalEvent.Erased)
            AddErased(entry);
        else if (entry.Event == JournalEvent.SiteFileChanged)
            SiteFiles[entry.Path] = (new(entry.Path, entry.Title, entry.Content, entry.Reading), entry.Number);
        else if (entry.Event == JournalEvent.SiteFileRemoved)
            SiteFiles.Remove(entry.Path);
        if (RecordedAddress.After(entry, slug => Addresses.GetValueOrDefault(slug)?.Address) is { } address)
            Addresses[address.Slug] = new FoldedAddress(address, entry.Number, IsTold(address.Slug, entry));
    }

    /// <summary>Texts that may be gone, since entries say so: that of the version, and what it was read to.</summary>
    public HashSet<string> ErasedTexts()
    {
        var contents = erased.Select(number => versions[(int)number - 1].Content).ToHashSet();
        return
        [
            .. contents,
            .. versions.Where(version => contents.Contains(version.Content)).Select(version => version.Reading),
        ];
    }

    void AddErased(JournalEntry entry)
    {
        if (entry.Refers is not { } number || number < 1 || number >= entry.Number)
            throw new InvalidDataException("It erases an entry that there was not.");
        erased.Add(number);
    }

    /// <summary>The first builds changed rows of which they wrote no entry: where they wrote the last one, little is known.</summary>
    bool IsTold(string slug, JournalEntry entry) =>
        entry.Event is JournalEvent.Moved or JournalEvent.Removed ? Addresses[slug].IsTold : entry.Format > 1;
}

/// <param name="Number">The last entry about it.</param>
/// <param name="IsTold">True where all of the row follows from entries; else only its state and where it moved to.</param>
sealed record FoldedAddress(RecordedAddress Address, long Number, bool IsTold);
