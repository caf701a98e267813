using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Storage;

/// <summary>What lies where the index belongs and is none: somebody may miss it, so it is put aside, not deleted.</summary>
static class ForeignFile
{
    /// <returns>Where it lies now; null when there is none.</returns>
    public static string? SetAside(string file)
    {
        if (!IsForeign(file))
            return null;
        var aside = Enumerable
            .Range(1, int.MaxValue)
            .Select(number => $"{file}.aside-{number}")
            .First(free => !Path.Exists(free));
        Directory.Move(file, aside);
        return aside;
    }

    static bool IsForeign(string file) =>
        Directory.Exists(file)
        || (new FileInfo(file) is { Exists: true, Length: > 0 } && (!IsDatabase(file) || LacksTable(file)));

    static bool IsDatabase(string file)
    {
        using var bytes = File.OpenRead(file);
        var head = new byte[16];
        return bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>An index of any version has a table of this name.</summary>
    static bool LacksTable(string file)
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
                "select count(*) > 0 and not max(name = 'edition') from sqlite_schema"
            );
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
