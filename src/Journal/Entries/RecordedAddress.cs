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

    /// <summary>As it stands after an entry about it. The same rule writes the table and verifies it.</summary>
    /// <param name="known">Null for an address that no entry was about.</param>
    public static RecordedAddress After(RecordedAddress? known, JournalEntry entry) =>
        entry.Event == JournalEvent.Removed
            ? known! with
            {
                State = AddressState.Removed,
                MovedTo = null,
            }
            : new RecordedAddress
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
