namespace WorkReports.Journal;

/// <summary>The addresses that the journal knows.</summary>
/// <param name="Redirected">Those that reports left, each with the address to which readers are sent on.</param>
/// <param name="Holders">The files of the reports that stand, by their addresses.</param>
public sealed record AddressBook(
    IReadOnlyDictionary<string, string> Redirected,
    IReadOnlyDictionary<string, string> Holders
)
{
    public static readonly AddressBook Empty = new(new Dictionary<string, string>(), new Dictionary<string, string>());
}
