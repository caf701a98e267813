namespace WorkReports.Journal;

/// <summary>A report as a scan found it.</summary>
sealed record ReportStatus
{
    public required string Slug { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>SHA-256 of its file.</summary>
    public required string Content { get; init; }

    /// <summary>Hidden, published or withdrawn at the moment of the scan.</summary>
    public required AddressState State { get; init; }
}
