namespace WorkReports;

/// <summary>An address where once a report was.</summary>
public sealed record FormerAddress
{
    public required string Slug { get; init; }

    /// <summary>The slug at which its report is now; null when it is nowhere.</summary>
    public string? CurrentSlug { get; init; }
}
