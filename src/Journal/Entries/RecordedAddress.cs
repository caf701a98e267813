namespace WorkReports.Journal.Entries;

/// <summary>An address as the journal knows it after its last entry.</summary>
sealed record RecordedAddress
{
    public required string Slug { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }
    public required string Content { get; init; }

    /// <summary>Of the version that stands; empty where no text of it is kept.</summary>
    public string Reading { get; init; } = "";

    public required AddressState State { get; init; }
    public bool WasPublished { get; init; }
    public string? MovedTo { get; init; }

    public bool IsLeft => State is AddressState.Moved or AddressState.Removed;

    /// <summary>The address that an entry changes, as it stands after it. The same rule writes the table and verifies it.</summary>
    /// <param name="find">An address before the entry; null for one that no entry was about.</param>
    /// <returns>Null for an entry about no address.</returns>
    /// <exception cref="InvalidDataException">It is about an address that there was not.</exception>
    public static RecordedAddress? After(JournalEntry entry, Func<string, RecordedAddress?> find)
    {
        return entry.Event switch
        {
            JournalEvent.Moved => Known(entry.Formerly) with { State = AddressState.Moved, MovedTo = entry.Slug },
            JournalEvent.Erased or JournalEvent.Accepted => null,
            _ when entry.Slug.Length == 0 => null,
            JournalEvent.Removed => Known(entry.Slug) with { State = AddressState.Removed, MovedTo = null },
            _ => After(find(entry.Slug), entry),
        };

        RecordedAddress Known(string slug) =>
            find(slug)
            ?? throw new InvalidDataException($"No entry before {entry.Number} is about the address {slug}.");
    }

    static RecordedAddress After(RecordedAddress? known, JournalEntry entry) =>
        new()
        {
            Slug = entry.Slug,
            Path = entry.Path,
            Title = entry.Title,
            Content = entry.Content,
            Reading = entry.Reading,
            State = StateAfter(known?.State, entry.Event),
            WasPublished =
                known?.WasPublished == true
                || entry.Event is JournalEvent.Published or JournalEvent.Changed or JournalEvent.Withdrawn,
        };

    /// <summary>What was published and is hidden now was taken down.</summary>
    static AddressState StateAfter(AddressState? known, JournalEvent happened) =>
        (happened, known) switch
        {
            (JournalEvent.Published or JournalEvent.Changed, _) => AddressState.Published,
            (JournalEvent.Withdrawn, _) => AddressState.Withdrawn,
            (JournalEvent.TakenDown, _) => AddressState.TakenDown,
            (JournalEvent.ReadAnew, { } state) => state,
            (_, AddressState.Published or AddressState.Withdrawn or AddressState.TakenDown) => AddressState.TakenDown,
            _ => AddressState.Hidden,
        };
}
