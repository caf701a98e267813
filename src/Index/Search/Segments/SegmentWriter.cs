using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// The search index of the edition being made. Reports gather in a text until that is a part's worth; small parts that
/// pile up are written anew as one.
/// </summary>
sealed class SegmentWriter(SqliteConnection connection)
{
    /// <summary>So many parts of like size become one: a report is written again each time, but not often.</summary>
    const int MergeFactor = 8;

    readonly SegmentBuilder builder = new();

    /// <summary>Files whose reports are in the text and on no disk yet.</summary>
    readonly HashSet<string> bufferedPaths = [];

    public void Add(long id, Report report)
    {
        bufferedPaths.Add(report.Path);
        var headings = string.Join('\n', report.Sections.Select(section => section.Title).Concat(report.Keywords));
        var rest = string.Join(
            '\n',
            report.Attachments.Select(file => file.Title).Append(report.Summary).Append(report.Text)
        );
        builder.Add(id, report.Title, headings, rest);
        if (builder.IsFull)
            Flush();
    }

    /// <summary>Reports of these files are about to vanish: what has gathered of them must be written, so that it can vanish, too.</summary>
    public void BeforeRemoving(IReadOnlyCollection<string> paths)
    {
        if (bufferedPaths.Overlaps(paths))
            Flush();
    }

    /// <summary>Writes what is left, and tidies up.</summary>
    public void Finish()
    {
        Flush();
        DropEmpty();
        while (NextMerge() is { Count: > 0 } pile)
            Merge(pile);
    }

    void Flush()
    {
        if (builder.Docs.Count == 0)
            return;
        var part = connection.ExecuteScalar<long>(
            "insert into search_parts (size, keys) values (@Length, x'') returning id",
            new { builder.Length }
        );
        var keys = new List<uint>();
        var blocks = new PostingBlocks(
            (key, bytes) =>
            {
                connection.Execute(
                    "insert into search_blocks values (@id, @bytes)",
                    new { id = Segment.BlockId(part, keys.Count), bytes }
                );
                keys.Add(key);
            }
        );
        builder.WriteTo(blocks);
        blocks.Finish();
        connection.Execute(
            "update search_parts set keys = @keys where id = @part",
            new { part, keys = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(keys)).ToArray() }
        );
        connection.Execute(
            "insert into search_docs values (@Report, @part, @Number, @First, @TitleEnd, @HeadingsEnd, @End)",
            builder.Docs.Select(doc => new
            {
                doc.Report,
                part,
                doc.Number,
                doc.First,
                doc.TitleEnd,
                doc.HeadingsEnd,
                doc.End,
            })
        );
        builder.Clear();
        bufferedPaths.Clear();
    }

    void DropEmpty() =>
        Drop(
            connection
                .Query<long>("select id from search_parts where id not in (select part from search_docs)")
                .AsList()
        );

    /// <summary>Parts to be written anew: many of like size, or one of which more than half has vanished.</summary>
    List<long> NextMerge()
    {
        var parts = connection
            .Query<(long Id, long Size, long Left)>(
                """
                select id, size, sum("end" - first)
                from search_parts
                join search_docs on search_docs.part = search_parts.id
                group by id
                """
            )
            .AsList();
        var hollow = parts.Where(part => part.Left < part.Size / 2).Take(1);
        var pile = parts
            .Where(part => part.Size < SegmentBuilder.SizeLimit / 2)
            .GroupBy(part => (int)Math.Log(part.Size, MergeFactor))
            .FirstOrDefault(like => like.Count() >= MergeFactor);
        return [.. (pile ?? hollow).Select(part => part.Id)];
    }

    void Merge(List<long> parts)
    {
        var reports = connection
            .Query<(long Id, long Part)>(
                """
                select report, part
                from search_docs
                where part in @parts
                order by part, number
                """,
                new { parts }
            )
            .AsList();
        connection.Execute("delete from search_docs where part in @parts", new { parts });
        foreach (var (id, _) in reports)
            Add(id, Read(id));
        Flush();
        Drop(parts);
    }

    Report Read(long id) =>
        connection.QuerySingle<Report>(
            """
            select reports.*, bodies.text
            from reports
            join bodies on bodies.report = reports.id
            where id = @id
            """,
            new { id }
        );

    void Drop(List<long> parts)
    {
        foreach (var part in parts)
        {
            connection.Execute(
                """
                delete from search_blocks where id between @first and @last;
                delete from search_parts where id = @part
                """,
                new
                {
                    part,
                    first = Segment.BlockId(part, 0),
                    last = Segment.BlockId(part + 1, 0) - 1,
                }
            );
        }
    }
}
