using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

/// <summary>
/// Writes entries, one below the other, and how each address stands after them; many with one command, since reading a command
/// takes longer than carrying it out.
/// </summary>
sealed class EntryWriter(SqliteConnection connection)
{
    const int BatchSize = 1000;
    const string AddressColumns =
        "slug, path, title, content, reading, state, was_published as WasPublished, moved_to as MovedTo";

    readonly List<JournalEntry> unwritten = [];
    readonly Dictionary<string, RecordedAddress> changed = [];

    /// <summary>What was queried: each report is looked up several times.</summary>
    readonly Dictionary<string, RecordedAddress?> found = [];

    /// <summary>Hashes of this transaction's entries: the chain looks back to some of them.</summary>
    readonly Dictionary<long, string> hashes = [];

    public JournalHead Head { get; private set; } = connection.Head();

    readonly List<JournalEntry> written = [];

    public IReadOnlyList<JournalEntry> Written => written;

    /// <summary>Nothing had ever been written before.</summary>
    public bool WasEmpty { get; } =
        connection.ExecuteScalar<long>("select count(*) from (select 1 from entries limit 1)") == 0;

    public RecordedAddress? Find(string slug)
    {
        if (changed.TryGetValue(slug, out var known) || found.TryGetValue(slug, out known!))
            return known;
        return found[slug] = WasEmpty
            ? null
            : connection.QuerySingleOrDefault<RecordedAddress>(
                $"select {AddressColumns} from addresses where slug = @slug",
                new { slug }
            );
    }

    /// <summary>The addresses of files, as entries of earlier transactions left them.</summary>
    public IReadOnlyList<RecordedAddress> FindByPath(IEnumerable<string> paths) =>
        [
            .. paths
                .Distinct()
                .Chunk(BatchSize)
                .SelectMany(chunk =>
                    connection.Query<RecordedAddress>(
                        $"""
                        select {AddressColumns}
                        from addresses
                        where path in (select value from json_each(@chunk))
                        """,
                        new { chunk = JsonSerializer.Serialize(chunk) }
                    )
                ),
        ];

    /// <summary>An address whose report was removed with these very words.</summary>
    public RecordedAddress? FindRemoved(string content) =>
        connection
            .Query<RecordedAddress>(
                $"select {AddressColumns} from addresses where content = @content and state = @Removed",
                new { content, AddressState.Removed }
            )
            .FirstOrDefault(address => !changed.ContainsKey(address.Slug));

    /// <summary>The last note about an address; empty where there is none.</summary>
    public string LastNote(string slug) =>
        written.LastOrDefault(entry => entry.Slug == slug && entry.Note.Length > 0)?.Note
        ?? connection.QueryFirstOrDefault<string>(
            "select note from entries where slug = @slug and note <> '' order by number desc limit 1",
            new { slug }
        )
        ?? "";

    /// <summary>Of the last entry; in seconds since 1970.</summary>
    long lastTime = connection.ExecuteScalar<long?>("select time from entries order by number desc limit 1") ?? 0;

    /// <param name="entry">Its number and hash are set here. Its time never goes back, whatever the clock does.</param>
    public void Write(JournalEntry entry)
    {
        lastTime = Math.Max(lastTime, entry.Time.ToUnixTimeSeconds());
        var numbered = entry with
        {
            Number = Head.Number + 1,
            Time = DateTimeOffset.FromUnixTimeSeconds(lastTime),
            Format = Chain.Format,
        };
        var last = numbered with { Hash = Chain.HashOf(numbered, Head.Hash, HashAt(Chain.SkipOf(numbered.Number))) };
        Add(last);
    }

    /// <summary>An entry of another journal that this one continues, as it stands there.</summary>
    /// <exception cref="InvalidDataException">It is not the one that comes next.</exception>
    public void Take(JournalEntry entry)
    {
        if (
            entry.Format > Chain.Format
            || entry.Number != Head.Number + 1
            || entry.Hash != Chain.HashOf(entry, Head.Hash, HashAt(Chain.SkipOf(entry.Number)))
        )
            throw new InvalidDataException(
                $"Entry {entry.Number} does not follow entry {Head.Number}, or a newer build wrote it."
            );
        lastTime = entry.Time.ToUnixTimeSeconds();
        Add(entry);
    }

    void Add(JournalEntry last)
    {
        hashes[last.Number] = last.Hash;
        Head = new JournalHead(last.Number, last.Hash);
        if (RecordedAddress.After(last, Find) is { } address)
            changed[address.Slug] = address;
        unwritten.Add(last);
        written.Add(last);
        if (unwritten.Count == BatchSize)
            Flush();
    }

    public void Flush()
    {
        connection.Execute(
            """
            insert into entries (
                number, time, event, slug, formerly, path, title, content, hash, reading, refers, note, format)
            values (
                @Number, @Time, @Event, @Slug, @Formerly, @Path, @Title, @Content, @Hash, @Reading, @Refers, @Note,
                @Format)
            """,
            unwritten
        );
        connection.Execute(
            """
            insert or replace into addresses (
                slug, path, title, content, reading, state, was_published, moved_to)
            values (@Slug, @Path, @Title, @Content, @Reading, @State, @WasPublished, @MovedTo)
            """,
            changed.Values
        );
        unwritten.Clear();
        foreach (var (slug, address) in changed)
            found[slug] = address;
        changed.Clear();
    }

    string HashAt(long number) =>
        number == 0 ? ""
        : number == Head.Number ? Head.Hash
        : hashes.TryGetValue(number, out var known) ? known
        : connection.QuerySingle<string>("select hash from entries where number = @number", new { number });
}
