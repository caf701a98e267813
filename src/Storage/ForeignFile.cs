using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Storage;

/// <summary>
/// A file that lies where a database of ours belongs and is none of ours: somebody may miss it, so it is renamed, not
/// deleted.
/// </summary>
static class ForeignFile
{
    /// <param name="table">Every database of ours has one of this name.</param>
    /// <returns>Where it lies now; null when there is none.</returns>
    public static string? SetAside(string file, string table) => IsForeign(file, table) ? PutAside(file) : null;

    /// <summary>Gives it a name that is free.</summary>
    /// <returns>Where it lies now.</returns>
    public static string PutAside(string file)
    {
        var aside = Enumerable
            .Range(1, int.MaxValue)
            .Select(number => $"{file}.aside-{number}")
            .First(free => !Path.Exists(free));
        Directory.Move(file, aside);
        return aside;
    }

    static bool IsForeign(string file, string table) =>
        Directory.Exists(file)
        || (new FileInfo(file) is { Exists: true, Length: > 0 } && (!IsDatabase(file) || LacksTable(file, table)));

    static bool IsDatabase(string file)
    {
        using var bytes = File.OpenRead(file);
        var head = new byte[16];
        return bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }

    static bool LacksTable(string file, string table)
    {
        try
        {
            using var connection = Connections.Open(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                    DefaultTimeout = 1,
                }.ToString()
            );
            return connection.ExecuteScalar<bool>(
                "select count(*) > 0 and not max(name = @table) from sqlite_schema",
                new { table }
            );
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
