using System.Text.Encodings.Web;
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
        return Answer(site, "", site.Name, site.Description, library, library.News(EntryCount), library.Record());
    }

    public static IResult OfPillar(string slug, Library library) =>
        library.Pillars().FirstOrDefault(pillar => pillar.Slug == slug) is { } pillar
            ? Answer(
                library.Site(),
                Address.Pillar(slug),
                pillar.Title,
                pillar.Motto,
                library,
                library.NewsOfPillar(slug, EntryCount)
            )
            : Results.NotFound();

    public static IResult OfUnit(string slug, Library library) =>
        library.Site().Unit(slug) is { } unit
            ? Answer(library.Site(), Address.Unit(slug), unit.Name, "", library, library.NewsOfUnit(slug, EntryCount))
            : Results.NotFound();

    /// <param name="list">The address of the list that the feed follows; empty for the whole site.</param>
    /// <param name="record">The journal's last entry: whoever keeps feeds keeps a witness of it. Null where none is told.</param>
    static IResult Answer(
        SiteProfile site,
        string list,
        string title,
        string subtitle,
        Library library,
        IReadOnlyList<NewsItem> news,
        IndexedRecord? record = null
    )
    {
        var reports = library.Whole(news.Select(item => item.Slug));
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
                        news.Select(item => LastChange(item, reports[item.Slug]))
                            .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
                            .Max()
                    )
                ),
                record is null ? null : Generator(site, record),
                Link("self", site.Absolute(Address.Feed(list)), "application/atom+xml"),
                Link("alternate", page, "text/html"),
                news.Select(item => Entry(site, item, reports[item.Slug]))
            ),
            "application/atom+xml"
        );
    }

    static XElement Generator(SiteProfile site, IndexedRecord record) =>
        new(
            Atom + "generator",
            new XAttribute("uri", site.Absolute(Address.Journal)),
            $"WorkReports, journal entry {record.Number}, SHA-256 {record.Hash}"
                + (record.Signature.Length > 0 ? $", signature {record.Signature}" : "")
        );

    static XElement Entry(SiteProfile site, NewsItem item, Report report) =>
        new(
            Atom + "entry",
            new XElement(Atom + "id", site.Absolute(Address.Report(report.Slug))),
            new XElement(Atom + "title", report.Title + (report.Withdrawn is null ? "" : "（已撤稿）")),
            new XElement(Atom + "published", BeijingTime.Rfc3339(report.Published)),
            new XElement(Atom + "updated", BeijingTime.Rfc3339(LastChange(item, report))),
            Link("alternate", site.Absolute(Address.Report(report.Slug)), "text/html"),
            new XElement(
                Atom + "author",
                new XElement(Atom + "name", report.Author ?? site.Unit(report.Unit)?.Name ?? site.Name)
            ),
            report.Keywords.Select(keyword => new XElement(Atom + "category", new XAttribute("term", keyword))),
            new XElement(Atom + "summary", SummaryOf(item, report)),
            // Links of the body are paths of the site and places on the page: the base makes them whole for a reader
            // elsewhere.
            new XElement(
                Atom + "content",
                new XAttribute("type", "html"),
                new XAttribute(XNamespace.Xml + "base", site.Absolute(Address.Report(report.Slug))),
                report.Withdrawn is null ? report.Html : $"<p>{HtmlEncoder.Default.Encode(report.Withdrawn)}</p>"
            )
        );

    /// <summary>What was revised comes first: a reader who has read the report before looks for it. Of a withdrawn one only why.</summary>
    static string SummaryOf(NewsItem item, Report report) =>
        report.Withdrawn ?? (item.Event == JournalEvent.Changed ? $"{item.Note}。{report.Summary}" : report.Summary);

    static XElement Link(string relation, string address, string type) =>
        new(
            Atom + "link",
            new XAttribute("rel", relation),
            new XAttribute("type", type),
            new XAttribute("href", address)
        );

    static DateTimeOffset LastChange(NewsItem item, Report report) =>
        report.LastChange > item.Time ? report.LastChange : item.Time;
}
