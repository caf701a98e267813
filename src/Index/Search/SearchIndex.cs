using Microsoft.Data.Sqlite;
using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>
/// The one door to the search engine: whoever stands outside neither knows segments nor posting lists, so that another
/// engine could stand behind it. What it answers is of the edition that the given connection's snapshot sees.
/// </summary>
public sealed partial class SearchIndex
{
    readonly SegmentCache segments = new();
    readonly MatchBufferPool buffers = new();

    /// <summary>What an edition that is being written adds and removes, within the connection's transaction.</summary>
    internal static SearchIndexUpdate Update(SqliteConnection connection) => new(connection);

    /// <summary>
    /// Reads into memory what the first search would wait for: at a hundred thousand reports two seconds.
    /// </summary>
    internal void Warm(SqliteConnection connection) => segments.Read(connection);

    /// <summary>Reports that hold every word of the query: those first that say most of it, or the newest.</summary>
    internal SearchResult Find(SqliteConnection connection, SearchRequest request, CancellationToken cancellation)
    {
        if (request.Query.IsEmpty || request.Page < 1)
            return new SearchResult([], 0, [], [], []);

        MatchBuffer[] matches = [.. request.Query.Words.Select(_ => buffers.Rent())];
        try
        {
            return Find(connection, request, matches, cancellation);
        }
        finally
        {
            buffers.Return(matches);
        }
    }

    SearchResult Find(
        SqliteConnection connection,
        SearchRequest request,
        MatchBuffer[] matches,
        CancellationToken cancellation
    )
    {
        var set = segments.Read(connection);
        var filter = SearchFilter.Of(request, set.Ordinals);
        var facets = new FacetCounter(filter, set.Ordinals);
        using var reader = new SegmentReader(connection);
        var search = new SearchExecution(
            reader,
            [.. request.Query.Words],
            matches,
            filter,
            facets,
            request.Choices.ByDate || request.Query.Words.Count == 0,
            Limit(request.Page, set.All),
            cancellation
        );
        foreach (var segment in set.All)
            search.Search(segment, wanted => segments.Titles(connection, wanted));
        var (units, pillars, years) = facets.Tallies();
        return new SearchResult(PageOf(search.Best(), request.Page), facets.Total, units, pillars, years);
    }

    /// <summary>
    /// No more than there are reports, whatever page is asked for: an address may name page 2,000,000,000.
    /// </summary>
    static int Limit(int page, IReadOnlyList<Segment> all) =>
        (int)
            Math.Clamp(page * (long)ListPage<long>.Size, 1, Math.Max(1, all.Sum(segment => (long)segment.Docs.Length)));

    /// <summary>Counted in longs: page 214,748,366 would begin at the fourth report.</summary>
    static IReadOnlyList<long> PageOf(IReadOnlyList<long> best, int page)
    {
        var from = (page - 1L) * ListPage<long>.Size;
        return from >= best.Count ? [] : [.. best.Skip((int)from)];
    }
}
