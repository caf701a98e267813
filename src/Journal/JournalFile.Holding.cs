using System.Data;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

/// <summary>
/// What is held, and what was accepted of it: notes between the publisher and the verb <c>accept</c>. They are no part of the chain,
/// and nothing that readers see hangs on them once the publisher has obeyed.
/// </summary>
public sealed partial class JournalFile
{
    /// <summary>What is held back, as the publisher said when it last looked.</summary>
    internal IReadOnlyList<HeldItem> Held() =>
        AskNotes(notes => notes.Query<HeldItem>("select * from held order by kind, name").AsList(), otherwise: []);

    /// <summary>Replaces what is held of these kinds.</summary>
    internal void PutHeld(IReadOnlyCollection<HeldKind> kinds, IReadOnlyCollection<HeldItem> items) =>
        ChangeNotes(notes => PutHeld(notes, kinds, items));

    static void PutHeld(IDbConnection notes, IReadOnlyCollection<HeldKind> kinds, IReadOnlyCollection<HeldItem> items)
    {
        notes.Execute("delete from held where kind = @kind", kinds.Select(kind => new { kind }));
        notes.Execute(
            "insert into held (kind, name, slug, title, since) values (@Kind, @Name, @Slug, @Title, @Since)",
            items
        );
    }

    /// <summary>Says what an admin lets go on. A journal that is not there is made.</summary>
    internal void Accept(Acceptance acceptance) =>
        ChangeNotes(notes =>
            notes.Execute("insert into acceptances (time, who, what) values (@Time, @Who, @What)", acceptance)
        );

    /// <summary>What no publisher has obeyed yet, the oldest first.</summary>
    internal IReadOnlyList<Acceptance> PendingAcceptances() =>
        AskNotes(
            notes =>
                notes
                    .Query<Acceptance>(
                        "select number, time, who, what from acceptances where entry is null order by number"
                    )
                    .AsList(),
            otherwise: []
        );

    /// <summary>Notes acceptances of which nothing was held any more.</summary>
    internal void Dismiss(IEnumerable<Acceptance> acceptances) =>
        ChangeNotes(notes => notes.Execute("update acceptances set entry = 0 where number = @Number", acceptances));

    /// <summary>Addresses whose reports were removed since then and did not come back, without those that were accepted.</summary>
    internal IReadOnlyList<string> RemovedSince(DateTimeOffset moment) =>
        Ask(
            connection =>
                connection
                    .Query<string>(
                        """
                        select distinct slug
                        from entries
                        join addresses using (slug)
                        where event = @RemovedEvent and state = @Removed and time >= @moment
                            and number > (
                                select coalesce(max(number), 0)
                                from entries
                                where event = @Accepted and note like @Pattern)
                        """,
                        new
                        {
                            RemovedEvent = JournalEvent.Removed,
                            AddressState.Removed,
                            JournalEvent.Accepted,
                            AcceptedRemovals.Pattern,
                            moment,
                        }
                    )
                    .AsList(),
            otherwise: []
        );

    /// <summary>The reports of these files that stand, hidden ones too.</summary>
    internal IReadOnlyList<StandingAddress> StandingAt(IEnumerable<string> paths)
    {
        if (!Exists)
            return [];
        using var connection = Open();
        return connection
            .Query<StandingAddress>(
                """
                select slug, path, title, content, state
                from addresses
                where path in (select value from json_each(@paths)) and state not in @left
                order by path
                """,
                new
                {
                    paths = JsonSerializer.Serialize(paths),
                    left = new[] { AddressState.Moved, AddressState.Removed },
                }
            )
            .AsList();
    }

    /// <summary>
    /// The latest moment that the record bears witness of: that of the last entry, or of the last acceptance of a clock that stood before
    /// it. Null where there is no entry.
    /// </summary>
    /// <param name="asksOthers">False where nobody may wait for a database: acceptances in a shared record are not known then.</param>
    internal ClockWitness? ClockWitness(bool asksOthers)
    {
        if (!Exists)
            return null;
        using var connection = Open();
        const string TimeOf = "select time from entries where number = @number";
        var last = connection.QuerySingleOrDefault<DateTimeOffset?>(TimeOf, new { number = connection.Head().Number });
        // The first builds wrote no notes.
        var accepted =
            !HasTexts(connection) ? null
            : asksOthers ? AskNotes(LastAcceptedClock, otherwise: null)
            : LastAcceptedClock(connection);
        return last is null
            ? null
            : new ClockWitness
            {
                Last = last.Value,
                Accepted = accepted?.Time,
                AcceptedEntry = connection.QuerySingleOrDefault<DateTimeOffset?>(
                    TimeOf,
                    new { number = accepted?.Entry }
                ),
            };
    }

    static ObeyedAcceptance? LastAcceptedClock(IDbConnection notes) =>
        notes.QueryFirstOrDefault<ObeyedAcceptance>(
            """
            select time, entry
            from acceptances
            where entry > 0 and what like '%"Clock %'
            order by number desc
            limit 1
            """
        );

    /// <summary>What this machine's clock was held for, as an earlier process said; null where nothing is, or where it was accepted.</summary>
    internal HeldItem? HeldClockHere() =>
        Ask(
            connection =>
                connection.QueryFirstOrDefault<HeldItem>(
                    """
                    select *
                    from held
                    where kind = @Clock
                        and not exists (
                            select 1 from acceptances where entry > 0 and instr(what, '"Clock ' || name || '"') > 0)
                    """,
                    new { HeldKind.Clock }
                ),
            otherwise: null
        );

    /// <summary>Says what this machine's clock is held for, also where the notes of others stand in the record that they share.</summary>
    internal void PutHeldClockHere(HeldItem? item) =>
        Change(connection => PutHeld(connection, [HeldKind.Clock], item is null ? [] : [item]));

    /// <param name="otherwise">Where there is no journal, or one of the first builds.</param>
    T Ask<T>(Func<SqliteConnection, T> question, T otherwise)
    {
        if (!Exists)
            return otherwise;
        using var connection = Open();
        return HasTexts(connection) ? question(connection) : otherwise;
    }

    /// <summary>Where several servers share the record, their notes stand there: whoever publishes obeys what was accepted anywhere.</summary>
    T AskNotes<T>(Func<IDbConnection, T> question, T otherwise) =>
        shared is null ? Ask(question, otherwise) : shared.Ask(question);

    void ChangeNotes(Action<IDbConnection> change)
    {
        if (shared is null)
            Change(change);
        else
            shared.Change(change);
    }

    void Change(Action<SqliteConnection> change)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        Upgrade(connection);
        change(connection);
        transaction.Commit();
    }
}
