using Dapper;
using WorkReports.Index.Editions;
using WorkReports.Journal;

namespace WorkReports.Index;

/// <summary>A file of the content folder as it was when it was last read.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC.</param>
/// <param name="Hash">Of its bytes; empty when it must be read again at the next scan whatever its date says.</param>
public sealed record IndexedFile(string Path, long Size, long Modified, string Hash);

/// <summary>A file that another one was read against: what it links.</summary>
/// <param name="Stamp">Of the file leant on, as it was then; empty when it was not there.</param>
public sealed record FileDependency(string File, string Dependency, string Stamp);

/// <summary>The side of the index that writes. One writer at a time; what it wrote is seen whole, or not at all.</summary>
public sealed class EditionState(Database database)
{
    /// <summary>True of every report. The index by date begins with it, and without it SQLite looks at each report, every second.</summary>
    const string PinnedOrNot = "pinned in (0, 1)";

    public bool IsPreview => database.IsPreview;

    public IReadOnlyDictionary<string, IndexedFile> Files()
    {
        using var connection = database.Read();
        return connection
            .Query<IndexedFile>("select path, size, modified, hash from files")
            .ToDictionary(file => file.Path);
    }

    /// <summary>Those of these paths that are known files, and the known files below those that are folders.</summary>
    public IReadOnlyDictionary<string, IndexedFile> Files(IEnumerable<string> at)
    {
        using var connection = database.Read();
        return at.SelectMany(path =>
                connection.Query<IndexedFile>(
                    $"select path, size, modified, hash from files where {AtOrBelow("path")}",
                    new { path }
                )
            )
            .DistinctBy(file => file.Path)
            .ToDictionary(file => file.Path);
    }

    public int FileCount()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>("select count(*) from files");
    }

    public IReadOnlyList<FileDependency> Dependencies()
    {
        using var connection = database.Read();
        return connection.Query<FileDependency>("""select file, "on" as dependency, stamp from leans""").AsList();
    }

    /// <summary>What leans on files at or below these paths.</summary>
    public IReadOnlyList<FileDependency> DependenciesOn(IEnumerable<string> paths)
    {
        using var connection = database.Read();
        return
        [
            .. paths.SelectMany(path =>
                connection.Query<FileDependency>(
                    $"""select file, "on" as dependency, stamp from leans where {AtOrBelow("\"on\"")}""",
                    new { path }
                )
            ),
        ];
    }

    /// <summary>SQL, by an index: 0 is the character after the slash.</summary>
    static string AtOrBelow(string column) =>
        $"({column} = @path or {column} > @path || '/' and {column} < @path || '0')";

    /// <summary>The number of the edition that readers see; 0 before the first.</summary>
    public long Edition()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<long>("select number from edition");
    }

    /// <summary>What the last edition's profile and pillars were read from; null before the first edition.</summary>
    public string? Context()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<string>("select context from edition");
    }

    /// <summary>What the last edition's reports depended on beside their own files; null before the first edition.</summary>
    public string? ReportInputsFingerprint()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<string>("select basis from edition");
    }

    public SiteProfile? Profile()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<SiteProfile>("select profile from edition");
    }

    public IReadOnlyList<Pillar> Pillars()
    {
        using var connection = database.Read();
        return connection.Query<Pillar>("select * from pillars").AsList();
    }

    /// <summary>How every report stands at this moment, for the journal.</summary>
    internal IReadOnlyList<ReportStatus> Standings(DateTimeOffset now)
    {
        using var connection = database.Read();
        return connection.Query<ReportStatus>(ReportStatus.Select, new { now }).AsList();
    }

    /// <summary>How those reports stand that a clock going from one moment to a later one has shown or taken down.</summary>
    internal IReadOnlyList<ReportStatus> VisibilityChanges(DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = database.Read();
        return connection
            .Query<ReportStatus>(
                $"""
                {ReportStatus.Select}
                where {PinnedOrNot} and published > @from and published <= @now or expires > @from and expires <= @now
                """,
                new { from, now = to }
            )
            .AsList();
    }

    /// <summary>The next moment at which a report appears or goes by itself; null when none does.</summary>
    public DateTimeOffset? NextVisibilityChange(DateTimeOffset now)
    {
        using var connection = database.Read();
        var seconds = connection.ExecuteScalar<long?>(
            $"""
            select min(moment)
            from (
                select min(published) as moment from reports where {PinnedOrNot} and published > @now
                union all
                select min(expires) from reports where expires > @now)
            """,
            new { now }
        );
        return seconds is { } turn ? DateTimeOffset.FromUnixTimeSeconds(turn) : null;
    }

    public IReadOnlyList<FormerAddress> FormerAddresses()
    {
        using var connection = database.Read();
        return connection.Query<FormerAddress>("select slug, now from former order by slug").AsList();
    }

    /// <summary>How many reports are in each state at this moment.</summary>
    public IReadOnlyDictionary<ReportState, int> CountByState(DateTimeOffset now)
    {
        using var connection = database.Read();
        return connection
            .Query<(bool Draft, DateTimeOffset Published, DateTimeOffset? Expires, bool IsWithdrawn, int Count)>(
                """
                select draft, min(published), min(expires), withdrawn is not null, count(*)
                from reports
                group by draft, published > @now, expires <= @now, withdrawn is not null
                """,
                new { now }
            )
            .GroupBy(some => ReportStates.Of(some.Draft, some.Published, some.Expires, some.IsWithdrawn, now))
            .ToDictionary(state => state.Key, state => state.Sum(some => some.Count));
    }

    public IReadOnlyList<Problem> Problems()
    {
        using var connection = database.Read();
        return ProblemRows.Read(connection);
    }

    /// <summary>Begins the next edition. Nothing of it is seen before <see cref="EditionTransaction.Commit"/>.</summary>
    public EditionTransaction Begin() => new(database);
}
