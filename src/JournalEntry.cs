namespace WorkReports;

/// <summary>What happened to a report at its address.</summary>
public enum JournalEvent
{
    /// <summary>First seen, not visible yet: a draft, or scheduled.</summary>
    Seen,
    Published,
    Changed,
    Withdrawn,

    /// <summary>Its time on the site is over, or it became a draft again.</summary>
    TakenDown,

    /// <summary>It has another address now.</summary>
    Moved,

    /// <summary>Its file is gone.</summary>
    Removed,
}

/// <summary>One line of the publication journal. Lines are only ever added.</summary>
public sealed record JournalEntry
{
    /// <summary>Counted from 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset Time { get; init; }

    public required JournalEvent Event { get; init; }

    /// <summary>The report's address at that time.</summary>
    public required string Slug { get; init; }

    /// <summary>The address that it had before; empty but for <see cref="JournalEvent.Moved"/>.</summary>
    public required string Formerly { get; init; }

    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 over the entry before and everything in this one: what chains them.</summary>
    public string Hash { get; init; } = "";
}
