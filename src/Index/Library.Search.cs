using Dapper;

namespace WorkReports.Index;

/// <summary>A report that a search found, with the words marked.</summary>
public sealed record SearchHit(ReportSummary Report, IReadOnlyList<Piece> Title, IReadOnlyList<Piece> Excerpt);

public sealed partial class Library
{
    /// <summary>Reports that hold every word of the query: those with the words in the title first, then the newest.</summary>
    public ListPage<SearchHit> Search(SearchQuery query, int page)
    {
        if (query.IsEmpty) return new ListPage<SearchHit>([], page, 0);

        var question = new
        {
            query.Match,
            query.MatchInTitle,
            now,
            ListPage<SearchHit>.Size,
            skip = (page - 1L) * ListPage<SearchHit>.Size,
        };
        var total = Connection.ExecuteScalar<int>(
            $"select count(*) from search join reports on reports.id = search.rowid where search match @Match and {Visible}", question);
        var hits = Connection.Query<ReportSummary, string, SearchHit>(
            $"""
            select reports.slug, reports.title, published, unit, summary, pinned, bodies.text
            from search
            join reports on reports.id = search.rowid
            join bodies on bodies.report = reports.id
            where search match @Match and {Visible}
            order by reports.id in (select rowid from search where search match @MatchInTitle) desc, published desc, slug
            limit @Size offset @skip
            """,
            (report, text) => new SearchHit(report, Excerpt.Whole(report.Title, query), Excerpt.Of(text, query)),
            question,
            splitOn: "text");
        return new ListPage<SearchHit>(hits.AsList(), page, total);
    }
}
