namespace WorkReports.Journal.Entries;

/// <summary>The last entry: whoever kept it elsewhere can tell whether a journal goes on from there.</summary>
/// <param name="Number">0 where nothing was ever written.</param>
/// <param name="Hash">Of the last entry; empty where there is none.</param>
public sealed record JournalHead(long Number, string Hash)
{
    public static readonly JournalHead None = new(0, "");
}
