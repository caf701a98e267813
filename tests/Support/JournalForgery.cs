using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;

namespace WorkReports.Tests.Support;

/// <summary>What somebody does to a journal who may write to its file and knows how it is made.</summary>
static class JournalForgery
{
    const string WithoutTriggers =
        "drop trigger if exists entries_are_not_changed; drop trigger if exists entries_are_not_removed;";

    public static void Run(string file, string sql)
    {
        using var connection = Open(file);
        connection.Execute(WithoutTriggers + sql);
    }

    /// <summary>Changes entries, then works out every hash anew, and the table of addresses with them.</summary>
    public static void Rewrite(string file, string sql)
    {
        Run(file, sql);
        using var connection = Open(file);
        var walk = new List<string> { "" };
        var addresses = new Dictionary<string, RecordedAddress>();
        foreach (var entry in connection.Query<JournalEntry>("select * from entries order by number").ToList())
        {
            walk.Add(Chain.HashOf(entry, walk[^1], walk[(int)Chain.SkipOf(entry.Number)]));
            connection.Execute(
                "update entries set hash = @hash where number = @Number",
                new { hash = walk[^1], entry.Number }
            );
            if (RecordedAddress.After(entry, slug => addresses.GetValueOrDefault(slug)) is { } address)
                addresses[address.Slug] = address;
        }
        connection.Execute("delete from addresses");
        connection.Execute(
            """
            insert into addresses (slug, path, title, content, state, was_published, moved_to, reading)
            values (@Slug, @Path, @Title, @Content, @State, @WasPublished, @MovedTo, @Reading)
            """,
            addresses.Values
        );
    }

    /// <summary>A journal as the builds before texts left it.</summary>
    public static void MakeFirstFormat(string file, params JournalEntry[] entries)
    {
        using var connection = Open(file);
        connection.Execute(FirstSchema);
        var hash = "";
        var addresses = new Dictionary<string, RecordedAddress>();
        foreach (var entry in entries)
        {
            hash = Chain.HashOf(entry, hash, "");
            connection.Execute(
                """
                insert into entries
                values (@Number, @Time, @Event, @Slug, @Formerly, @Path, @Title, @Content, @Hash)
                """,
                entry with
                {
                    Hash = hash,
                }
            );
            if (RecordedAddress.After(entry, slug => addresses.GetValueOrDefault(slug)) is { } address)
                addresses[address.Slug] = address;
        }
        connection.Execute(
            "insert into addresses values (@Slug, @Path, @Title, @Content, @State, @WasPublished, @MovedTo)",
            addresses.Values
        );
    }

    const string FirstSchema = """
        create table entries (
            number integer primary key,
            time integer not null,
            event integer not null,
            slug text not null,
            formerly text not null,
            path text not null,
            title text not null,
            content text not null,
            hash text not null
        );
        create trigger entries_are_not_changed before update on entries begin select raise(abort, 'the journal is only added to'); end;
        create trigger entries_are_not_removed before delete on entries begin select raise(abort, 'the journal is only added to'); end;
        create table addresses (
            slug text not null primary key,
            path text not null,
            title text not null,
            content text not null,
            state integer not null,
            was_published integer not null,
            moved_to text
        ) without rowid;
        create index addresses_by_content on addresses (content);
        """;

    static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return connection;
    }
}
