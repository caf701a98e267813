namespace WorkReports;

/// <summary>A file of the content folder as the status page tells of it.</summary>
public sealed record FileState
{
    public required string Path { get; init; }

    /// <summary>Null where no version of the file could be published yet.</summary>
    public string? Slug { get; init; }

    public string? Title { get; init; }
    public ReportState State { get; init; }

    /// <summary>When it appears, or appeared.</summary>
    public DateTimeOffset? Published { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
