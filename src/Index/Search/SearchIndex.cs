using Microsoft.Data.Sqlite;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

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
    internal SearchResult Find(SqliteConnection connection, SearchRequest request)
    {
        if (request.Query.IsEmpty || request.Page < 1)
            return new SearchResult([], 0, [], [], []);

        var set = segments.Read(connection);
        var filter = SearchFilter.Of(request, set.Ordinals);
        var facets = new FacetCounter(filter, set.Ordinals);
        MatchBuffer[] matches = [.. request.Query.Words.Select(_ => buffers.Rent())];
        using var reader = new SegmentReader(connection);
        var search = new SearchExecution(
            reader,
            [.. request.Query.Words],
            matches,
            filter,
            facets,
            request.Choices.ByDate || request.Query.Words.Count == 0,
            Limit(request.Page, set.All)
        );
        foreach (var segment in set.All)
            search.Search(segment, wanted => segments.Titles(connection, wanted));
        buffers.Return(matches);
        var (units, pillars, years) = facets.Tallies();
        return new SearchResult(
            [.. search.Best().Skip((request.Page - 1) * ListPage<long>.Size)],
            facets.Total,
            units,
            pillars,
            years
        );
    }

    /// <summary>
    /// No more than there are reports, whatever page is asked for: an address may name page 2,000,000,000.
    /// </summary>
    static int Limit(int page, IReadOnlyList<Segment> all) =>
        (int)
            Math.Clamp(page * (long)ListPage<long>.Size, 1, Math.Max(1, all.Sum(segment => (long)segment.Docs.Length)));

    /// <summary>
    /// The text of the query with each word that no report holds put right: by one that titles or keywords have and
    /// that sounds the same, or differs in a character. Null when there is none such for every word.
    /// </summary>
    internal string? DidYouMean(SqliteConnection connection, SearchQuery query)
    {
        var text = query.Text;
        var all = segments.Read(connection).All;
        foreach (
            var word in query.Words.Where(word =>
                !word.IsExcluded && word.Run.Length > 1 && word.Run.All(Tokenizer.IsHan)
            )
        )
        {
            if (Exists(connection, word.Run, all))
                continue;
            var suggestion = new SpellingSuggestion(word.Run);
            foreach (var segment in all)
                suggestion.Scan(segments.Titles(connection, segment).Text);
            if (suggestion.Best is not { } best || !text.Contains(word.Run, StringComparison.Ordinal))
                return null;
            text = text.Replace(word.Run, best);
        }
        return text == query.Text ? null : text;
    }

    static bool Exists(SqliteConnection connection, string run, IReadOnlyList<Segment> all)
    {
        using var reader = new SegmentReader(connection);
        var (matcher, matches) = (new PhraseMatcher(reader, run), new MatchBuffer());
        foreach (var segment in all)
        {
            matcher.Find(segment, matches);
            foreach (var doc in matches.Docs)
            {
                if (segment.Docs[doc].Exists)
                    return true;
            }
        }
        return false;
    }
}
