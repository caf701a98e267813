using Dapper;

namespace WorkReports.Index;

/// <summary>The last thing that readers got new of a report.</summary>
public sealed record NewsItem
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Unit { get; init; }
    public required DateTimeOffset Published { get; init; }

    /// <summary>When they got it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Published, changed or withdrawn.</summary>
    public required JournalEvent Event { get; init; }

    /// <summary>What was revised, or why it was withdrawn; of a new report the revision that it came with, or nothing.</summary>
    public string Note { get; init; } = "";
}

public sealed partial class Library
{
    /// <summary>The reports of which readers got something new last, each with what it was.</summary>
    public IReadOnlyList<NewsItem> News(int count) => News("true", "", count);

    public IReadOnlyList<NewsItem> NewsOfPillar(string pillar, int count) =>
        News(
            "exists (select 1 from memberships where memberships.report = reports.id and memberships.pillar = @key)",
            pillar,
            count
        );

    public IReadOnlyList<NewsItem> NewsOfUnit(string unit, int count) => News("unit = @key", unit, count);

    /// <summary>Whole reports, by their addresses, withdrawn ones too.</summary>
    public IReadOnlyDictionary<string, Report> Whole(IEnumerable<string> slugs) =>
        Connection
            .Query<Report>(
                """
                select reports.*, bodies.html
                from reports
                join bodies on bodies.report = reports.id
                where slug in @slugs
                """,
                new { slugs }
            )
            .ToDictionary(report => report.Slug);

    /// <summary>The notes of a report's revisions, the newest first.</summary>
    public IReadOnlyList<string> RevisionsOf(string slug) =>
        Connection
            .Query<string>("select note from history where slug = @slug order by number desc", new { slug })
            .AsList();

    IReadOnlyList<NewsItem> News(string condition, string key, int count) =>
        Connection
            .Query<NewsItem>(
                $"""
                with newest as materialized (
                    select id
                    from reports
                    where {condition} and ({Visible} or {WithdrawnInPublic})
                    order by noticed desc, published desc, slug
                    limit @count
                )
                select reports.slug, title, unit, published, noticed as time,
                    coalesce(event, {(int)JournalEvent.Published}) as event, coalesce(note, '') as note
                from newest
                join reports using (id)
                left join news on news.slug = reports.slug
                order by noticed desc, published desc, reports.slug
                """,
                new
                {
                    key,
                    count,
                    now,
                }
            )
            .AsList();
}
