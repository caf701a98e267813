using System.Xml.Linq;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/sitemap.xml</c>: every address worth a crawler's visit (sitemaps.org, 0.9).</summary>
static class Sitemap
{
    /// <summary>What one file may hold by the protocol.</summary>
    const int UrlLimit = 50_000;

    static readonly string Reports = Address.Report("{slug}");

    /// <summary>What the parameter of a pattern stands for.</summary>
    static readonly (string Pattern, Func<Library, IEnumerable<string>> Addresses)[] Lists =
    [
        (Address.Pillar("{slug}"), library => library.Pillars().Select(pillar => Address.Pillar(pillar.Slug))),
        (Address.Unit("{slug}"), library => library.Site().Units.Select(unit => Address.Unit(unit.Slug))),
        (Address.Year("{year?}"), library => library.CountByYear().Select(year => Address.Year(year.Key))),
    ];

    static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>True for a pattern whose every address is known here.</summary>
    public static bool CanList(string pattern) =>
        pattern == Reports || Plain(pattern) is not null || Lists.Any(list => list.Pattern == pattern);

    public static IResult Answer(Library library, CrawlerRules rules) =>
        XmlAnswer.Of(Build(library, rules), "application/xml");

    static XElement Build(Library library, CrawlerRules rules)
    {
        var site = library.Site();
        var pages = rules
            .Listed.Select(Plain)
            .OfType<string>()
            .Concat(
                Lists.Where(list => rules.Listed.Contains(list.Pattern)).SelectMany(list => list.Addresses(library))
            )
            .ToList();
        var reports = rules.Listed.Contains(Reports) ? library.SitemapEntries(UrlLimit - pages.Count) : [];
        return new XElement(
            Namespace + "urlset",
            pages.Select(path => Entry(site.Absolute(path), null)),
            reports.Select(report =>
                Entry(site.Absolute(Address.Report(report.Slug)), report.Updated ?? report.Published)
            )
        );
    }

    /// <summary>
    /// The address of a pattern without its parameter, where it has none or can do without; else null.
    /// </summary>
    static string? Plain(string pattern) =>
        pattern.IndexOf("/{", StringComparison.Ordinal) is >= 0 and var at
            ? pattern.EndsWith("?}", StringComparison.Ordinal)
                ? pattern[..at]
                : null
            : pattern;

    static XElement Entry(string address, DateTimeOffset? changed) =>
        new(
            Namespace + "url",
            new XElement(Namespace + "loc", address),
            changed is { } moment ? new XElement(Namespace + "lastmod", BeijingTime.Rfc3339(moment)) : null
        );
}
