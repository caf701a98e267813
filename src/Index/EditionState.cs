using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Editions;

namespace WorkReports.Index;

/// <summary>The side of the index that writes. One writer at a time; what it wrote is seen whole, or not at all.</summary>
public sealed class EditionState(Database database)
{
    /// <summary>
    /// True of every report. The index by date begins with this column: without it SQLite reads every report, and this
    /// is asked every second.
    /// </summary>
    const string PinnedOrNot = "pinned in (0, 1)";

    public bool IsPreview => database.IsPreview;

    public IReadOnlyDictionary<string, IndexedFile> Files()
    {
        using var connection = database.Read();
        return connection.Query<IndexedFile>(IndexedFile.Select).ToDictionary(file => file.Path);
    }

    /// <summary>Says how files are now whose bytes are those that were read: readers see nothing of it.</summary>
    public void PutFiles(IReadOnlyCollection<IndexedFile> files)
    {
        using var connection = database.Write();
        using var transaction = connection.BeginTransaction();
        connection.Execute(IndexedFile.Put, files);
        transaction.Commit();
    }

    /// <summary>Those of these paths that are known files, and the known files below those that are folders.</summary>
    public IReadOnlyDictionary<string, IndexedFile> Files(IEnumerable<string> at)
    {
        using var connection = database.Read();
        return at.SelectMany(path =>
                connection.Query<IndexedFile>($"{IndexedFile.Select} where {AtOrBelow("path")}", new { path })
            )
            .DistinctBy(file => file.Path)
            .ToDictionary(file => file.Path);
    }

    /// <summary>The addresses that these files hold, by their paths.</summary>
    public IReadOnlyDictionary<string, string> SlugsOf(IEnumerable<string> paths)
    {
        using var connection = database.Read();
        return paths
            .SelectMany(path =>
                connection.Query<(string Path, string Slug)>(
                    "select path, slug from reports where path = @path",
                    new { path }
                )
            )
            .ToDictionary(report => report.Path, report => report.Slug);
    }

    public int FileCount() => Ask(connection => connection.ExecuteScalar<int>("select count(*) from files"));

    public IReadOnlyList<FileDependency> Dependencies()
    {
        using var connection = database.Read();
        return connection.Query<FileDependency>("select file, dependency, stamp from dependencies").AsList();
    }

    /// <summary>The dependencies on files at or below these paths.</summary>
    public IReadOnlyList<FileDependency> DependenciesOn(IEnumerable<string> paths)
    {
        using var connection = database.Read();
        return
        [
            .. paths.SelectMany(path =>
                connection.Query<FileDependency>(
                    $"select file, dependency, stamp from dependencies where {AtOrBelow("dependency")}",
                    new { path }
                )
            ),
        ];
    }

    /// <summary>SQL, by an index: 0 is the character after the slash.</summary>
    static string AtOrBelow(string column) =>
        $"({column} = @path or {column} > @path || '/' and {column} < @path || '0')";

    /// <summary>The number of the edition that readers see; 0 before the first.</summary>
    public long Edition() => OfEdition<long>("number");

    /// <summary>What the last edition's profile and pillars were read from; null before the first edition.</summary>
    public string? SiteFilesFingerprint() => OfEdition<string>("context");

    /// <summary>What the last edition's reports depended on beside their own files; null before the first edition.</summary>
    public string? ReportInputsFingerprint() => OfEdition<string>("report_inputs");

    public SiteProfile? Profile() => OfEdition<SiteProfile>("profile");

    /// <summary>The record that the edition shows, or showed before the index was made anew; null before the first edition.</summary>
    internal IndexedRecord? Record() =>
        OfEdition<IndexedRecord>(IndexedRecord.Columns) is var shown && shown is { Number: > 0 }
            ? shown
            : IndexedRecord.Of(database.Witness) ?? shown;

    /// <summary>Says that an edition shows a later record, too: what was added changed nothing that readers see.</summary>
    /// <param name="isAnother">True where another journal takes the place of the one that was shown.</param>
    internal void PutRecord(IndexedRecord record, bool isAnother = false)
    {
        using var connection = database.Write();
        connection.Execute(IndexedRecord.Update + (isAnother ? "; " + IndexedRecord.Forget : ""), record);
        database.Witness.Write(record.Number, record.Hash);
    }

    public IReadOnlyList<Pillar> Pillars() =>
        Ask(connection => connection.Query<Pillar>("select * from pillars").AsList());

    /// <summary>Every report with its state at this moment.</summary>
    internal IReadOnlyList<ReportSnapshot> Reports(DateTimeOffset now)
    {
        using var connection = database.Read();
        return connection.Query<ReportSnapshot>(ReportSnapshot.Select, new { now }).AsList();
    }

    /// <summary>The reports of these files, each with its state at this moment.</summary>
    internal IReadOnlyList<ReportSnapshot> ReportsOf(IEnumerable<string> paths, DateTimeOffset now)
    {
        using var connection = database.Read();
        return ReportSnapshot.Of(paths, now, connection);
    }

    /// <summary>The reports that a clock going from one moment to a later one has shown or taken down.</summary>
    internal IReadOnlyList<ReportSnapshot> VisibilityChanges(DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = database.Read();
        return connection
            .Query<ReportSnapshot>(
                $"""
                {ReportSnapshot.Select}
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
        return seconds is { } next ? DateTimeOffset.FromUnixTimeSeconds(next) : null;
    }

    public IReadOnlyList<FormerAddress> FormerAddresses()
    {
        using var connection = database.Read();
        return connection.Query<FormerAddress>("select slug, current_slug CurrentSlug from former order by 1").AsList();
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

    public IReadOnlyList<Problem> Problems() => Ask(connection => ProblemRows.Read(connection));

    /// <summary>Begins the next edition. Nothing of it is seen before <see cref="EditionTransaction.Commit"/>.</summary>
    public EditionTransaction Begin() => new(database);

    T? OfEdition<T>(string columns) =>
        Ask(connection => connection.QuerySingleOrDefault<T>($"select {columns} from edition"));

    T Ask<T>(Func<SqliteConnection, T> question)
    {
        using var connection = database.Read();
        return question(connection);
    }
}
