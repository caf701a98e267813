using Dapper;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index;

public sealed partial class Library
{
    /// <summary>What a reader who is typing may want: keywords that begin as typed, then titles that hold it.</summary>
    public IReadOnlyList<string> Suggest(SearchQuery query, int most)
    {
        if (query.Words is not [.., { IsExcluded: false } last])
            return [];

        var titles = Search(query.InTitles(), 1).Hits.Items.Select(hit => hit.Report);
        var slugs = titles.Select(report => report.Slug).ToList();
        var keywords = Connection
            .Query<(string Keyword, string Slug)>(
                "select keyword.value, slug from reports, json_each(keywords) as keyword where slug in @slugs",
                new { slugs }
            )
            .Select(row => row.Keyword)
            .Where(keyword => Begins(keyword, last))
            .CountBy(keyword => keyword)
            .OrderByDescending(keyword => keyword.Value)
            .ThenBy(keyword => keyword.Key, StringComparer.Ordinal)
            .Select(keyword => keyword.Key);
        return [.. keywords.Take(most / 2).Concat(titles.Select(report => report.Title)).Distinct().Take(most)];
    }

    static bool Begins(string keyword, QueryWord word)
    {
        var cut = Tokenizer.Normalize(keyword);
        return cut.StartsWith(word.Run, StringComparison.Ordinal)
            || (word.PinyinInput is { } typed && Pinyin.Find(cut, typed, isTyping: true).Any(place => place.From == 0));
    }
}
