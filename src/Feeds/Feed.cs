using System.Xml.Linq;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary>
/// <c>/feed.xml</c>, and one below each pillar and unit: the newest reports, whole, as Atom (RFC 4287).
/// </summary>
static class Feed
{
    const int EntryCount = 20;

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static IResult OfSite(Library library)
    {
        var site = library.Site();
        return Answer(site, "", site.Name, site.Description, library.NewestWhole(EntryCount));
    }

    public static IResult OfPillar(string slug, Library library) =>
        library.Pillars().FirstOrDefault(pillar => pillar.Slug == slug) is { } pillar
            ? Answer(
                library.Site(),
                Address.Pillar(slug),
                pillar.Title,
                pillar.Motto,
                library.NewestWholeOfPillar(slug, EntryCount)
            )
            : Results.NotFound();

    public static IResult OfUnit(string slug, Library library) =>
        library.Site().Unit(slug) is { } unit
            ? Answer(library.Site(), Address.Unit(slug), unit.Name, "", library.NewestWholeOfUnit(slug, EntryCount))
            : Results.NotFound();

    /// <param name="list">The address of the list that the feed follows; empty for the whole site.</param>
    static IResult Answer(SiteProfile site, string list, string title, string subtitle, IReadOnlyList<Report> reports)
    {
        var page = site.Absolute(list.Length > 0 ? list : "/");
        return XmlAnswer.Of(
            new XElement(
                Atom + "feed",
                new XAttribute(XNamespace.Xml + "lang", "zh-CN"),
                new XElement(Atom + "id", page),
                new XElement(Atom + "title", list.Length > 0 ? $"{title} - {site.Name}" : title),
                subtitle.Length > 0 ? new XElement(Atom + "subtitle", subtitle) : null,
                new XElement(
                    Atom + "updated",
                    BeijingTime.Rfc3339(
                        reports.Select(report => report.LastChange).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()
                    )
                ),
                Link("self", site.Absolute(Address.Feed(list)), "application/atom+xml"),
                Link("alternate", page, "text/html"),
                reports.Select(report => Entry(site, report))
            ),
            "application/atom+xml"
        );
    }

    static XElement Entry(SiteProfile site, Report report) =>
        new(
            Atom + "entry",
            new XElement(Atom + "id", site.Absolute(Address.Report(report.Slug))),
            new XElement(Atom + "title", report.Title),
            new XElement(Atom + "published", BeijingTime.Rfc3339(report.Published)),
            new XElement(Atom + "updated", BeijingTime.Rfc3339(report.LastChange)),
            Link("alternate", site.Absolute(Address.Report(report.Slug)), "text/html"),
            new XElement(
                Atom + "author",
                new XElement(Atom + "name", report.Author ?? site.Unit(report.Unit)?.Name ?? site.Name)
            ),
            report.Keywords.Select(keyword => new XElement(Atom + "category", new XAttribute("term", keyword))),
            new XElement(Atom + "summary", report.Summary),
            // Links of the body are paths of the site and places on the page: the base makes them whole for a reader
            // elsewhere.
            new XElement(
                Atom + "content",
                new XAttribute("type", "html"),
                new XAttribute(XNamespace.Xml + "base", site.Absolute(Address.Report(report.Slug))),
                report.Html
            )
        );

    static XElement Link(string relation, string address, string type) =>
        new(
            Atom + "link",
            new XAttribute("rel", relation),
            new XAttribute("type", type),
            new XAttribute("href", address)
        );
}
