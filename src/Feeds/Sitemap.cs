using System.Xml.Linq;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/sitemap.xml</c>: every address worth a crawler's visit (sitemaps.org, 0.9).</summary>
static class Sitemap
{
    /// <summary>What one file may hold by the protocol.</summary>
    const int UrlLimit = 50_000;

    static readonly string[] Fixed = ["/", "/archive", "/units", "/sitemap"];

    static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this IEndpointRouteBuilder routes) =>
        routes.Map("/sitemap.xml", (Library library) => XmlAnswer.Of(Build(library), "application/xml"));

    static XElement Build(Library library)
    {
        var site = library.Site();
        var columns = Fixed
            .Concat(library.Pillars().Select(pillar => Address.Pillar(pillar.Slug)))
            .Concat(site.Units.Select(unit => Address.Unit(unit.Slug)))
            .Concat(library.CountByYear().Select(year => Address.Year(year.Key)))
            .ToList();
        return new XElement(
            Namespace + "urlset",
            columns.Select(path => Entry(site.Absolute(path), null)),
            library
                .SitemapEntries(UrlLimit - columns.Count)
                .Select(report => Entry(site.Absolute(Address.Report(report.Slug)), report.Updated ?? report.Published))
        );
    }

    static XElement Entry(string address, DateTimeOffset? changed) =>
        new(
            Namespace + "url",
            new XElement(Namespace + "loc", address),
            changed is { } moment ? new XElement(Namespace + "lastmod", BeijingTime.Rfc3339(moment)) : null
        );
}
