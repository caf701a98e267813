using WorkReports.Feeds;
using WorkReports.Hosting.Endpoints;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting;

/// <summary>Every address of the site, a row each. A new page is a row here, and its pair of files in Pages.</summary>
static class SiteRoutes
{
    /// <param name="more">Rows beside the site's own.</param>
    public static RouteTable Of(Settings settings, params IEnumerable<RouteEntry> more) =>
        new([.. Pages, .. Feeds, .. Searches, .. Plain, .. settings.Preview ? Previews : [], .. more]);

    /// <summary>Razor pages, in the order of the sitemap.</summary>
    static IEnumerable<RouteEntry> Pages =>
        [
            new("/", "home", CacheMode.PerReader) { Crawling = Crawling.Listed },
            new(Address.Pillar("{slug}"), "pillar", CacheMode.PerReader) { IsPaged = true, Crawling = Crawling.Listed },
            new("/archive/{year?}", "archive", CacheMode.PerReader) { IsPaged = true, Crawling = Crawling.Listed },
            new("/units", "unit", CacheMode.PerReader) { Crawling = Crawling.Listed },
            new(Address.Unit("{slug}"), "unit", CacheMode.PerReader) { IsPaged = true, Crawling = Crawling.Listed },
            new("/sitemap", "sitemap", CacheMode.PerReader) { Crawling = Crawling.Listed },
            // An entry may be added without a new edition: a cached page would not know it.
            new(Address.Journal, "other", CacheMode.Never)
            {
                Workload = Workload.Rendering,
                Crawling = Crawling.Listed,
            },
            new(Address.Report("{slug}"), "report", CacheMode.PerReader)
            {
                IsOfOneReport = true,
                // With the words of a search marked.
                UncachedQuery = "q",
                Crawling = Crawling.Listed,
            },
            new("/status", "other", CacheMode.Never) { Workload = Workload.Rendering },
            // Shown in place of any other, with that one's status.
            new("/error/{code:int}", "other", CacheMode.Never) { NeedsEdition = false, Workload = Workload.Rendering },
        ];

    /// <summary>What machines read.</summary>
    static IEnumerable<RouteEntry> Feeds =>
        [
            new(Address.Feed(), "feed", CacheMode.Shared) { Handler = Feed.OfSite },
            new(Address.Feed(Address.Pillar("{slug}")), "feed", CacheMode.Shared) { Handler = Feed.OfPillar },
            new(Address.Feed(Address.Unit("{slug}")), "feed", CacheMode.Shared) { Handler = Feed.OfUnit },
            new(Address.Markdown("{slug}"), "report", CacheMode.Shared)
            {
                Handler = ReportSource.Answer,
                IsOfOneReport = true,
            },
            new(Address.QrCode("{slug}"), "report", CacheMode.Shared) { Handler = QrCode.Answer, IsOfOneReport = true },
            new("/sitemap.xml", "sitemap", CacheMode.Shared) { Handler = Sitemap.Answer },
            new("/robots.txt", "other", CacheMode.Shared) { Handler = Robots.Answer },
            new(SecurityTxt.Address, "other", CacheMode.Shared) { Handler = SecurityTxt.Answer },
            // A browser asks for it once, and takes no time to make.
            new("/opensearch.xml", "other", CacheMode.Never)
            {
                Handler = OpenSearch.Answer,
                Workload = Workload.Rendering,
            },
        ];

    /// <summary>Too many different ones to keep.</summary>
    static IEnumerable<RouteEntry> Searches =>
        [
            new("/search", "search", CacheMode.Never)
            {
                RateLimit = SearchLimits.Search,
                Workload = Workload.Search,
                Crawling = Crawling.Disallowed,
            },
            new("/search.json", "search", CacheMode.Never)
            {
                Handler = SearchJson.Answer,
                RateLimit = SearchLimits.Search,
                Workload = Workload.Search,
                Crawling = Crawling.Disallowed,
            },
            new("/search/suggest", "suggestion", CacheMode.Never)
            {
                Handler = Suggestions.Answer,
                RateLimit = SearchLimits.Suggestions,
                Workload = Workload.Search,
                Crawling = Crawling.Disallowed,
            },
        ];

    /// <summary>
    /// What is no page: files come from the disk, a choice sets a cookie, probes want the truth of this moment.
    /// </summary>
    static IEnumerable<RouteEntry> Plain =>
        [
            new("/files/{**path}", "file", CacheMode.Never) { Handler = FileEndpoint.Send, IsSandboxed = true },
            new("/reader/{choice}", "choice", CacheMode.Never)
            {
                Handler = ReaderChoices.Choose,
                Crawling = Crawling.Disallowed,
            },
            Asset("css"),
            Asset("js"),
            Asset("img"),
            Probe("/healthz", Health.Live),
            Probe("/readyz", Health.Ready),
        ];

    static IEnumerable<RouteEntry> Previews =>
        [new("/preview/events", "other", CacheMode.Never) { Handler = PreviewEvents.Send }];

    static RouteEntry Asset(string folder) =>
        new($"/{folder}/{{**path}}", "asset", CacheMode.Never) { IsQuiet = true, NeedsEdition = false };

    static RouteEntry Probe(string path, Delegate handler) =>
        new(path, "health", CacheMode.Never)
        {
            Handler = handler,
            IsProbe = true,
            IsQuiet = true,
            NeedsEdition = false,
        };
}
