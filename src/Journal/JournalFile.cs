using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Journal.Shared;
using WorkReports.Storage;

namespace WorkReports.Journal;

/// <summary>
/// The file <c>journal.db</c>, the record: which version of which file stood at which address since when, with its text. Each entry
/// holds the hash of the one before, so that nothing can be rewritten unseen. Unlike the index it cannot be made again.
/// </summary>
public sealed partial class JournalFile
{
    const int SchemaVersion = 2;

    readonly string file;

    /// <summary>Read when the first entry is written, and again where that failed; null where nobody signs.</summary>
    readonly Lazy<JournalKey?> key;

    public JournalFile(Settings settings)
    {
        file = settings.JournalFile;
        key = new(() => JournalKey.Of(settings), LazyThreadSafetyMode.PublicationOnly);
        shared = SharedRecord.Of(settings);
    }

    static JournalFile() => SqliteTypeMappings.Register();

    public bool Exists => File.Exists(file);

    /// <summary>Another file of the data folder.</summary>
    internal string Beside(string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name);

    /// <summary>All entries, the oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries()
    {
        using var connection = Open();
        return Entries(connection).AsList();
    }

    /// <summary>The last entry; that of nothing where there is no journal.</summary>
    public JournalHead Head()
    {
        if (!Exists)
            return JournalHead.None;
        using var connection = Open();
        return connection.Head();
    }

    /// <summary>
    /// The number of the first entry that was changed, or before which one is missing, or that something else of the journal does not
    /// fit; null when it is whole.
    /// </summary>
    public long? FirstBrokenLink() => Verify().First?.Number;

    /// <summary>Reads all of it, and changes nothing, whatever lies there.</summary>
    /// <param name="publicKey">Whose signatures are held against it; null where nobody's are.</param>
    /// <param name="against">What was kept elsewhere; null where nothing is at hand.</param>
    public JournalVerification Verify(JournalPublicKey? publicKey = null, JournalAnchor? against = null) =>
        new JournalVerifier(file, publicKey, against).Verify();

    /// <summary>Reads all of it, and tells the first place where it is not as this program wrote it; null where it is.</summary>
    public string? DetectTampering() =>
        Verify().FirstChange is { } found ? $"{found.Kind} at entry {found.Number}" : null;

    /// <summary>Begins to add entries. Nobody else can, until it ends.</summary>
    /// <param name="now">When they are recorded.</param>
    /// <exception cref="SqliteException">It cannot be written, or a newer build has written it.</exception>
    /// <exception cref="IOException">The key that signs it cannot be read, or the record is shared and another server publishes.</exception>
    internal JournalTransaction Begin(DateTimeOffset now) => shared is null ? BeginHere(now) : BeginShared(shared, now);

    JournalTransaction BeginHere(DateTimeOffset now)
    {
        // Before the file is opened: an unreadable key leaves nothing to close.
        var signing = key.Value;
        SqliteTransaction? begun = null;
        var connection = Open(fresh =>
        {
            begun = fresh.BeginTransaction(deferred: false);
            Upgrade(fresh);
        });
        return new JournalTransaction(connection, begun!, now, signing);
    }

    /// <summary>The files of every report that stands, hidden ones and drafts too.</summary>
    public IReadOnlyList<string> StandingFiles()
    {
        using var connection = Open();
        return connection
            .Query<string>(
                "select path from addresses where state not in @left",
                new { left = new[] { AddressState.Moved, AddressState.Removed } }
            )
            .AsList();
    }

    /// <summary>The addresses at which readers get a report, or the note of its withdrawal.</summary>
    internal IReadOnlyList<(string Slug, string Path, bool HasText)> Visible()
    {
        using var connection = Open();
        return connection
            .Query<(string, string, bool)>(
                "select slug, path, reading <> '' from addresses where state in @seen order by path",
                new { seen = new[] { AddressState.Published, AddressState.Withdrawn } }
            )
            .AsList();
    }

    /// <summary>Each address that a report has, with the hashes of its file and of its reading; the latter is empty where no text is kept.</summary>
    internal IReadOnlyList<(string Slug, string Content, string Reading)> Standing()
    {
        using var connection = Open();
        return connection
            .Query<(string, string, string)>(
                "select slug, content, reading from addresses where state not in @left",
                new { left = new[] { AddressState.Moved, AddressState.Removed } }
            )
            .AsList();
    }

    /// <summary>As it is now. What is added meanwhile is not seen, and whoever adds waits a moment.</summary>
    internal JournalSnapshot Read()
    {
        var signing = key.Value;
        var connection = Open();
        return new JournalSnapshot(connection, HasTexts(connection), signing?.Public);
    }

    /// <summary>The bytes of a text that is kept; null where none is, or where it was erased.</summary>
    public byte[]? TextOf(string hash)
    {
        if (!Exists)
            return null;
        using var snapshot = Read();
        return snapshot.Texts([hash]).GetValueOrDefault(hash)?.Bytes();
    }

    static IEnumerable<JournalEntry> Entries(SqliteConnection connection) =>
        connection.Query<JournalEntry>("select * from entries order by number", buffered: false);

    static bool HasTexts(SqliteConnection connection) =>
        connection.ExecuteScalar<int>("pragma user_version") >= SchemaVersion;

    static void Upgrade(SqliteConnection connection)
    {
        var version = connection.ExecuteScalar<int>("pragma user_version");
        if (version > SchemaVersion)
            throw new SqliteException(
                "The journal was written by a newer build of this program, which alone may go on with it.",
                SqliteReadOnly
            );
        if (version < SchemaVersion)
            connection.Execute(Script("JournalUpgrade.sql") + Script("JournalTables.sql"));
    }

    const int SqliteReadOnly = 8;

    static string Script(string name)
    {
        using var stream = typeof(JournalFile).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    static void CreateTables(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        if (connection.ExecuteScalar<long>("select count(*) from sqlite_schema where name = 'entries'") == 0)
            connection.Execute(Script("Journal.sql") + Script("JournalTables.sql"));
        transaction.Commit();
    }

    /// <param name="prepare">As of <see cref="Connections.Open"/>.</param>
    SqliteConnection Open(Action<SqliteConnection>? prepare = null)
    {
        // No write-ahead log: between two entries the whole journal is one file, safe to copy. Not pooled: where a
        // backup was put in its place, that is the journal from then on.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        DatabaseMode.Tighten(file);
        DatabaseMode.Create(file);
        return Connections.Open(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                DefaultTimeout = 5,
                Pooling = false,
            }.ToString(),
            connection =>
            {
                connection.Execute("pragma synchronous = full");
                if (connection.ExecuteScalar<long>("select count(*) from sqlite_schema where name = 'entries'") == 0)
                    CreateTables(connection);
                prepare?.Invoke(connection);
            }
        );
    }
}
