using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

/// <summary>What stands at an address, or of a file that all pages depend on.</summary>
/// <param name="Slug">Empty for what is no report.</param>
/// <param name="Content">SHA-256 of the file; its bytes are a text of the journal.</param>
/// <param name="Reading">SHA-256 of its reading: the parsed head, and what its links led to; likewise.</param>
sealed record StandingVersion(string Slug, string Path, string Content, string Reading);

/// <summary>The journal as it is at one moment, whatever is added meanwhile.</summary>
sealed class JournalSnapshot : IDisposable
{
    const string Live = "(select 1 from texts where hash = content and bytes is not null)";

    const int CopiedAtOnce = 256;

    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly bool hasTexts;

    readonly JournalPublicKey? key;

    /// <param name="connection">Is closed with it.</param>
    /// <param name="key">Whose signatures are published; null where nobody signs.</param>
    public JournalSnapshot(SqliteConnection connection, bool hasTexts, JournalPublicKey? key)
    {
        (this.connection, this.hasTexts, this.key) = (connection, hasTexts, key);
        transaction = connection.BeginTransaction(deferred: true);
        Head = connection.Head();
    }

    public JournalHead Head { get; }

    /// <summary>What the public is told of it; null before the first entry.</summary>
    public PublishedHead? Published => JournalFile.PublishedHead(connection, hasTexts ? key : null);

    /// <summary>The hash of an entry; null where there is no such entry.</summary>
    public string? HashAt(long number) =>
        connection.QuerySingleOrDefault<string>("select hash from entries where number = @number", new { number });

    /// <summary>Every version that stands, seen by readers or not, in the order of the paths; drafts are none.</summary>
    /// <param name="slugs">At these addresses; null for all.</param>
    public IReadOnlyList<StandingVersion> StandingReports(IReadOnlyCollection<string>? slugs = null) =>
        hasTexts
            ? connection
                .Query<StandingVersion>(
                    $"""
                    select slug, path, content, reading
                    from addresses
                    where state not in @left and reading <> '' and exists {Live}
                        {(slugs is null ? "" : "and slug in (select value from json_each(@slugs))")}
                    order by path
                    """,
                    new
                    {
                        left = new[] { AddressState.Moved, AddressState.Removed },
                        slugs = JsonSerializer.Serialize(slugs),
                    }
                )
                .AsList()
            : [];

    /// <summary>The files that all pages depend on, as they stand.</summary>
    public IReadOnlyList<StandingVersion> StandingSiteFiles() =>
        hasTexts
            ?
            [
                .. connection
                    .Query<(string Path, string Content, string Reading)>(
                        $"select path, content, reading from site_files where exists {Live} order by path"
                    )
                    .Select(file => new StandingVersion("", file.Path, file.Content, file.Reading)),
            ]
            : [];

    /// <summary>
    /// The last number of the entries with which the journal begins: the site's own files end a first publishing. In a journal of a
    /// build that did not record them, they end what such builds wrote. While none of them could be read, nothing has ended it.
    /// </summary>
    public long FirstEditionEnd =>
        connection.ExecuteScalar<long?>(
            "select min(number) from entries where event = @SiteFileChanged",
            new { JournalEvent.SiteFileChanged }
        ) ?? long.MaxValue;

    /// <summary>Entries after this one, the oldest first.</summary>
    public IReadOnlyList<JournalEntry> EntriesAfter(long number, int limit = int.MaxValue) =>
        connection.EntriesAfter(number, limit);

    /// <summary>The entries that told readers something new, and those by which a report moved, the oldest first.</summary>
    public IReadOnlyList<JournalEntry> NewsEntries() =>
        connection
            .Query<JournalEntry>(
                """
                select *
                from entries
                where event in @Events
                order by number
                """,
                new
                {
                    Events = new[]
                    {
                        JournalEvent.Moved,
                        JournalEvent.Published,
                        JournalEvent.Changed,
                        JournalEvent.Withdrawn,
                    },
                }
            )
            .AsList();

    /// <summary>Texts by their hashes, without those that were erased.</summary>
    public IReadOnlyDictionary<string, RecordedText> Texts(IEnumerable<string> hashes) =>
        !hasTexts
            ? new Dictionary<string, RecordedText>()
            : connection
                .Query<(string Hash, long Size, byte[] Bytes)>(
                    """
                    select hash, size, bytes
                    from texts
                    where hash in (select value from json_each(@hashes)) and bytes is not null
                    """,
                    new { hashes = JsonSerializer.Serialize(hashes) }
                )
                .ToDictionary(text => text.Hash, text => new RecordedText(text.Hash, text.Size, text.Bytes));

    /// <summary>Tells all of it after an entry to a shared record.</summary>
    public void CopyTo(SharedAppend target, long after)
    {
        for (var last = after; EntriesAfter(last, CopiedAtOnce) is { Count: > 0 } batch; last = batch[^1].Number)
        {
            target.PutTexts(
                connection.Query<SharedText>(
                    """
                    select hash, size, bytes
                    from texts
                    where hash in (
                        select content from entries where number > @last and number <= @to and reading <> ''
                        union
                        select reading from entries where number > @last and number <= @to)
                    """,
                    new { last, to = batch[^1].Number }
                )
            );
            target.PutEntries(batch);
        }
        target.Erase(connection.ErasedTexts());
        target.PutSignatures(connection.SignaturesFrom(0));
        target.PutAcceptances(connection.Acceptances());
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
