using Microsoft.Data.Sqlite;
using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>
/// What an edition changes in the search index. Readers see it when the connection's transaction is committed.
/// </summary>
sealed class SearchIndexUpdate(SqliteConnection connection)
{
    readonly SegmentWriter segments = new(connection);

    /// <param name="id">The report's key in <c>reports</c>; its row is written already.</param>
    public void Add(long id, Report report) => segments.Add(id, report);

    /// <summary>To be called before the rows of these files' reports are deleted: the rest follows from that.</summary>
    public void Remove(IReadOnlyCollection<string> paths) => segments.BeforeRemoving(paths);

    /// <summary>To be called once, before the transaction is committed: what was added is still in memory.</summary>
    public void Finish() => segments.Finish();
}
