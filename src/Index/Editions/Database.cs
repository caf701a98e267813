using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Storage;

namespace WorkReports.Index.Editions;

/// <summary>
/// The file <c>index.db</c>. It is a copy: where it is missing, broken or of another schema, it is made anew. Where it
/// can only be read, it is read; where not even that, the index is empty until it can.
/// </summary>
public sealed partial class Database : IDisposable
{
    static readonly string Schema = ReadSchema();
    static readonly int SchemaVersion = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Schema)));
    static readonly Lazy<SqliteConnection> Empty = new(MakeEmpty);

    /// <summary>How long a statement waits for another program's lock.</summary>
    const int LockTimeoutSeconds = 5;

    /// <summary>
    /// In bytes: the first publishing writes a log as large as the index, and the file would keep that size.
    /// </summary>
    internal const int LogSizeLimit = 64 * 1024 * 1024;

    const string TruncatingCheckpoint = "pragma wal_checkpoint(truncate)";

    readonly string file;
    readonly ChangedReports changedReports = new();
    long version;

    /// <summary>True where drafts and scheduled reports are to be seen.</summary>
    public bool IsPreview { get; }

    /// <summary>What is known of the record when the index is not there.</summary>
    internal RecordWitness Witness { get; }

    static Database() => SqliteTypeMappings.Register();

    public Database(Settings settings)
    {
        file = Path.GetFullPath(settings.IndexFile);
        IsPreview = settings.Preview;
        Witness = RecordWitness.Of(settings);
        var wasThere = Path.Exists(file);
        try
        {
            DatabaseMode.Tighten(file);
            if (OpenOrRebuild() is { } fault && wasThere)
                FaultAtStart = fault;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            // Whoever wants to write tries again, and is told why it fails.
        }
    }

    /// <summary>Why the index had to be made anew at the start; null where it stood, or there was none yet.</summary>
    public string? FaultAtStart { get; }

    /// <summary>
    /// A number of this process for what readers see: another edition, another number. Null at the moment when one
    /// edition gives way to the next, since nobody can tell then which of them a reader is going to see.
    /// </summary>
    public long? Version => Volatile.Read(ref version) is var number && number % 2 == 0 ? number : null;

    /// <summary>True where what readers see of a report is what they saw at that version.</summary>
    public bool IsUnchanged(string slug, long since) => changedReports.IsUnchanged(slug, since);

    /// <summary>A connection that cannot write.</summary>
    /// <param name="isPooled">False for one that nobody has used before, or will afterwards.</param>
    internal SqliteConnection Read(bool isPooled = true)
    {
        try
        {
            return Connections.Open(
                access switch
                {
                    Access.ReadWrite => ConnectionString(file, SqliteOpenMode.ReadOnly, isPooled),
                    Access.ImmutableReadOnly => ImmutableReadOnly(isPooled),
                    _ => Empty.Value.ConnectionString,
                }
            );
        }
        catch (SqliteException) when (!File.Exists(file))
        {
            // Deleted a moment ago: the next scan makes it anew.
            return Connections.Open(Empty.Value.ConnectionString);
        }
    }

    /// <summary>Not pooled: a connection opened while the disk was read-only would stay so.</summary>
    /// <param name="prepare">As of <see cref="Connections.Open"/>.</param>
    internal SqliteConnection Write(Action<SqliteConnection>? prepare = null) =>
        Connections.Open(ConnectionString(file, SqliteOpenMode.ReadWriteCreate), connection =>
        {
            connection.Execute(
                $"pragma foreign_keys = on; pragma synchronous = normal; pragma journal_size_limit = {LogSizeLimit}"
            );
            prepare?.Invoke(connection);
        });

    /// <summary>
    /// Does what changes what readers see. Meanwhile <see cref="Version"/> is null: a page that was rendered just then
    /// must not be cached, since nobody knows which edition it shows. Writers come one at a time.
    /// </summary>
    internal void ApplyVisibleChange(Action change, Invalidation invalidation)
    {
        Interlocked.Increment(ref version);
        try
        {
            change();
        }
        finally
        {
            changedReports.Add(version + 1, invalidation);
            Interlocked.Increment(ref version);
        }
    }

    /// <summary>
    /// Leaves a large write-ahead log to <see cref="Checkpoint"/>: the commit would put all of it into the file, and
    /// readers would wait for that a tenth of a first publishing.
    /// </summary>
    internal void DeferCheckpoint(SqliteConnection connection)
    {
        if (HasLargeLog)
            connection.Execute("pragma wal_autocheckpoint = 0");
    }

    /// <summary>
    /// Puts a large write-ahead log into the file. Else it would lie there, as large as the index, until the next
    /// edition, and a program that was killed would read it through at its next start. While readers need it, it is
    /// left as it is.
    /// </summary>
    public void Checkpoint()
    {
        if (access != Access.ReadWrite || !HasLargeLog)
            return;
        try
        {
            using var connection = Write();
            connection.Execute(TruncatingCheckpoint);
        }
        catch (SqliteException)
        {
            // What is committed stands, log or not.
        }
    }

    bool HasLargeLog => new FileInfo(file + "-wal") is { Exists: true, Length: > LogSizeLimit };

    /// <summary>Puts the write-ahead log into the file, so that what is left behind is one file, and whole.</summary>
    public void Dispose()
    {
        identity?.Dispose();
        if (access != Access.ReadWrite || !File.Exists(file))
            return;
        try
        {
            using var connection = Write();
            connection.Execute(TruncatingCheckpoint);
            SqliteConnection.ClearAllPools();
        }
        catch (SqliteException)
        {
            // A damaged index is made anew by the next start.
        }
    }

    static string ConnectionString(string file, SqliteOpenMode mode, bool isPooled = false) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = isPooled,
            DefaultTimeout = LockTimeoutSeconds,
        }.ToString();

    /// <summary>Read as if it could never change: SQLite looks for no log, and writes nothing beside it.</summary>
    string ImmutableReadOnly(bool isPooled) =>
        ConnectionString(new Uri(file).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly, isPooled);

    /// <summary>Never closed, or it would be gone.</summary>
    static SqliteConnection MakeEmpty() =>
        Connections.Open("Data Source=empty-index;Mode=Memory;Cache=Shared;Pooling=False", connection =>
            connection.Execute(Schema)
        );

    static string ReadSchema()
    {
        using var stream = typeof(Database).Assembly.GetManifestResourceStream("Schema.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
