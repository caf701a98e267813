using System.Text.Json;
using Dapper;
using WorkReports.Journal.Entries;

namespace WorkReports.Journal;

sealed partial class JournalTransaction
{
    /// <summary>Entries of other texts that are there, with one of the readings of a text.</summary>
    const string Sharing = """
        select other.number, other.reading
        from entries as other
        join texts on texts.hash = other.content
        where texts.bytes is not null and other.content <> @Content
            and other.reading in (select reading from entries where content = @Content and reading <> '')
        """;

    public Erasure PlanErasure(long number)
    {
        var entry = connection.QuerySingleOrDefault<JournalEntry>(
            "select * from entries where number = @number",
            new { number }
        );
        return entry is null
            ? new Erasure(ErasureObstacle.NoEntry, null, [], [])
            : new Erasure(
                ObstacleOf(entry),
                entry,
                connection
                    .Query<JournalEntry>(
                        "select * from entries where content = @Content and number <> @Number and reading <> '' order by number",
                        entry
                    )
                    .AsList(),
                connection.Query<long>($"select number from ({Sharing}) order by number", entry).AsList()
            );
    }

    /// <summary>Overwrites the text, and what it was read to where nobody else was read to the same; adds the entry.</summary>
    public void Erase(Erasure erasure, string note)
    {
        var entry = erasure.Entry!;
        var hashes = connection
            .Query<string>(
                $"""
                select hash
                from texts
                where hash = @Content
                    or hash in (
                        select reading from entries where content = @Content and reading <> ''
                        except
                        select reading from ({Sharing}))
                """,
                entry
            )
            .AsList();
        shared?.Erase(hashes);
        Erase(hashes);
        // Not the title: it may be what must not stand anywhere.
        writer.Write(
            Entry(JournalEvent.Erased, entry.Slug, entry.Path, "", entry.Content) with
            {
                Refers = entry.Number,
                Note = note,
            }
        );
    }

    /// <returns>How many there were.</returns>
    int Erase(IEnumerable<string> hashes)
    {
        // SQLite leaves what it frees as it is, unless it is told to write zeros.
        connection.Execute("pragma secure_delete = on");
        return connection.Execute(
            "update texts set bytes = null where bytes is not null and hash in (select value from json_each(@hashes))",
            new { hashes = JsonSerializer.Serialize(hashes) }
        );
    }

    ErasureObstacle ObstacleOf(JournalEntry entry)
    {
        var isThere = connection.QuerySingleOrDefault<bool?>(
            "select bytes is not null from texts where hash = @Content",
            entry
        );
        return entry.Reading.Length == 0 || isThere is null ? ErasureObstacle.NoText
            : isThere == false ? ErasureObstacle.AlreadyErased
            : Stands(entry) ? ErasureObstacle.Standing
            : ErasureObstacle.None;
    }

    /// <summary>True while it may be rendered again, seen by readers or taken down for a time.</summary>
    bool Stands(JournalEntry entry) =>
        connection.ExecuteScalar<bool>(
            """
            select exists (select 1 from addresses where content = @Content and state not in @left)
                or exists (select 1 from site_files where content = @Content)
            """,
            new { entry.Content, left = new[] { AddressState.Moved, AddressState.Removed } }
        );
}
