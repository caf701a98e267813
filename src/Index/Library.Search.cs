using System.Text.Json;
using Dapper;
using WorkReports.Index.Search;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Segments;
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
        choices ??= new Refinements();
        var at = choices.AsOf is { } asked && asked < now ? asked : now;
        var nothing = new SearchAnswer(new ListPage<SearchHit>([], page, 0), [], [], [], at);
        if (query.IsEmpty || page < 1)
            return nothing;

        var shelf = database.Shelf;
        var parts = shelf.Parts(Connection, Edition());
        MatchBuffer[] matches = [.. query.Words.Select(_ => shelf.Take())];
        var selection = SelectionOf(query, choices, at, shelf.Names);
        var tallies = new FacetCounter(selection, shelf.Names);
        using var reader = new SegmentReader(Connection);
        var run = new SearchExecution(
            reader,
            [.. query.Words],
            matches,
            selection,
            tallies,
            choices.ByDate || query.Words.Count == 0,
            Most(page, parts)
        );
        foreach (var part in parts)
            run.Search(part, wanted => shelf.Titles(Connection, wanted));
        shelf.Give(matches);
        var found = HitsOf([.. run.Best().Skip((page - 1) * ListPage<SearchHit>.Size)], query);
        var (units, pillars, years) = tallies.Tallies();
        return new SearchAnswer(new ListPage<SearchHit>(found, page, tallies.Total), units, pillars, years, at);
    }

    /// <summary>Takes into memory what the first search would wait for: at a hundred thousand reports two seconds.</summary>
    public void WarmSearch() => database.Shelf.Parts(Connection, Edition());

    /// <summary>No more than there are reports, whatever page is asked for.</summary>
    static int Most(int page, IReadOnlyList<Segment> parts) =>
        (int)
            Math.Clamp(
                page * (long)ListPage<SearchHit>.Size,
                1,
                Math.Max(1, parts.Sum(part => (long)part.Docs.Length))
            );

    SearchFilter SelectionOf(SearchQuery query, Refinements choices, DateTimeOffset at, FacetOrdinals names)
    {
        var until = choices.To is { } last ? BeijingTime.Midnight(last.AddDays(1)) : DateTimeOffset.MaxValue;
        return new SearchFilter(
            database.IsPreview,
            now.ToUnixTimeSeconds(),
            choices.From is { } first ? BeijingTime.Midnight(first).ToUnixTimeSeconds() : long.MinValue,
            database.IsPreview
                ? until.ToUnixTimeSeconds()
                : Math.Min(until.ToUnixTimeSeconds(), at.ToUnixTimeSeconds() + 1),
            [.. query.Years],
            query.Units.Count == 0
                ? null
                :
                [
                    .. Site()
                        .Units.Where(unit =>
                            query.Units.All(name => IsNamed(name, unit.Slug, unit.Name, unit.ShortName))
                        )
                        .Select(unit => names.Units.Find(unit.Slug)),
                ],
            [
                .. query.Pillars.Select(name =>
                    Pillars()
                        .Where(pillar => IsNamed(name, pillar.Slug, pillar.Title))
                        .Aggregate(0UL, (bits, pillar) => bits | names.FindBit(pillar.Slug))
                ),
            ],
            choices.Unit is { } unit ? names.Units.Find(unit) : null,
            choices.Pillar is { } pillar ? names.FindBit(pillar) : null,
            choices.Year
        );
    }

    static bool IsNamed(string asked, params string[] names) =>
        Tokenizer
            .Runs(asked)
            .All(run => names.Any(name => Tokenizer.Normalize(name).Contains(run, StringComparison.Ordinal)));

    List<SearchHit> HitsOf(IEnumerable<long> ids, SearchQuery query) =>
        Connection
            .Query<Report, string, SearchHit>(
                """
                with wanted as (select key as place, value as id from json_each(@those))
                select path, slug, title, published, unit, summary, draft, expires, keywords, attachments, sections, text,
                    (select group_concat(pillar, ' ') from (select pillar from memberships where report = id order by pillar)) as pillarSlugs
                from wanted
                join reports using (id)
                join bodies on report = id
                order by place
                """,
                (report, pillars) =>
                    HitOf(report, query, (pillars ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                new { those = JsonSerializer.Serialize(ids) },
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
            new Highlighter(report.Title, query, readFrom: 0).Pieces(0, report.Title.Length),
            Excerpts.Of(report, query),
            pillars
        );
    }
}
