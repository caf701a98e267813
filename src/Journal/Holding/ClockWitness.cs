namespace WorkReports.Journal.Holding;

/// <summary>What the journal knows of time, to hold a clock against.</summary>
sealed record ClockWitness
{
    /// <summary>Of the last entry.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>What the clock said when an admin last accepted it; null where nobody had to.</summary>
    public DateTimeOffset? Accepted { get; init; }

    /// <summary>Of the entry that says so.</summary>
    public DateTimeOffset? AcceptedEntry { get; init; }

    /// <summary>
    /// Entries never go back in time: where a clock was accepted that stood before the last one, those that follow all bear its time,
    /// until the clock has caught up.
    /// </summary>
    public DateTimeOffset Moment => Accepted is { } clock && Last <= AcceptedEntry ? clock : Last;
}

/// <summary>When something was accepted, and the entry that says so.</summary>
sealed record ObeyedAcceptance
{
    public required DateTimeOffset Time { get; init; }
    public required long Entry { get; init; }
}
