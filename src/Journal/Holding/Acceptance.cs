namespace WorkReports.Journal.Holding;

/// <summary>What an admin let go on. The publisher obeys it once, and writes an entry that says so.</summary>
sealed record Acceptance
{
    public long Number { get; init; }
    public required DateTimeOffset Time { get; init; }
    public required string Who { get; init; }

    /// <summary>By their <see cref="HeldItem.Key"/>: what came later is not accepted with it.</summary>
    public required IReadOnlyList<string> What { get; init; }
}
