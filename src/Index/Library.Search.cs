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
    /// <param name="cancellation">Set when the reader has left.</param>
    public SearchAnswer Search(
        SearchQuery query,
        int page,
        Refinements? choices = null,
        CancellationToken cancellation = default
    )
    {
        var request = RequestOf(query, page, choices ?? new Refinements());
        var found = search.Find(Connection, request, cancellation);
        return new SearchAnswer(
            new ListPage<SearchHit>(HitsOf(found.Reports, query, cancellation), page, found.Total),
            found.Units,
            found.Pillars,
            found.Years,
            request.AsOf
        );
    }

    /// <summary>What a reader who is typing may want: keywords that begin as typed, then titles that hold it.</summary>
    public IReadOnlyList<string> Suggest(SearchQuery query, int limit, CancellationToken cancellation = default) =>
        search.Suggest(Connection, RequestOf(query, page: 1, new Refinements()), limit, cancellation);

    /// <summary>The query with its misspelled words put right; null when nothing like it is found.</summary>
    public string? DidYouMean(SearchQuery query, CancellationToken cancellation = default) =>
        search.DidYouMean(Connection, query, cancellation);

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
                : Named(query.Units, Site().Units, unit => [unit.Slug, unit.Name, unit.ShortName], unit => unit.Slug),
            PillarsNamed(query.Pillars),
            page
        );

    /// <summary>For each name the pillars that it may mean.</summary>
    List<IReadOnlyList<string>> PillarsNamed(IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
            return [];
        var pillars = Pillars();
        return
        [
            .. asked.Select(name =>
                Named([name], pillars, pillar => [pillar.Slug, pillar.Title], pillar => pillar.Slug)
            ),
        ];
    }

    /// <summary>The slugs of those that have all of what was asked for in their names.</summary>
    static IReadOnlyList<string> Named<T>(
        IReadOnlyList<string> asked,
        IReadOnlyList<T> all,
        Func<T, string[]> names,
        Func<T, string> slug
    )
    {
        // Normalized once, however many words ask for them.
        string[] runs = [.. asked.SelectMany(Tokenizer.Runs).Distinct()];
        return
        [
            .. all.Where(one =>
                {
                    string[] normalized = [.. names(one).Select(Tokenizer.Normalize)];
                    return runs.All(run => normalized.Any(name => name.Contains(run, StringComparison.Ordinal)));
                })
                .Select(slug),
        ];
    }

    IReadOnlyList<SearchHit> HitsOf(IReadOnlyList<long> ids, SearchQuery query, CancellationToken cancellation) =>
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
                    {
                        cancellation.ThrowIfCancellationRequested();
                        return HitOf(report, query, (pillars ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    },
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
