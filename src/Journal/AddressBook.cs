namespace WorkReports.Journal;

/// <summary>The addresses that the journal knows.</summary>
/// <param name="Redirected">Those that reports left, and from which readers are sent on.</param>
/// <param name="Holders">The files of the reports that stand, by their addresses.</param>
public sealed record AddressBook(IReadOnlyList<string> Redirected, IReadOnlyDictionary<string, string> Holders)
{
    public static readonly AddressBook Empty = new([], new Dictionary<string, string>());
}
