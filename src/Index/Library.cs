using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Editions;
using WorkReports.Index.Search;

namespace WorkReports.Index;

/// <summary>
/// The questions that pages ask. One library serves one request: all its answers are of one edition and one moment, and
/// speak only of what is visible at that moment: published, not expired, no draft, not withdrawn.
/// </summary>
public sealed partial class Library(Database database, SearchIndex search, TimeProvider clock) : IDisposable
{
    const string Summary = "slug, title, published, unit, summary, pinned, draft, expires";

    const string Public =
        "published <= @now and (expires is null or expires > @now) and draft = 0 and withdrawn is null";

    /// <summary>Withdrawn, and its readers are told.</summary>
    static readonly string WithdrawnInPublic =
        $"withdrawn is not null and draft = 0 and exists (select 1 from news where news.slug = reports.slug and event = {(int)JournalEvent.Withdrawn})";

    string Visible => database.IsPreview ? "withdrawn is null" : Public;

    readonly DateTimeOffset now = clock.GetUtcNow();
    SqliteConnection? opened;
    SqliteTransaction? snapshot;

    SqliteConnection Connection => opened ?? OpenSnapshot();

    public void Dispose()
    {
        snapshot?.Dispose();
        opened?.Dispose();
    }

    /// <summary>The number of the edition that readers see; 0 before the first.</summary>
    public long Edition()
    {
        return Connection.QuerySingleOrDefault<long>("select number from edition");
    }

    /// <summary>The record that the edition shows; null before the first edition, and where nothing is recorded.</summary>
    public IndexedRecord? Record() =>
        Connection.QuerySingleOrDefault<IndexedRecord>($"select {IndexedRecord.Columns} from edition where record > 0");

    public SiteProfile Site()
    {
        return Connection.QuerySingleOrDefault<SiteProfile>("select profile from edition") ?? new SiteProfile();
    }

    public IReadOnlyList<Pillar> Pillars()
    {
        return Connection
            .Query<Pillar>(
                """
                select folder, slug, title, "order", seal, motto, type, html, text
                from pillars
                order by "order", slug
                """
            )
            .AsList();
    }

    /// <summary>True for a file that a visible page links or shows; pictures of pillars always are.</summary>
    public bool IsPublicFile(string path)
    {
        return Connection.ExecuteScalar<bool>(
            $"""
            select exists (
                select 1
                from report_files
                join reports on reports.id = report_files.report
                where report_files.path = @path and {Visible}
                union all
                select 1
                from pillars, json_each(pillars.files) as file
                where file.value = @path)
            """,
            new { path, now }
        );
    }

    /// <summary>Hashes of what the visible reports that use a file were read to; empty ones where nothing is recorded.</summary>
    public IReadOnlyList<string> ReadingsWith(string path)
    {
        return Connection
            .Query<string>(
                $"""
                select reports.reading
                from report_files
                join reports on reports.id = report_files.report
                where report_files.path = @path and {Visible}
                """,
                new { path, now }
            )
            .AsList();
    }

    SqliteConnection OpenSnapshot()
    {
        opened = database.Read();
        snapshot = opened.BeginTransaction(deferred: true);
        return opened;
    }
}
