namespace WorkReports;

/// <summary>What an admin can set, with the defaults.</summary>
public sealed record Settings
{
    /// <summary>The folder with the reports.</summary>
    public string Content { get; init; } = "content";

    /// <summary>The folder that the program may write to: the index.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Where to listen, semicolons between several. <c>[::]</c> takes IPv4 and IPv6 alike.</summary>
    public string Urls { get; init; } = "http://[::]:8080";

    public string IndexFile => Path.Combine(Data, "index.db");

    public string JournalFile => Path.Combine(Data, "journal.db");
}
