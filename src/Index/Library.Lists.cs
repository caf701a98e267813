using Dapper;

namespace WorkReports.Index;

public sealed partial class Library
{
    const string NewestFirst = "order by pinned desc, published desc, slug";

    public IReadOnlyList<ReportSummary> Latest(int count)
    {
        return Connection
            .Query<ReportSummary>(
                $"""
                select {Summary}
                from reports
                where {Visible}
                {NewestFirst}
                limit @count
                """,
                new { count, now }
            )
            .AsList();
    }

    public ListPage<ReportSummary> All(int page) => PageOf("true", "", page);

    public ListPage<ReportSummary> OfUnit(string unit, int page) => PageOf("unit = @key", unit, page);

    public ListPage<ReportSummary> OfYear(int year, int page) => PageOf("year = @key", year, page);

    /// <summary>Whole reports of a pillar, and the sections of others that speak of it.</summary>
    public ListPage<ReportSummary> OfPillar(string pillar, int page) =>
        PageOf("memberships", "pillar = @key", pillar, page);

    /// <summary>The newest of a pillar, for the home page.</summary>
    public IReadOnlyList<ReportSummary> LatestOfPillar(string pillar, int count) =>
        [.. OfPillar(pillar, 1).Items.Take(count)];

    public IReadOnlyList<Tally> CountByPillar() => Count("pillar", "memberships");

    public IReadOnlyList<Tally> CountByUnit() => Count("unit", "reports");

    /// <summary>Years with reports, the newest first.</summary>
    public IReadOnlyList<Tally> CountByYear() => Count("year", "reports");

    ListPage<ReportSummary> PageOf(string condition, object key, int page) => PageOf("reports", condition, key, page);

    /// <summary>The page is found by an index alone; only its own rows are opened.</summary>
    ListPage<ReportSummary> PageOf(string table, string condition, object key, int page)
    {
        var isWhole = table == "reports";
        var question = new
        {
            key,
            now,
            ListPage<ReportSummary>.Size,
            skip = (page - 1L) * ListPage<ReportSummary>.Size,
        };
        var total = Connection.ExecuteScalar<int>(
            $"select count(*) from {table} where {condition} and {Visible}",
            question
        );
        var items = Connection
            .Query<ReportSummary>(
                $"""
                with page as materialized (
                    select slug {(isWhole ? "" : ", section")}
                    from {table}
                    where {condition} and {Visible}
                    {NewestFirst}
                    limit @Size offset @skip
                )
                select {Summary} {(
                    isWhole ? "" : ", section ->> 'Title' as sectionTitle, section ->> 'Anchor' as sectionAnchor"
                )}
                from page
                join reports using (slug)
                {NewestFirst}
                """,
                question
            )
            .AsList();
        return new ListPage<ReportSummary>(items, page, total);
    }

    IReadOnlyList<Tally> Count(string heading, string tables) =>
        Connection
            .Query<Tally>(
                $"""
                select cast({heading} as text) as key, count(*) as count
                from {tables}
                where {Visible}
                group by {heading}
                order by {heading} desc
                """,
                new { now }
            )
            .AsList();
}
