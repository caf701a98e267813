using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkReports.Index;

/// <summary>
/// Reads lists from the disk, several at a time. Straight through SQLite's own interface: a search reads hundreds of blocks,
/// and the usual one would copy each and leave it to the garbage collector.
/// </summary>
sealed class SearchReader(SqliteConnection connection) : IDisposable
{
    readonly List<Hand> hands = [];

    /// <summary>Reads the list of a key; it is held until another is read with the same number.</summary>
    /// <returns>Its length; 0 when there is none.</returns>
    public int Read(int number, SearchPart part, uint key)
    {
        while (hands.Count <= number) hands.Add(new Hand(connection));
        hands[number].Read(part, key);
        return List(number).Length;
    }

    public ReadOnlySpan<byte> List(int number) => hands[number].List;

    public void Dispose() => hands.ForEach(hand => hand.Dispose());

    /// <summary>A statement and the block that it holds.</summary>
    sealed class Hand : IDisposable
    {
        readonly SqliteConnection connection;
        readonly sqlite3_stmt statement;
        uint key;
        bool holds;

        public Hand(SqliteConnection connection)
        {
            this.connection = connection;
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle!, "select bytes from search_blocks where id = ?", out statement), connection.Handle);
        }

        public ReadOnlySpan<byte> List => holds ? SearchBlocks.Find(raw.sqlite3_column_blob(statement, 0), key) : [];

        public void Read(SearchPart part, uint wanted)
        {
            key = wanted;
            raw.sqlite3_reset(statement);
            raw.sqlite3_bind_int64(statement, 1, part.BlockOf(wanted));
            var outcome = raw.sqlite3_step(statement);
            SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
            holds = outcome == raw.SQLITE_ROW;
        }

        public void Dispose() => statement.Dispose();
    }
}
