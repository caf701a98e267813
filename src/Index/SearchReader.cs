using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkReports.Index;

/// <summary>
/// Reads lists from the disk. Straight through SQLite's own interface: a search reads hundreds of blocks, and the usual one
/// would copy each and leave it to the garbage collector.
/// </summary>
sealed class SearchReader : IDisposable
{
    readonly sqlite3_stmt statement;

    public SearchReader(SqliteConnection connection)
    {
        if (raw.sqlite3_prepare_v2(connection.Handle!, "select bytes from search_blocks where id = ?", out statement) != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string());
    }

    /// <summary>The list of a key; it is there until the next is read.</summary>
    public ReadOnlySpan<byte> List(SearchPart part, uint key)
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_bind_int64(statement, 1, part.BlockOf(key));
        return raw.sqlite3_step(statement) == raw.SQLITE_ROW ? SearchBlocks.Find(raw.sqlite3_column_blob(statement, 0), key) : [];
    }

    public void Dispose() => statement.Dispose();
}
