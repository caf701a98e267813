using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;
using WorkReports.Storage;

namespace WorkReports.Journal.Proof;

/// <summary>
/// Reads a journal file that anybody may have changed: no value is taken to be of the kind that its column promises, nothing is
/// believed of its size, and the file stays as it is.
/// </summary>
sealed class JournalReader : IDisposable
{
    const int EntryBatch = 2000;
    const int HotJournal = 776;

    static readonly string[] AddedColumns = ["reading", "refers", "note", "format"];

    readonly SqliteConnection connection;
    readonly HashSet<string> tables;
    readonly bool hasTexts;

    /// <exception cref="SqliteException">It is no database, or cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is a database, and no journal.</exception>
    public JournalReader(string file)
    {
        connection = Open(file);
        try
        {
            tables = Rows("select name from sqlite_schema where type = 'table' and sql like 'create table%'")
                .Select(row => row[0] as string ?? "")
                .ToHashSet();
            if (!tables.Contains("entries"))
                throw new InvalidDataException("no table of entries");
            var columns = Rows("select name from pragma_table_info('entries')").Select(row => row[0]).ToHashSet();
            hasTexts = AddedColumns.All(columns.Contains);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public bool HasTable(string name) => tables.Contains(name);

    /// <summary>The number of the last entry; 0 before the first.</summary>
    public long Head() => Rows("select max(number) from entries").Single()[0] as long? ?? 0;

    /// <summary>What SQLite itself finds wrong; null where it finds nothing.</summary>
    public string? IntegrityFault() =>
        Rows("pragma integrity_check(1)").Select(row => row[0] as string).FirstOrDefault(line => line != "ok");

    /// <summary>
    /// Entries one after the other; null in the place of one that is none. Between batches nobody is kept from writing.
    /// </summary>
    public IEnumerable<JournalEntry?> Entries(long upTo, long after = long.MinValue)
    {
        var more = hasTexts ? "reading, refers, note, format" : "'', null, '', 1";
        for (var read = EntryBatch; read == EntryBatch; )
        {
            read = 0;
            foreach (
                var row in Rows(
                    $"""
                    select number, time, event, slug, formerly, path, title, content, hash, {more}
                    from entries
                    where number > $after and number <= $upTo
                    order by number
                    limit {EntryBatch}
                    """,
                    ("$after", after),
                    ("$upTo", upTo)
                )
            )
            {
                read++;
                var entry = StoredEntry.Of(row);
                yield return entry;
                if (entry is null)
                    yield break;
                after = entry.Number;
            }
        }
    }

    /// <summary>Null where there is none, or none that is one.</summary>
    public JournalEntry? Entry(long number) => Entries(number, number - 1).FirstOrDefault();

    /// <summary>Null where it is not kept, or was erased.</summary>
    public RecordedText? Text(string hash) =>
        HasTable("texts")
        && Rows("select size, bytes from texts where hash = $hash", ("$hash", hash)).FirstOrDefault()
            is [long and >= 0 and <= TextScan.SizeLimit and var size, byte[] bytes]
            ? new RecordedText(hash, size, bytes)
            : null;

    /// <summary>The newest of a key; of any where none is given. Null where there is none.</summary>
    public HeadSignature? LastSignature(JournalPublicKey? key) =>
        HasTable("signatures")
        && Rows(
                """
                select number, time, key, signature
                from signatures
                where $key = '' or key = $key
                order by number desc
                limit 1
                """,
                ("$key", key?.Id ?? "")
            )
            .FirstOrDefault()
            is [long number, long time, string id, string value]
            ? new HeadSignature(number, time, id, value)
            : null;

    /// <summary>Rows as they are stored, each column as long, double, string, bytes or null.</summary>
    public IEnumerable<object?[]> Rows(string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var at = 0; at < row.Length; at++)
                row[at] = reader.GetValue(at) is var value and not DBNull ? value : null;
            yield return row;
        }
    }

    /// <summary>Tables that belong together are read as they are at one moment.</summary>
    public SqliteTransaction Freeze() => connection.BeginTransaction(deferred: true);

    public void Dispose() => connection.Dispose();

    static SqliteConnection Open(string file)
    {
        try
        {
            return Open(file, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == HotJournal)
        {
            // Its writer was killed: what it had not committed is taken back first, as the next start would.
            return Open(file, SqliteOpenMode.ReadWrite);
        }
    }

    static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        Connections.Open(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                DefaultTimeout = 30,
                Pooling = false,
            }.ToString(),
            connection =>
            {
                // What stands in the file's own schema may run nothing.
                new SqliteCommand(
                    "pragma trusted_schema = off; pragma cell_size_check = on",
                    connection
                ).ExecuteNonQuery();
                new SqliteCommand("select count(*) from sqlite_schema", connection).ExecuteScalar();
            }
        );
}
