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

    /// <summary>
    /// Its words are the same, but not what they were read against: a picture, an attachment, the address of a linked report, or
    /// the place of its file.
    /// </summary>
    ReadAnew,

    /// <summary>A file that all pages depend on is another: site.yml, or a pillar's.</summary>
    SiteFileChanged,

    /// <summary>A pillar's file is gone.</summary>
    SiteFileRemoved,

    /// <summary>The text of an earlier entry was taken out of the record for good.</summary>
    Erased,

    /// <summary>An admin let go on what was held.</summary>
    Accepted,
}

/// <summary>One line of the publication journal. Lines are only ever added.</summary>
public sealed record JournalEntry
{
    /// <summary>Counted from 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset Time { get; init; }

    public required JournalEvent Event { get; init; }

    /// <summary>The report's address at that time; empty for what is no report.</summary>
    public required string Slug { get; init; }

    /// <summary>The address that it had before; empty but for <see cref="JournalEvent.Moved"/>.</summary>
    public required string Formerly { get; init; }

    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>SHA-256 of the file; its bytes are kept, unless <see cref="Reading"/> is empty.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of its reading: the parsed head, and what its links led to. Empty where none was kept, as of drafts.</summary>
    public string Reading { get; init; } = "";

    /// <summary>The entry that this one is about; null but for <see cref="JournalEvent.Erased"/>.</summary>
    public long? Refers { get; init; }

    /// <summary>By whom and why, where an admin did it.</summary>
    public string Note { get; init; } = "";

    /// <summary>How <see cref="Hash"/> is worked out: 1 for entries of the first builds, 2 since texts are kept.</summary>
    public int Format { get; init; } = 1;

    /// <summary>SHA-256 over entries before and everything in this one: what chains them.</summary>
    public string Hash { get; init; } = "";
}
