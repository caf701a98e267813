using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkReports.Index;
using WorkReports.Index.Search;
using WorkReports.Index.Search.Query;

namespace WorkReports.Feeds;

/// <summary>
/// <c>/search.json?q=</c>: what the page of a search shows, for machines; the parts of the address are the same.
/// </summary>
static class SearchJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The answer is JSON, and never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    sealed record NamedEntry(string Slug, string Name, int? Count = null);

    sealed record ExcerptOfHit(string Text, string? Section, string Url);

    sealed record HitEntry(
        string Title,
        string Url,
        string Published,
        NamedEntry? Unit,
        IEnumerable<NamedEntry> Pillars,
        IEnumerable<ExcerptOfHit> Excerpts
    );

    sealed record AnswerBody(
        string Query,
        int Total,
        int Page,
        int Pages,
        string? Next,
        string? Meant,
        IEnumerable<HitEntry> Hits,
        IEnumerable<NamedEntry> Pillars,
        IEnumerable<NamedEntry> Units,
        IEnumerable<NamedEntry> Years
    );

    public static IResult Answer(HttpRequest request, Library library)
    {
        var query = SearchQuery.Parse(request.Query["q"]);
        var address = new SearchAddress(query.Text, Refinements.Read(name => request.Query[name]));
        var page =
            request.Query["p"].ToString() is not { Length: > 0 } text ? 1
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : 0;
        var found = library.Search(query, page, address.Choices, request.HttpContext.RequestAborted);
        if (!found.Hits.Exists)
            return Results.NotFound();

        var (site, pillars) = (library.Site(), library.Pillars());
        NamedEntry OfPillar(string slug, int? count = null) =>
            new(slug, pillars.FirstOrDefault(pillar => pillar.Slug == slug)?.Title ?? slug, count);
        NamedEntry OfUnit(string slug, int? count = null) => new(slug, site.Unit(slug)?.ShortName ?? slug, count);
        return Results.Json(
            new AnswerBody(
                query.Text,
                found.Hits.Total,
                page,
                found.Hits.Last,
                page < found.Hits.Last
                    ? site.Absolute($"{address.At(found.AsOf)}&p={page + 1}".Replace("/search?", "/search.json?"))
                    : null,
                found.Hits.Total == 0 ? library.DidYouMean(query, request.HttpContext.RequestAborted) : null,
                found.Hits.Items.Select(hit => new HitEntry(
                    hit.Report.Title,
                    site.Absolute(Address.Report(hit.Report.Slug)),
                    BeijingTime.Rfc3339(hit.Report.Published),
                    hit.Report.Unit.Length > 0 ? OfUnit(hit.Report.Unit) : null,
                    hit.Pillars.Select(slug => OfPillar(slug)),
                    hit.Excerpts.Select(excerpt => Describe(hit.Report, excerpt, site))
                )),
                found.Pillars.Select(tally => OfPillar(tally.Key, tally.Count)),
                found.Units.Where(tally => tally.Key.Length > 0).Select(tally => OfUnit(tally.Key, tally.Count)),
                found.Years.Select(tally => new NamedEntry(tally.Key, tally.Key, tally.Count))
            ),
            Options
        );
    }

    static ExcerptOfHit Describe(ReportSummary report, Excerpt excerpt, SiteProfile site) =>
        new(
            string.Concat(excerpt.Pieces.Select(piece => piece.Text)),
            excerpt.Section?.Title,
            site.Absolute(
                excerpt.Section is { } section
                    ? Address.Section(report.Slug, section.Anchor)
                    : Address.Report(report.Slug)
            )
        );
}
