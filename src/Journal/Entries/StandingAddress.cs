namespace WorkReports.Journal.Entries;

/// <summary>An address that has a report, as any build's journal tells it.</summary>
sealed record StandingAddress
{
    public required string Slug { get; init; }

    /// <summary>Of the report's file.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Content { get; init; }

    public required AddressState State { get; init; }
}
