using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Storage;

namespace WorkReports.Journal;

/// <summary>
/// The file <c>journal.db</c>: when each report was published, changed, withdrawn, removed, and where it moved. Each
/// entry holds the hash of the one before, so that nothing can be rewritten unseen. Unlike the index it cannot be made
/// again.
/// </summary>
public sealed partial class JournalFile
{
    readonly string file;
    readonly bool isCopy;

    public JournalFile(Settings settings) => file = settings.JournalFile;

    JournalFile(string file, bool isCopy) => (this.file, this.isCopy) = (file, isCopy);

    static JournalFile() => SqliteTypeMappings.Register();

    /// <summary>All entries, the oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries()
    {
        using var connection = Open();
        return Entries(connection).AsList();
    }

    /// <summary>
    /// The number of the first entry that was changed, or before which one is missing; null when the chain holds.
    /// </summary>
    public long? FirstBrokenLink()
    {
        using var connection = Open();
        var expected = 1L;
        var previous = "";
        foreach (var entry in Entries(connection))
        {
            if (entry.Number != expected || entry.Hash != Chain(previous, entry))
                return expected;
            previous = entry.Hash;
            expected++;
        }
        return null;
    }

    /// <summary>
    /// Addresses that were published once and hold no report now, each with the place where its report went.
    /// </summary>
    public IReadOnlyList<FormerAddress> FormerAddresses()
    {
        using var connection = Open();
        return connection
            .Query<FormerAddress>(
                """
                with recursive trail (slug, now, steps) as (
                    select slug, moved_to, 0
                    from addresses
                    where state in @left
                    union all
                    select trail.slug, addresses.moved_to, steps + 1
                    from trail
                    join addresses on addresses.slug = trail.now
                    where addresses.state = @Moved and steps < 32
                )
                select addresses.slug, last.now
                from addresses
                join (select slug, now, max(steps) from trail group by slug) as last using (slug)
                where was_published
                order by addresses.slug
                """,
                new
                {
                    left = new[] { AddressState.Moved, AddressState.Removed, AddressState.TakenDown },
                    AddressState.Moved,
                }
            )
            .AsList();
    }

    /// <summary>
    /// Addresses from which readers are redirected; none where there is no journal, or none that can be read.
    /// </summary>
    public static IReadOnlyList<string> RedirectedSlugs(Settings settings)
    {
        try
        {
            return File.Exists(settings.JournalFile)
                ?
                [
                    .. new JournalFile(settings)
                        .FormerAddresses()
                        .Where(address => address.Now is not null)
                        .Select(address => address.Slug),
                ]
                : [];
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    static IEnumerable<JournalEntry> Entries(SqliteConnection connection) =>
        connection.Query<JournalEntry>("select * from entries order by number", buffered: false);

    static string Chain(string previous, JournalEntry entry) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new object[]
                    {
                        previous,
                        entry.Number,
                        entry.Time.ToUnixTimeSeconds(),
                        (int)entry.Event,
                        entry.Slug,
                        entry.Formerly,
                        entry.Path,
                        entry.Title,
                        entry.Content,
                    }
                )
            )
        );

    static void CreateTables(SqliteConnection connection)
    {
        using var stream = typeof(JournalFile).Assembly.GetManifestResourceStream("Journal.sql")!;
        using var transaction = connection.BeginTransaction();
        connection.Execute(new StreamReader(stream).ReadToEnd());
        transaction.Commit();
    }

    SqliteConnection Open()
    {
        // No write-ahead log: between two entries the whole journal is one file, safe to copy. Not pooled: where a
        // backup was put in its place, that is the journal from then on.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!isCopy)
        {
            DatabaseMode.Tighten(file);
            DatabaseMode.Create(file);
        }
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
            }
        );
    }
}
