using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// Reads posting lists from the disk. Straight through SQLite's own interface: a search reads hundreds of blocks, and
/// Dapper would allocate an array for each.
/// </summary>
sealed class SegmentReader : IDisposable
{
    /// <summary>
    /// The inner pages of the B-tree of a hundred thousand reports' blocks fit, which every search goes through.
    /// </summary>
    const int CacheKilobytes = 6000;

    readonly SqliteConnection connection;
    readonly sqlite3_stmt statement;

    public SegmentReader(SqliteConnection connection)
    {
        this.connection = connection;
        connection.Execute($"pragma cache_size = -{CacheKilobytes}");
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(connection.Handle!, "select bytes from search_blocks where id = ?", out statement),
            connection.Handle
        );
    }

    /// <summary>
    /// The list of a key, empty when there is none. It is SQLite's own memory: valid until the next one is read.
    /// </summary>
    public ReadOnlySpan<byte> Read(Segment segment, uint key)
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_bind_int64(statement, 1, segment.BlockOf(key));
        var outcome = raw.sqlite3_step(statement);
        SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        return outcome == raw.SQLITE_ROW ? PostingBlocks.Find(raw.sqlite3_column_blob(statement, 0), key) : [];
    }

    public void Dispose() => statement.Dispose();
}
