using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

public sealed partial class SearchIndex
{
    /// <summary>What a reader who is typing may want: keywords that begin as typed, then titles that hold it.</summary>
    internal IReadOnlyList<string> Suggest(SqliteConnection connection, SearchRequest request, int limit)
    {
        if (request.Query.Words is not [.., { IsExcluded: false } last])
            return [];

        var found = Find(connection, request with { Query = request.Query.InTitles() }).Reports;
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
            .Where(keyword => StartsWith(keyword, last))
            .CountBy(keyword => keyword)
            .OrderByDescending(keyword => keyword.Value)
            .ThenBy(keyword => keyword.Key, StringComparer.Ordinal)
            .Select(keyword => keyword.Key);
        return [.. keywords.Take(limit / 2).Concat(reports.Select(report => report.Title)).Distinct().Take(limit)];
    }

    static bool StartsWith(string keyword, QueryWord word)
    {
        var normalized = Tokenizer.Normalize(keyword);
        return normalized.StartsWith(word.Run, StringComparison.Ordinal)
            || (
                word.PinyinInput is { } input
                && Pinyin.Find(normalized, input, isPrefix: true).Any(position => position.From == 0)
            );
    }

    sealed record Suggested
    {
        public required string Title { get; init; }
        public required IReadOnlyList<string> Keywords { get; init; }
    }
}
