namespace WorkReports.Journal.Entries;

/// <summary>A report as a scan found it.</summary>
sealed record ReportStatus
{
    public required string Slug { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>SHA-256 of its file.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of its reading: the parsed head, and what its links led to; empty for a draft, of which the journal keeps no text.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Hidden, published or withdrawn at the moment of the scan.</summary>
    public required AddressState State { get; init; }

    /// <summary>The editor's own account of the last revision, or of the withdrawal; empty where there is none.</summary>
    public string Note { get; init; } = "";

    /// <summary>What the journal says when it finds this; null where nothing that it keeps is another.</summary>
    public JournalEvent? EventAfter(RecordedAddress? known)
    {
        var isSame = known is not null && (Path, Content, Reading) == (known.Path, known.Content, known.Reading);
        return (known?.State, State) switch
        {
            (AddressState.Published, AddressState.Published) => isSame ? null
            : known!.Content == Content ? JournalEvent.ReadAnew
            : JournalEvent.Changed,
            (_, AddressState.Published) => JournalEvent.Published,
            (AddressState.Withdrawn, AddressState.Withdrawn) => isSame ? null
            : known!.Content == Content ? JournalEvent.ReadAnew
            : JournalEvent.Withdrawn,
            (_, AddressState.Withdrawn) => JournalEvent.Withdrawn,
            (AddressState.Published or AddressState.Withdrawn, _) => JournalEvent.TakenDown,
            // A draft changes with each keystroke, and nobody but its editor sees it.
            (AddressState.Hidden or AddressState.TakenDown, _) when isSame || Reading.Length == 0 => null,
            _ => JournalEvent.Seen,
        };
    }
}
