using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

public sealed partial class SearchIndex
{
    /// <summary>What a reader who is typing may want: keywords that begin as typed, then titles that hold it.</summary>
    internal IReadOnlyList<string> Suggest(
        SqliteConnection connection,
        SearchRequest request,
        int limit,
        CancellationToken cancellation
    )
    {
        if (request.Query.Words is not [.., { IsExcluded: false } last])
            return [];

        var typed = last.PinyinInput is { } input ? new PinyinPattern(input, isPrefix: true) : null;
        var found = Find(connection, request with { Query = request.Query.InTitles() }, cancellation).Reports;
        var reports = connection
            .Query<Suggested>(
                """
                select title, keywords
                from json_each(@found) as wanted
                join reports on reports.id = wanted.value
                order by wanted.key
                """,
                new { found = JsonSerializer.Serialize(found) }
            )
            .AsList();
        var keywords = reports
            .SelectMany(report => report.Keywords)
            .Where(keyword => StartsWith(keyword, last.Run, typed))
            .CountBy(keyword => keyword)
            .OrderByDescending(keyword => keyword.Value)
            .ThenBy(keyword => keyword.Key, StringComparer.Ordinal)
            .Select(keyword => keyword.Key);
        return [.. keywords.Take(limit / 2).Concat(reports.Select(report => report.Title)).Distinct().Take(limit)];
    }

    static bool StartsWith(string keyword, string run, PinyinPattern? typed)
    {
        var normalized = Tokenizer.Normalize(keyword);
        return normalized.StartsWith(run, StringComparison.Ordinal) || typed?.Find(normalized) is [(0, _), ..];
    }

    /// <summary>
    /// Every near miss of a word is looked for in all titles: of a longer one they would be hundreds, and nobody picks
    /// the wrong character that often.
    /// </summary>
    const int CorrectedLengthLimit = 12;

    const int CorrectedWordLimit = 3;

    /// <summary>
    /// The text of the query with each word that no report holds put right: by one that titles or keywords have and
    /// that sounds the same, or differs in a character. Null when there is none such for every word.
    /// </summary>
    internal string? DidYouMean(SqliteConnection connection, SearchQuery query, CancellationToken cancellation)
    {
        var all = segments.Read(connection).All;
        var missing = query
            .Words.Where(word => !word.IsExcluded && word.Run.Length > 1 && word.Run.All(Tokenizer.IsHan))
            .Select(word => word.Run)
            .Where(run => !Exists(connection, run, all, cancellation))
            .Take(CorrectedWordLimit + 1)
            .ToList();
        if (missing.Count > CorrectedWordLimit || missing.Exists(run => run.Length > CorrectedLengthLimit))
            return null;

        var text = query.Text;
        foreach (var run in missing)
        {
            if (
                BestFor(run, connection, all, cancellation) is not { } best
                || !text.Contains(run, StringComparison.Ordinal)
            )
                return null;
            text = text.Replace(run, best);
        }
        return text == query.Text ? null : text;
    }

    string? BestFor(string run, SqliteConnection connection, IReadOnlyList<Segment> all, CancellationToken cancellation)
    {
        var suggestion = new SpellingSuggestion(run);
        foreach (var segment in all)
        {
            cancellation.ThrowIfCancellationRequested();
            suggestion.Scan(segments.Titles(connection, segment).Text);
        }
        return suggestion.Best;
    }

    static bool Exists(
        SqliteConnection connection,
        string run,
        IReadOnlyList<Segment> all,
        CancellationToken cancellation
    )
    {
        using var reader = new SegmentReader(connection);
        var (matcher, matches) = (new PhraseMatcher(reader, run), new MatchBuffer());
        foreach (var segment in all)
        {
            cancellation.ThrowIfCancellationRequested();
            matcher.Find(segment, matches);
            foreach (var doc in matches.Docs)
            {
                if (segment.Docs[doc].Exists)
                    return true;
            }
        }
        return false;
    }

    sealed record Suggested
    {
        public required string Title { get; init; }
        public required IReadOnlyList<string> Keywords { get; init; }
    }
}
