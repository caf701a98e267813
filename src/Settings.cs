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

    /// <summary>The names that the site answers to, semicolons between several; <c>*</c>: to any.</summary>
    public string Hosts { get; init; } = "*";

    /// <summary>Megabytes of rendered pages that are kept in memory; 0: none are.</summary>
    public int Cache { get; init; } = 128;

    /// <summary>True where editors look at what is not published yet: drafts, scheduled reports, mistakes.</summary>
    public bool Preview { get; init; }

    /// <summary>A preview keeps an index of its own, so that it may run beside the site.</summary>
    public string IndexFile => Path.Combine(Data, Preview ? "preview.db" : "index.db");

    public string JournalFile => Path.Combine(Data, "journal.db");
}
