using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// Reads lists from the disk. Straight through SQLite's own interface: a search reads hundreds of blocks, and the usual one would
/// copy each and leave it to the garbage collector.
/// </summary>
sealed class SegmentReader : IDisposable
{
    /// <summary>In kilobytes: the inner pages of the lists of a hundred thousand reports fit, which every search goes through.</summary>
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

    /// <summary>The list of a key, empty when there is none. It stands until another is read.</summary>
    public ReadOnlySpan<byte> Read(Segment part, uint key)
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_bind_int64(statement, 1, part.BlockOf(key));
        var outcome = raw.sqlite3_step(statement);
        SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        return outcome == raw.SQLITE_ROW ? PostingBlocks.Find(raw.sqlite3_column_blob(statement, 0), key) : [];
    }

    public void Dispose() => statement.Dispose();
}
