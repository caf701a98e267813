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
    public JournalHead Head { get; } = connection.Head();

    /// <summary>The hash of an entry; empty for that before the first, null where there is no such entry.</summary>
    public string? HashAt(long number) =>
        number == 0
            ? ""
            : connection.QuerySingleOrDefault<string>(
                "select hash from entries where number = @number",
                new { number }
            );

    public IReadOnlyList<JournalEntry> EntriesAfter(long number, int limit) => connection.EntriesAfter(number, limit);

    public IReadOnlyList<SharedText> Texts(IEnumerable<string> hashes) =>
        connection
            .Query<SharedText>(
                "select hash, size, bytes from texts where hash = any(@hashes)",
                new { hashes = hashes.ToArray() }
            )
            .AsList();

    public IReadOnlyList<string> ErasedTexts() => connection.ErasedTexts();

    public IReadOnlyList<HeadSignature> SignaturesFrom(long number) => connection.SignaturesFrom(number);

    public IReadOnlyList<(Acceptance Acceptance, long? Entry)> Acceptances() => connection.Acceptances();

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
