namespace WorkReports.Journal;

/// <summary>How an address stands, as the journal knows it.</summary>
enum AddressState
{
    Hidden,
    Published,
    Withdrawn,
    TakenDown,
    Moved,
    Removed,
}

/// <summary>A report as a scan found it, for the journal.</summary>
sealed record ReportStatus
{
    public required string Slug { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>SHA-256 of its file.</summary>
    public required string Content { get; init; }

    /// <summary>Hidden, published or withdrawn at the moment of the scan.</summary>
    public required AddressState State { get; init; }

    /// <summary>SQL for the reports of the index, as they stand at <c>@now</c>.</summary>
    public static readonly string Select = $"""
        select slug, path, title, hash as content, case
            when draft = 1 or published > @now then {(int)AddressState.Hidden}
            when withdrawn is not null then {(int)AddressState.Withdrawn}
            when expires <= @now then {(int)AddressState.Hidden}
            else {(int)AddressState.Published} end as state
        from reports
        """;
}
