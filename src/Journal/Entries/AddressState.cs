namespace WorkReports.Journal.Entries;

/// <summary>The state of an address, as the journal knows it.</summary>
enum AddressState
{
    Hidden,
    Published,
    Withdrawn,
    TakenDown,
    Moved,
    Removed,
}
