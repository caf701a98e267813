using Dapper;

namespace WorkReports.Index;

public sealed partial class Library
{
    /// <summary>Pairs of characters of words that half of all titles have: sharing them says nothing.</summary>
    static readonly HashSet<string> StopPairs =
    [
        "报告",
        "工作",
        "作报",
        "情况",
        "况报",
        "总结",
        "作总",
        "年度",
        "机关",
        "开展",
        "建设",
        "关于",
        "上半",
        "半年",
        "下半",
    ];

    /// <summary>
    /// So many pairs of a title are compared, the rarest: at 100,000 reports each common one takes as long as all rare
    /// ones.
    /// </summary>
    const int PairLimit = 6;

    /// <summary>Counting ends here: a pair of more reports is common, however many they are.</summary>
    const int CommonAbove = 2000;

    /// <summary>So many of the nearest are ranked, before those that are not visible are left out.</summary>
    const int Candidates = 50;

    /// <summary>The least BM25 score, as a share of the score of the report itself.</summary>
    const double MinimumShare = 0.06;

    /// <summary>
    /// Reports whose titles and keywords share keywords and pairs of characters with this one's: the rarer what they
    /// share, the nearer (BM25, a keyword counting more than the title). None rather than one by chance.
    /// </summary>
    public IReadOnlyList<ReportSummary> Related(Report report, int count)
    {
        var match = SimilarityQuery(report, Site().Unit(report.Unit));
        return match.Length == 0
            ? []
            : Connection
                .Query<ReportSummary>(
                    $"""
                    with alike as materialized (
                        select id, bm25(likeness, 2.0, 4.0) as distance
                        from likeness
                        join reports on reports.id = likeness.rowid
                        where likeness match @match
                        order by distance, published desc, slug
                        limit @Candidates
                    )
                    select {Summary}
                    from alike
                    join reports using (id)
                    where slug <> @Slug and {Visible}
                        and distance <= @MinimumShare * (select min(distance) from alike)
                    order by distance, published desc, slug
                    limit @count
                    """,
                    new
                    {
                        match,
                        Candidates,
                        MinimumShare,
                        report.Slug,
                        count,
                        now,
                    }
                )
                .AsList();
    }

    /// <summary>The newest of the same unit, without this one.</summary>
    public IReadOnlyList<ReportSummary> OthersOfUnit(Report report, int count) =>
        Connection
            .Query<ReportSummary>(
                $"""
                with newest as materialized ({Newest("reports", "unit = @Unit and slug <> @Slug")})
                select {Summary}
                from newest
                join reports using (slug)
                order by published desc, slug
                """,
                new
                {
                    report.Unit,
                    report.Slug,
                    count,
                    now,
                }
            )
            .AsList();

    /// <summary>An FTS5 expression; empty when the report has nothing of its own to compare.</summary>
    string SimilarityQuery(Report report, PublishingUnit? unit)
    {
        // Every report of a unit has the unit's name in its title: that is no likeness.
        var title = new[] { unit?.Name, unit?.ShortName }
            .OfType<string>()
            .Aggregate(report.Title, (rest, name) => rest.Replace(name, "\n"));
        string[] pairs = [.. SimilarityTokens.Pairs(title).Where(pair => !StopPairs.Contains(pair)).Distinct()];
        string[] phrases =
        [
            .. report.Keywords.SelectMany(SimilarityTokens.Phrases).Concat(Rarest(pairs)).Distinct().Select(Quoted),
        ];
        return phrases.Length == 0 ? "" : $"{{title keywords}} : ({string.Join(" OR ", phrases)})";
    }

    IEnumerable<string> Rarest(string[] pairs) =>
        pairs.Length <= PairLimit
            ? pairs
            : pairs.OrderBy(CountOf).ThenBy(pair => pair, StringComparer.Ordinal).Take(PairLimit);

    int CountOf(string pair) =>
        Connection.ExecuteScalar<int>(
            "select count(*) from (select 1 from likeness where likeness match @match limit @CommonAbove)",
            new { match = $"title : {Quoted(pair)}", CommonAbove }
        );

    static string Quoted(string phrase) => $"\"{phrase}\"";

    /// <summary>
    /// SQL for the newest <c>@count</c>, pinned or not. Indexes have the pinned ones first: so it looks at the head of
    /// each of both.
    /// </summary>
    string Newest(string table, string condition)
    {
        string Head(int pinned) =>
            $"select * from (select slug, published from {table} where {condition} and pinned = {pinned} and {Visible} order by published desc, slug limit @count)";
        return $"select slug from ({Head(1)} union all {Head(0)}) order by published desc, slug limit @count";
    }
}
