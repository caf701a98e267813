namespace WorkReports.Index;

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
/// <param name="Content">SHA-256 of its file.</param>
/// <param name="State">Hidden, published or withdrawn at the moment of the scan.</param>
sealed record Standing(string Slug, string Path, string Title, string Content, AddressState State);

/// <summary>An address where once a report was.</summary>
/// <param name="Now">Where it is now; null when it is nowhere.</param>
public sealed record FormerAddress(string Slug, string? Now);
