using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// Writes the segments of the edition being made. Reports are buffered until they fill a segment; where many small
/// segments have come together, they are merged.
/// </summary>
sealed class SegmentWriter(SqliteConnection connection)
{
    /// <summary>
    /// So many segments of like size become one: with each merge a report is written again, but a segment grows
    /// eightfold by it.
    /// </summary>
    const int MergeFactor = 8;

    readonly SegmentBuilder builder = new();

    /// <summary>Files whose reports are in the builder and not in the database yet.</summary>
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

    /// <summary>
    /// Reports of these files are about to be deleted. What is buffered of them has no row yet that could be deleted
    /// with them: it would come back with the next flush.
    /// </summary>
    public void BeforeRemoving(IReadOnlyCollection<string> paths)
    {
        if (bufferedPaths.Overlaps(paths))
            Flush();
    }

    /// <summary>Writes what is buffered, then merges.</summary>
    public void Finish()
    {
        Flush();
        DropEmpty();
        while (NextMerge() is { Count: > 0 } segments)
            Merge(segments);
    }

    void Flush()
    {
        if (builder.Docs.Count == 0)
            return;
        var segment = connection.ExecuteScalar<long>(
            "insert into search_parts (size, keys) values (@Length, x'') returning id",
            new { builder.Length }
        );
        var keys = WriteBlocks(segment);
        connection.Execute(
            "update search_parts set keys = @keys where id = @segment",
            new { segment, keys = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(keys)).ToArray() }
        );
        connection.Execute(
            "insert into search_docs values (@Report, @segment, @Number, @First, @TitleEnd, @HeadingsEnd, @End)",
            builder.Docs.Select(doc => new
            {
                doc.Report,
                segment,
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

    /// <returns>The first key of each block.</returns>
    List<uint> WriteBlocks(long segment)
    {
        var keys = new List<uint>();
        var blocks = new PostingBlocks(
            (key, bytes) =>
            {
                connection.Execute(
                    "insert into search_blocks values (@id, @bytes)",
                    new { id = Segment.BlockId(segment, keys.Count), bytes }
                );
                keys.Add(key);
            }
        );
        builder.WriteTo(blocks);
        blocks.Finish();
        return keys;
    }

    void DropEmpty() =>
        Drop(
            connection
                .Query<long>("select id from search_parts where id not in (select part from search_docs)")
                .AsList()
        );

    /// <summary>Segments to be merged: many of like size, or one of which more than half was deleted.</summary>
    List<long> NextMerge()
    {
        var segments = connection
            .Query<(long Id, long Size, long Left)>(
                """
                select id, size, sum("end" - first)
                from search_parts
                join search_docs on search_docs.part = search_parts.id
                group by id
                """
            )
            .AsList();
        var mostlyDeleted = segments.Where(segment => segment.Left < segment.Size / 2).Take(1);
        var alike = segments
            .Where(segment => segment.Size < SegmentBuilder.SizeLimit / 2)
            .GroupBy(segment => (int)Math.Log(segment.Size, MergeFactor))
            .FirstOrDefault(some => some.Count() >= MergeFactor);
        return [.. (alike ?? mostlyDeleted).Select(segment => segment.Id)];
    }

    void Merge(List<long> segments)
    {
        var reports = connection
            .Query<(long Id, long Segment)>(
                """
                select report, part
                from search_docs
                where part in @segments
                order by part, number
                """,
                new { segments }
            )
            .AsList();
        connection.Execute("delete from search_docs where part in @segments", new { segments });
        foreach (var (id, _) in reports)
            Add(id, Read(id));
        Flush();
        Drop(segments);
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

    void Drop(List<long> segments)
    {
        foreach (var segment in segments)
        {
            connection.Execute(
                """
                delete from search_blocks where id between @first and @last;
                delete from search_parts where id = @segment
                """,
                new
                {
                    segment,
                    first = Segment.BlockId(segment, 0),
                    last = Segment.BlockId(segment + 1, 0) - 1,
                }
            );
        }
    }
}
