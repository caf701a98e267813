using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index.Search.Segments;

/// <summary>All segments of one edition.</summary>
/// <param name="File">Which index file they were read from, by the number that it was given when it was made.</param>
/// <param name="Ordinals">What the facets of their reports are numbered by.</param>
sealed record SegmentSet(long File, long Edition, IReadOnlyList<Segment> All, FacetOrdinals Ordinals);

/// <summary>The segments that memory holds, for the edition that was asked for last.</summary>
sealed class SegmentCache
{
    readonly Lock gate = new();
    readonly ConditionalWeakTable<Segment, SegmentTitles> titles = [];
    SegmentSet last = new(File: -1, Edition: -1, [], new FacetOrdinals());

    /// <summary>
    /// As the connection's snapshot sees them. Both numbers are read from the snapshot itself: an index that is made
    /// anew begins with edition 1 again, and segments of the old file would be taken for those of the new one.
    /// </summary>
    public SegmentSet Read(SqliteConnection connection)
    {
        var file = connection.ExecuteScalar<long>("pragma application_id");
        var edition = connection.ExecuteScalar<long>("select number from edition");
        lock (gate)
        {
            if (last.File != file)
                last = new SegmentSet(file, -1, [], new FacetOrdinals());
            if (last.Edition != edition)
                last = last with { Edition = edition, All = ReadChanged(connection, last) };
            return last;
        }
    }

    /// <summary>Read when a search first needs them, and kept as long as the segment.</summary>
    public SegmentTitles Titles(SqliteConnection connection, Segment segment) =>
        titles.GetValue(segment, _ => SegmentTitles.Read(connection, segment));

    /// <summary>
    /// Only what the last edition changed is read. Reports are only removed from a segment: as many as before are the
    /// same as before.
    /// </summary>
    static List<Segment> ReadChanged(SqliteConnection connection, SegmentSet before)
    {
        var known = before.All.ToDictionary(segment => segment.Id);
        var counts = connection
            .Query<(long Id, int Count)>("select part, count(*) from search_docs group by part order by part")
            .ToList();
        return
        [
            .. counts.Select(now =>
                known.TryGetValue(now.Id, out var segment) && segment.Docs.Count(doc => doc.Exists) == now.Count
                    ? segment
                    : ReadSegment(connection, now.Id, before.Ordinals)
            ),
        ];
    }

    static Segment ReadSegment(SqliteConnection connection, long id, FacetOrdinals ordinals)
    {
        var keys = connection.QuerySingle<byte[]>("select keys from search_parts where id = @id", new { id });
        var rows = connection
            .Query<Row>(
                """
                select number, report, slug, first, title_end as titleEnd, headings_end as headingsEnd,
                    published, expires, year, unit, draft,
                    (select group_concat(pillar, ' ') from memberships where memberships.report = id) as pillars
                from search_docs
                join reports on reports.id = search_docs.report
                where part = @id
                order by number
                """,
                new { id }
            )
            .AsList();
        var docs = new SegmentReport[rows.Count == 0 ? 0 : rows[^1].Number + 1];
        var (bounds, reportKeys) = (new FieldBounds[docs.Length], new SegmentReportKey[docs.Length]);
        foreach (var row in rows)
        {
            docs[row.Number] = ReportOf(row, ordinals);
            bounds[row.Number] = new FieldBounds(row.TitleEnd - row.First, row.HeadingsEnd - row.First);
            reportKeys[row.Number] = new SegmentReportKey(row.Report, TieOf(row.Slug));
        }
        return new Segment(id, MemoryMarshal.Cast<byte, uint>(keys).ToArray(), docs, bounds, reportKeys);
    }

    static SegmentReport ReportOf(Row row, FacetOrdinals ordinals) =>
        new(
            row.Published.ToUnixTimeSeconds(),
            row.Expires?.ToUnixTimeSeconds() ?? long.MaxValue,
            ordinals.Facets.GetOrAdd(
                new FacetValues(ordinals.Units.GetOrAdd(row.Unit), BitsOf(row.Pillars, ordinals), row.Year)
            ),
            row.Draft,
            Exists: true
        );

    static ulong BitsOf(string? pillars, FacetOrdinals ordinals) =>
        (pillars ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(0UL, (bits, pillar) => bits | ordinals.BitOf(pillar));

    /// <summary>FNV-1a: quick, and the same everywhere.</summary>
    static ulong TieOf(string slug) =>
        slug.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);

    sealed record Row
    {
        public required int Number { get; init; }
        public required long Report { get; init; }
        public required string Slug { get; init; }
        public required int First { get; init; }
        public required int TitleEnd { get; init; }
        public required int HeadingsEnd { get; init; }
        public required DateTimeOffset Published { get; init; }
        public DateTimeOffset? Expires { get; init; }
        public required int Year { get; init; }
        public required string Unit { get; init; }
        public required bool Draft { get; init; }
        public string? Pillars { get; init; }
    }
}
