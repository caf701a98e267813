namespace WorkReports;

/// <summary>How many reports stand under a heading: a pillar's or unit's slug, or a year.</summary>
public sealed record Tally
{
    public required string Key { get; init; }
    public required int Count { get; init; }
}
