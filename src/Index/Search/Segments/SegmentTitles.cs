using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// The normalized titles and keywords of a segment's reports, one after the other, for what no posting list answers:
/// pinyin, and words that are spelled nearly so.
/// </summary>
/// <param name="Initials">For each character what <see cref="Pinyin.Initial"/> says.</param>
/// <param name="TitleEnds">Where in the text the title of each report ends, by its number.</param>
/// <param name="Ends">Where its keywords end.</param>
sealed record SegmentTitles(string Text, byte[] Initials, int[] TitleEnds, int[] Ends)
{
    public static SegmentTitles Read(SqliteConnection connection, Segment segment)
    {
        var rows = connection.Query<(int Number, string Title, string Keywords)>(
            """
            select number, title, keywords
            from search_docs
            join reports on reports.id = search_docs.report
            where part = @Id
            order by number
            """,
            new { segment.Id }
        );
        var text = new StringBuilder();
        var (titleEnds, ends) = (new int[segment.Docs.Length], new int[segment.Docs.Length]);
        foreach (var (number, title, keywords) in rows)
        {
            text.Append(Tokenizer.Normalize(title)).Append(Tokenizer.Separator);
            titleEnds[number] = text.Length;
            text.Append(Tokenizer.Normalize(keywords)).Append(Tokenizer.Separator);
            ends[number] = text.Length;
        }
        var all = text.ToString();
        return new SegmentTitles(all, [.. all.Select(Pinyin.Initial)], titleEnds, ends);
    }
}
