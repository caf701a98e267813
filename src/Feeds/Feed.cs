using System.Xml.Linq;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/feed.xml</c>: the newest reports, whole, as Atom (RFC 4287).</summary>
static class Feed
{
    const int Length = 20;

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapFeed(this IEndpointRouteBuilder routes) => routes.MapGet("/feed.xml", (Library library) =>
        XmlAnswer.Of(Make(library.Site(), library.NewestWhole(Length)), "application/atom+xml"));

    static XElement Make(SiteProfile site, IReadOnlyList<Report> reports) => new(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", "zh-CN"),
        new XElement(Atom + "id", site.Absolute("/")),
        new XElement(Atom + "title", site.Name),
        site.Description.Length > 0 ? new XElement(Atom + "subtitle", site.Description) : null,
        new XElement(Atom + "updated", BeijingTime.Rfc3339(reports.Select(LastChange).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
        Link("self", site.Absolute("/feed.xml"), "application/atom+xml"),
        Link("alternate", site.Absolute("/"), "text/html"),
        reports.Select(report => Entry(site, report)));

    static XElement Entry(SiteProfile site, Report report) => new(
        Atom + "entry",
        new XElement(Atom + "id", site.Absolute(Address.Report(report.Slug))),
        new XElement(Atom + "title", report.Title),
        new XElement(Atom + "published", BeijingTime.Rfc3339(report.Published)),
        new XElement(Atom + "updated", BeijingTime.Rfc3339(LastChange(report))),
        Link("alternate", site.Absolute(Address.Report(report.Slug)), "text/html"),
        new XElement(Atom + "author", new XElement(Atom + "name", report.Author ?? site.Unit(report.Unit)?.Name ?? site.Name)),
        report.Keywords.Select(keyword => new XElement(Atom + "category", new XAttribute("term", keyword))),
        new XElement(Atom + "summary", report.Summary),
        // Links and pictures of the body are paths of the site: the base makes them whole for a reader elsewhere.
        new XElement(Atom + "content", new XAttribute("type", "html"), new XAttribute(XNamespace.Xml + "base", site.Absolute("/")), report.Html));

    static DateTimeOffset LastChange(Report report) => report.Updated is { } updated && updated > report.Published ? updated : report.Published;

    static XElement Link(string relation, string address, string type) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));
}
