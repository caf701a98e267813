using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index;

/// <summary>The file <c>index.db</c>: opens it, and makes it anew where it is missing, broken or of another schema.</summary>
public sealed class Database : IDisposable
{
    static readonly string Schema = ReadSchema();
    static readonly int SchemaVersion = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Schema)));

    // https://www.sqlite.org/rescode.html
    const int Corrupt = 11;
    const int NotADatabase = 26;

    readonly string file;
    long mark;

    /// <summary>True where drafts and scheduled reports are to be seen.</summary>
    public bool IsPreview { get; }

    /// <summary>What memory holds of the search index; another one for each index file.</summary>
    internal SearchShelf Shelf { get; private set; } = new();

    static Database() => ColumnTypes.Register();

    public Database(Settings settings)
    {
        file = settings.IndexFile;
        IsPreview = settings.Preview;
        Directory.CreateDirectory(settings.Data);
        if (!IsUsable()) Rebuild();
    }

    /// <summary>
    /// A number of this process for what readers see: another edition, another number. Null at the moment when one edition gives
    /// way to the next, since nobody can tell then which of them a reader is going to see.
    /// </summary>
    public long? Mark => Volatile.Read(ref mark) is var number && number % 2 == 0 ? number : null;

    /// <summary>A pooled connection that cannot write.</summary>
    internal SqliteConnection Read() => Open(SqliteOpenMode.ReadOnly);

    internal SqliteConnection Write()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        connection.Execute("pragma foreign_keys = on; pragma synchronous = normal");
        return connection;
    }

    /// <summary>Does what changes what readers see. Writers come one at a time.</summary>
    internal void Exchange(Action change)
    {
        Interlocked.Increment(ref mark);
        try
        {
            change();
        }
        finally
        {
            Interlocked.Increment(ref mark);
        }
    }

    /// <summary>False where the file is gone, or damaged. Reads all of it.</summary>
    public bool IsSound()
    {
        try
        {
            using var connection = Read();
            return File.Exists(file) && connection.ExecuteScalar<string>("pragma quick_check(1)") == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Puts the write-ahead log into the file, so that what is left behind is one file, and whole.</summary>
    public void Dispose()
    {
        try
        {
            using var connection = Write();
            connection.Execute("pragma wal_checkpoint(truncate)");
            SqliteConnection.ClearPool(connection);
        }
        catch (SqliteException)
        {
            // A damaged or missing index is made anew by the next start.
        }
    }

    /// <summary>True for what SQLite says of a file that is none of its own, or damaged.</summary>
    public static bool IsDamage(Exception exception) => exception is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    /// <summary>A look at the head alone: reading a large index through takes longer than all the rest of a start.</summary>
    bool IsUsable()
    {
        if (!File.Exists(file)) return false;
        try
        {
            using var connection = Write();
            return connection.ExecuteScalar<int>("pragma user_version") == SchemaVersion
                && connection.ExecuteScalar<long>("select count(*) from edition") <= 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Makes it anew and empty: the next scan fills it.</summary>
    public void Rebuild() => Exchange(() =>
    {
        Shelf = new SearchShelf();
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        using var connection = Write();
        connection.Execute("pragma page_size = 8192; pragma journal_mode = wal");
        using var transaction = connection.BeginTransaction();
        connection.Execute(Schema + $"; pragma user_version = {SchemaVersion}");
        transaction.Commit();
    });

    SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        return connection;
    }

    static string ReadSchema()
    {
        using var stream = typeof(Database).Assembly.GetManifestResourceStream("Schema.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
