namespace WorkReports.Journal.Holding;

/// <summary>What can be held back.</summary>
enum HeldKind
{
    /// <summary>The removal of a report.</summary>
    Removal,

    /// <summary>The removal of a pillar with its page.</summary>
    Pillar,

    /// <summary>What time alone would show or take down.</summary>
    Clock,

    /// <summary>Going on with a journal that is not the one in which the edition was recorded.</summary>
    Record,
}

/// <summary>Something that does not happen until its cause is undone, or an admin accepts it.</summary>
sealed record HeldItem
{
    public required HeldKind Kind { get; init; }

    /// <summary>The path of the file that is gone; of clock and record what tells one fault from another.</summary>
    public required string Name { get; init; }

    /// <summary>Of the report that stands; empty for anything else.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Of the report or pillar that stands; of anything else a sentence that says what is wrong.</summary>
    public string Title { get; init; } = "";

    public required DateTimeOffset Since { get; init; }

    /// <summary>What an acceptance names it by.</summary>
    public string Key => $"{Kind} {Name}";
}
