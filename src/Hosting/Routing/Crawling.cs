namespace WorkReports.Hosting.Routing;

/// <summary>What crawlers are told of an address.</summary>
enum Crawling
{
    /// <summary>Nothing: they may follow a link to it.</summary>
    Allowed,

    /// <summary>It stands in sitemap.xml.</summary>
    Listed,

    /// <summary>robots.txt forbids it.</summary>
    Disallowed,
}
