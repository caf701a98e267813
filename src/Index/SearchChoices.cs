namespace WorkReports.Index;

/// <summary>What a reader chose beside the words: by the links of the page, not by typing.</summary>
public sealed record SearchChoices
{
    public string? Unit { get; init; }
    public string? Pillar { get; init; }
    public int? Year { get; init; }

    /// <summary>The first day, and the last, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The newest first, instead of those that the words say most of.</summary>
    public bool ByDate { get; init; }

    /// <summary>What was published later is left out, so that the pages of a search stay what they were.</summary>
    public DateTimeOffset? At { get; init; }
}
