using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index;

/// <summary>The file <c>index.db</c>: opens it, and makes it anew where it is missing, broken or of another schema.</summary>
public sealed class Database
{
    static readonly string Schema = ReadSchema();
    static readonly int SchemaVersion = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Schema)));

    readonly string file;

    /// <summary>True where drafts and scheduled reports are to be seen.</summary>
    public bool IsPreview { get; }

    static Database() => ColumnTypes.Register();

    public Database(Settings settings)
    {
        file = settings.IndexFile;
        IsPreview = settings.Preview;
        Directory.CreateDirectory(settings.Data);
        if (!IsUsable()) Rebuild();
    }

    /// <summary>A pooled connection that cannot write.</summary>
    internal SqliteConnection Read() => Open(SqliteOpenMode.ReadOnly);

    internal SqliteConnection Write()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        connection.Execute("pragma foreign_keys = on; pragma synchronous = normal");
        return connection;
    }

    bool IsUsable()
    {
        if (!File.Exists(file)) return false;
        try
        {
            using var connection = Write();
            return connection.ExecuteScalar<int>("pragma user_version") == SchemaVersion
                && connection.ExecuteScalar<string>("pragma quick_check(1)") == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    void Rebuild()
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        using var connection = Write();
        connection.Execute("pragma journal_mode = wal");
        using var transaction = connection.BeginTransaction();
        connection.Execute(Schema + $"; pragma user_version = {SchemaVersion}");
        transaction.Commit();
    }

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
