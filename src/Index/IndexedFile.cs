namespace WorkReports.Index;

/// <summary>A file of the content folder as it was when it was last read.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC.</param>
/// <param name="Hash">Of its bytes; empty when it must be read again at the next scan whatever its date says.</param>
public sealed record IndexedFile(string Path, long Size, long Modified, string Hash);

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
}
