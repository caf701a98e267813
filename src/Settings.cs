namespace WorkReports;

/// <summary>What an admin can set, with the defaults.</summary>
public sealed record Settings
{
    /// <summary>The value of a setting that is switched off.</summary>
    public const string None = "none";

    /// <summary>The folder with the reports.</summary>
    public string Content { get; init; } = "content";

    /// <summary>Further folders that links in the content folder may lead into, semicolons between several.</summary>
    public string LinkRoots { get; init; } = None;

    /// <summary>Each folder of <see cref="LinkRoots"/>.</summary>
    public IReadOnlyList<string> LinkRootFolders =>
        LinkRoots == None
            ? []
            : LinkRoots.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The folder that the program may write to: the index.</summary>
    public string Data { get; init; } = "data";

    /// <summary>The PostgreSQL database with the journal that several servers share, or <c>@</c> and the file that says so.</summary>
    public string Journal { get; init; } = None;

    /// <summary>The file of the private key that signs the journal, PEM.</summary>
    public string JournalKey { get; init; } = None;

    /// <summary>Where to listen, semicolons between several. <c>[::]</c> takes IPv4 and IPv6 alike.</summary>
    public string Urls { get; init; } = "http://[::]:8080";

    /// <summary>Each address of <see cref="Urls"/>.</summary>
    public IReadOnlyList<string> ListenAddresses =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The certificate file for <c>https://</c> addresses: PEM, or PFX.</summary>
    public string Certificate { get; init; } = None;

    /// <summary>The file of its private key, PEM; without one the key is looked for beside the certificate.</summary>
    public string CertificateKey { get; init; } = None;

    /// <summary>The port by which readers reach HTTPS, where those who ask by HTTP are sent there; 0: nobody is.</summary>
    public int HttpsRedirect { get; init; }

    /// <summary>The names that the site answers to, semicolons between several; <c>*</c>: to any.</summary>
    public string Hosts { get; init; } = "*";

    /// <summary>The proxies whose forwarded headers are trusted: addresses and networks, semicolons between.</summary>
    public string Proxies { get; init; } = None;

    /// <summary>Searches that one client may make in ten seconds; 0: any number.</summary>
    public int SearchRate { get; init; } = 200;

    /// <summary>Megabytes of rendered pages that are kept in memory; 0: none are.</summary>
    public int Cache { get; init; } = 128;

    /// <summary>Never in a preview: editors must see what they have just saved.</summary>
    public bool CachesPages => Cache > 0 && !Preview;

    /// <summary><c>text</c> or <c>json</c>.</summary>
    public string LogFormat { get; init; } = "text";

    /// <summary>The lowest level that is logged: <c>debug</c>, <c>information</c> (requests among it), <c>warning</c> or <c>error</c>.</summary>
    public string LogLevel { get; init; } = "information";

    /// <summary>Where log files go beside the console.</summary>
    public string LogFolder { get; init; } = None;

    /// <summary>Days for which log files are kept; 0: for ever.</summary>
    public int LogDays { get; init; } = 200;

    /// <summary>How much of a client's address the log keeps: <c>full</c>, <c>short</c> or <c>none</c>.</summary>
    public string ClientAddresses { get; init; } = "short";

    /// <summary>Where Prometheus scrapes the metrics.</summary>
    public string Metrics { get; init; } = None;

    /// <summary>An OpenTelemetry collector that is sent metrics and traces.</summary>
    public string Otlp { get; init; } = None;

    /// <summary>Networks that are not public, and that <c>check --online</c> may ask all the same: semicolons between.</summary>
    public string LinkNetworks { get; init; } = None;

    /// <summary>Each address or network of <see cref="LinkNetworks"/>.</summary>
    public IReadOnlyList<string> LinkNetworkEntries =>
        LinkNetworks == None
            ? []
            : LinkNetworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Hours for which what looks like an accident is held; 0: until it is undone or accepted.</summary>
    public int Hold { get; init; }

    /// <summary>The time of <see cref="Hold"/>; null for as long as it takes.</summary>
    public TimeSpan? HoldTime => Hold > 0 ? TimeSpan.FromHours(Hold) : null;

    /// <summary>Seconds between the signal to stop and the end, in which load balancers learn of it.</summary>
    public int StopDelay { get; init; }

    /// <summary>True where editors look at what is not published yet: drafts, scheduled reports, mistakes.</summary>
    public bool Preview { get; init; }

    /// <summary>True where anything is measured for a collector or a scraper.</summary>
    public bool HasTelemetry => Metrics != None || Otlp != None;

    /// <summary>True where the server itself speaks HTTPS.</summary>
    public bool IsHttps => Urls.Contains("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A preview keeps an index of its own, so that it may run beside the site.</summary>
    public string IndexFile => Path.Combine(Data, Preview ? "preview.db" : "index.db");

    public string JournalFile => Path.Combine(Data, "journal.db");

    /// <summary>Beside the journal: which of its entries was published last, so that one that lost its end is noticed.</summary>
    public string JournalHeadFile => Path.Combine(Data, "journal.head");
}
