namespace WorkReports;

/// <summary>A report as a list shows it.</summary>
public sealed record ReportSummary
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset Published { get; init; }
    public required string Unit { get; init; }
    public string Summary { get; init; } = "";
    public bool Pinned { get; init; }
    public bool Draft { get; init; }
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The section that speaks of the pillar whose list this is; null when the whole report does.</summary>
    public string? SectionTitle { get; init; }

    public string? SectionAnchor { get; init; }
}

/// <summary>One page of a longer list.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Total">Items on all pages together.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    public const int Size = 20;

    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>False for a number beyond the last page: such an address does not exist.</summary>
    public bool Exists => Number >= 1 && Number <= Last;
}
