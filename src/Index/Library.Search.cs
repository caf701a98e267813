using System.Text.Json;
using Dapper;
using WorkReports.Index.Search;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index;

/// <summary>A report that a search found, with the words marked.</summary>
public sealed record SearchHit(
    ReportSummary Report,
    IReadOnlyList<HighlightedText> Title,
    IReadOnlyList<Excerpt> Excerpts,
    IReadOnlyList<string> Pillars
);

/// <summary>A page of what a search found, and how much of it there is under each heading.</summary>
/// <param name="AsOf">The moment that the search was made at: its other pages are asked for with it.</param>
public sealed record SearchAnswer(
    ListPage<SearchHit> Hits,
    IReadOnlyList<Tally> Units,
    IReadOnlyList<Tally> Pillars,
    IReadOnlyList<Tally> Years,
    DateTimeOffset AsOf
);

public sealed partial class Library
{
    /// <summary>Reports that hold every word of the query: those first that say most of it, or the newest.</summary>
    public SearchAnswer Search(SearchQuery query, int page, Refinements? choices = null)
    {
        var request = RequestOf(query, page, choices ?? new Refinements());
        var found = search.Find(Connection, request);
        return new SearchAnswer(
            new ListPage<SearchHit>(HitsOf(found.Reports, query), page, found.Total),
            found.Units,
            found.Pillars,
            found.Years,
            request.AsOf
        );
    }

    /// <summary>What a reader who is typing may want: keywords that begin as typed, then titles that hold it.</summary>
    public IReadOnlyList<string> Suggest(SearchQuery query, int limit) =>
        search.Suggest(Connection, RequestOf(query, page: 1, new Refinements()), limit);

    /// <summary>The query with its misspelled words put right; null when nothing like it is found.</summary>
    public string? DidYouMean(SearchQuery query) => search.DidYouMean(Connection, query);

    /// <summary>Takes into memory what the first search would wait for.</summary>
    public void WarmSearch() => search.Warm(Connection);

    SearchRequest RequestOf(SearchQuery query, int page, Refinements choices) =>
        new(
            query,
            choices,
            now,
            choices.AsOf is { } asked && asked < now ? asked : now,
            database.IsPreview,
            query.Units.Count == 0
                ? null
                :
                [
                    .. Site()
                        .Units.Where(unit =>
                            query.Units.All(name => IsNamed(name, unit.Slug, unit.Name, unit.ShortName))
                        )
                        .Select(unit => unit.Slug),
                ],
            [
                .. query.Pillars.Select(name =>
                    Pillars()
                        .Where(pillar => IsNamed(name, pillar.Slug, pillar.Title))
                        .Select(pillar => pillar.Slug)
                        .ToList()
                ),
            ],
            page
        );

    static bool IsNamed(string asked, params string[] names) =>
        Tokenizer
            .Runs(asked)
            .All(run => names.Any(name => Tokenizer.Normalize(name).Contains(run, StringComparison.Ordinal)));

    IReadOnlyList<SearchHit> HitsOf(IReadOnlyList<long> ids, SearchQuery query) =>
        ids.Count == 0
            ? []
            : Connection
                .Query<Report, string, SearchHit>(
                    """
                    with wanted as (select key as place, value as id from json_each(@ids))
                    select path, slug, title, published, unit, summary, draft, expires, keywords, attachments, sections,
                        text, (
                            select group_concat(pillar, ' ')
                            from (select pillar from memberships where report = id order by pillar)
                        ) as pillarSlugs
                    from wanted
                    join reports using (id)
                    join bodies on report = id
                    order by place
                    """,
                    (report, pillars) =>
                        HitOf(report, query, (pillars ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                    new { ids = JsonSerializer.Serialize(ids) },
                    splitOn: "pillarSlugs"
                )
                .AsList();

    static SearchHit HitOf(Report report, SearchQuery query, IReadOnlyList<string> pillars)
    {
        var summary = new ReportSummary
        {
            Slug = report.Slug,
            Title = report.Title,
            Published = report.Published,
            Unit = report.Unit,
            Summary = report.Summary,
            Draft = report.Draft,
            Expires = report.Expires,
        };
        return new SearchHit(
            summary,
            new Highlighter(report.Title, query, pinyinFrom: 0).Pieces(0, report.Title.Length),
            Excerpts.Of(report, query),
            pillars
        );
    }
}
