using Dapper;
using Npgsql;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;
using WorkReports.Journal.Proof;

namespace WorkReports.Journal.Shared;

/// <summary>A text as it stands in the shared record.</summary>
/// <param name="Bytes">Compressed; null where it was erased.</param>
sealed record SharedText(string Hash, long Size, byte[]? Bytes);

/// <summary>The shared record at one moment.</summary>
/// <param name="connection">Is closed with it.</param>
sealed class SharedSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) : IDisposable
{
    public JournalHead Head { get; } = HeadOf(connection);

    public static JournalHead HeadOf(NpgsqlConnection connection) =>
        connection.QueryFirstOrDefault<JournalHead>("select number, hash from entries order by number desc limit 1")
        ?? JournalHead.None;

    /// <summary>The hash of an entry; empty for that before the first, null where there is no such entry.</summary>
    public string? HashAt(long number) =>
        number == 0
            ? ""
            : connection.QuerySingleOrDefault<string>(
                "select hash from entries where number = @number",
                new { number }
            );

    public IReadOnlyList<JournalEntry> EntriesAfter(long number, int limit) =>
        connection
            .Query<JournalEntry>(
                "select * from entries where number > @number order by number limit @limit",
                new { number, limit }
            )
            .AsList();

    public IReadOnlyList<SharedText> Texts(IEnumerable<string> hashes) =>
        connection
            .Query<SharedText>(
                "select hash, size, bytes from texts where hash = any(@hashes)",
                new { hashes = hashes.ToArray() }
            )
            .AsList();

    /// <summary>Hashes of the texts that were taken out for good.</summary>
    public IReadOnlyList<string> ErasedTexts() =>
        connection.Query<string>("select hash from texts where bytes is null").AsList();

    public IReadOnlyList<HeadSignature> SignaturesFrom(long number) =>
        connection
            .Query<HeadSignature>(
                "select number, time, key, signature as value from signatures where number >= @number",
                new { number }
            )
            .AsList();

    /// <summary>All acceptances, each with the entry that says so; null while no publisher has obeyed it.</summary>
    public IReadOnlyList<(Acceptance Acceptance, long? Entry)> Acceptances() =>
        [
            .. connection.Query<Acceptance, long?, (Acceptance, long?)>(
                "select number, time, who, what, entry from acceptances order by number",
                (acceptance, entry) => (acceptance, entry),
                splitOn: "entry"
            ),
        ];

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
