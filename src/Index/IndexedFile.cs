using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Editions;
using WorkReports.Storage;

namespace WorkReports.Index;

/// <summary>A file of the content folder as it was when it was last read.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC.</param>
/// <param name="Hash">Of its bytes; empty when it must be read again at the next scan whatever its date says.</param>
/// <param name="Changed">Ticks, UTC, of its last change by whatever program; 0 where the system has none.</param>
/// <param name="Inode">Which file it was; 0 where the system has none.</param>
public sealed record IndexedFile(string Path, long Size, long Modified, string Hash, long Changed = 0, long Inode = 0)
{
    /// <summary>SQL.</summary>
    internal const string Select = "select path, size, modified, hash, changed, inode from files";

    /// <summary>SQL.</summary>
    internal const string Put =
        "insert or replace into files values (@Path, @Size, @Modified, @Hash, @Changed, @Inode)";
}

/// <summary>
/// A file that another one was read against: when it comes, changes or goes, the other must be read again.
/// </summary>
/// <param name="Dependency">The path of what is linked.</param>
/// <param name="Stamp">Of the dependency, as it was then; empty when it was not there.</param>
public sealed record FileDependency(string File, string Dependency, string Stamp);

/// <summary>The record that an edition shows, as far as pages tell of it.</summary>
public sealed record IndexedRecord
{
    /// <summary>SQL.</summary>
    internal const string Columns = """
        record as number, record_hash as hash, build, record_time as time, record_since as since,
        record_signature as signature, record_signed as signedat, record_key as publickey
        """;

    /// <summary>SQL.</summary>
    internal const string Update = """
        update edition
        set record = @Number, record_hash = @Hash, build = @Build, record_time = @Time, record_since = @Since,
            record_signature = @Signature, record_signed = @SignedAt, record_key = @PublicKey
        """;

    /// <summary>Of the last entry of the journal; 0 where nothing is recorded.</summary>
    public required long Number { get; init; }

    /// <summary>Of that entry.</summary>
    public required string Hash { get; init; }

    /// <summary>The program that rendered the edition: another one may render the same record differently.</summary>
    public required string Build { get; init; }

    /// <summary>Of that entry.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Of the first entry.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Of the last entry, in Base64; empty where nobody signs.</summary>
    public string Signature { get; init; } = "";

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Whose signature it is: SubjectPublicKeyInfo in Base64.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>SQL: whatever is shown now was read for another record, so that the next scan reads all of it anew.</summary>
    public const string Forget = "update edition set context = '', report_inputs = ''";

    /// <summary>What is kept beside the journal. No build is named: what it rendered is not there any more.</summary>
    internal static IndexedRecord? Of(RecordWitness witness) =>
        witness.Read() is (var number, var hash)
            ? new IndexedRecord
            {
                Number = number,
                Hash = hash,
                Build = "",
            }
            : null;

    /// <summary>As a program beside the server sees it: what readers' edition shows, or showed before its index was lost.</summary>
    /// <returns>Null before the first edition.</returns>
    public static IndexedRecord? In(Settings settings)
    {
        IndexedRecord? shown = null;
        try
        {
            shown = In(settings.IndexFile);
        }
        catch (SqliteException)
        {
            // The server makes it anew, and goes by what is kept beside it meanwhile.
        }
        return shown is { Number: > 0 } ? shown : Of(RecordWitness.Of(settings)) ?? shown;
    }

    /// <summary>Of an index that may be another program's at work: nothing is written, or made.</summary>
    /// <returns>Null where there is none, or none yet.</returns>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    static IndexedRecord? In(string file)
    {
        if (!File.Exists(file))
            return null;
        using var connection = Connections.Open(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        return connection.QuerySingleOrDefault<IndexedRecord>($"select {Columns} from edition");
    }
}
