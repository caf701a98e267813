using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index.Search.Segments;

/// <summary>The parts of the search index that memory holds, for the edition that was asked for last.</summary>
sealed class SegmentCache
{
    /// <summary>At a hundred thousand reports each takes some megabytes.</summary>
    const int MostSpare = 8;

    readonly Lock door = new();
    readonly ConditionalWeakTable<Segment, SegmentTitles> titles = [];
    readonly ConcurrentBag<MatchBuffer> spare = [];
    (long Edition, IReadOnlyList<Segment> Parts) shelf = (-1, []);

    public FacetOrdinals Names { get; } = new();

    /// <summary>All parts as the connection's snapshot sees them. Only what the last edition changed is read.</summary>
    public IReadOnlyList<Segment> Parts(SqliteConnection connection, long edition)
    {
        lock (door)
        {
            if (shelf.Edition != edition)
                shelf = (edition, Read(connection, shelf.Parts.ToDictionary(part => part.Id)));
            return shelf.Parts;
        }
    }

    /// <summary>Read when a search first needs them, and kept as long as the part.</summary>
    public SegmentTitles Titles(SqliteConnection connection, Segment part) =>
        titles.GetValue(part, _ => SegmentTitles.Read(connection, part));

    /// <summary>For a search to count in, until it gives it back.</summary>
    public MatchBuffer Take() => spare.TryTake(out var matches) ? matches : new MatchBuffer();

    public void Give(IEnumerable<MatchBuffer> used)
    {
        foreach (var matches in used.TakeWhile(_ => spare.Count < MostSpare))
            spare.Add(matches);
    }

    List<Segment> Read(SqliteConnection connection, Dictionary<long, Segment> known)
    {
        // Reports only vanish from a part: as many as before are the same as before.
        var counts = connection
            .Query<(long Id, int Count)>("select part, count(*) from search_docs group by part order by part")
            .ToList();
        return
        [
            .. counts.Select(part =>
                known.TryGetValue(part.Id, out var last) && last.Docs.Count(doc => doc.Exists) == part.Count
                    ? last
                    : Read(connection, part.Id)
            ),
        ];
    }

    Segment Read(SqliteConnection connection, long id)
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
        var (spans, names) = (new FieldBounds[docs.Length], new SegmentReportKey[docs.Length]);
        foreach (var row in rows)
        {
            docs[row.Number] = DocOf(row);
            spans[row.Number] = new FieldBounds(row.TitleEnd - row.First, row.HeadingsEnd - row.First);
            names[row.Number] = new SegmentReportKey(row.Report, TieOf(row.Slug));
        }
        return new Segment(id, MemoryMarshal.Cast<byte, uint>(keys).ToArray(), docs, spans, names);
    }

    SegmentReport DocOf(Row row) =>
        new(
            row.Published.ToUnixTimeSeconds(),
            row.Expires?.ToUnixTimeSeconds() ?? long.MaxValue,
            Names.Facets.GetOrAdd(new FacetValues(Names.Units.GetOrAdd(row.Unit), BitsOf(row.Pillars), row.Year)),
            row.Draft,
            Exists: true
        );

    ulong BitsOf(string? pillars) =>
        (pillars ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(0UL, (bits, pillar) => bits | Names.BitOf(pillar));

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
