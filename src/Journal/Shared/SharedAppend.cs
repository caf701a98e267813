using Dapper;
using Npgsql;
using NpgsqlTypes;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;
using WorkReports.Journal.Proof;

namespace WorkReports.Journal.Shared;

/// <summary>
/// Entries being added to the shared record: all of them or none, and only where they follow its last one. It is locked from the
/// first word that is written, so that rendering an edition keeps nobody waiting.
/// </summary>
/// <param name="session">Where the lock of the publisher is held, so that who lost it cannot write; else any.</param>
/// <param name="ownsSession">True where it is closed with this.</param>
/// <param name="before">The last entry that is known here.</param>
sealed class SharedAppend(NpgsqlConnection session, bool ownsSession, JournalHead before) : IDisposable
{
    NpgsqlTransaction? transaction;

    /// <summary>The entry that the first one follows.</summary>
    public JournalHead Before => before;

    public void PutTexts(IEnumerable<SharedText> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0)
            return;
        Begin();
        session.Execute(
            """
            insert into texts
            select * from unnest(@hashes, @sizes, @bytes)
            on conflict (hash) do update set bytes = excluded.bytes where texts.bytes is null
            """,
            new
            {
                hashes = all.Select(text => text.Hash).ToArray(),
                sizes = all.Select(text => text.Size).ToArray(),
                bytes = all.Select(text => text.Bytes).ToArray(),
            }
        );
    }

    /// <summary>Texts that were taken out for good.</summary>
    public void Erase(IReadOnlyCollection<string> hashes)
    {
        Begin();
        session.Execute("update texts set bytes = null where hash = any(@hashes)", new { hashes = hashes.ToArray() });
    }

    /// <param name="acceptances">The numbers of those that the publisher has obeyed.</param>
    /// <param name="entry">The entry that says so.</param>
    public void NoteObeyed(IEnumerable<long> acceptances, long entry)
    {
        Begin();
        session.Execute(
            "update acceptances set entry = @entry where number = any(@numbers)",
            new { entry, numbers = acceptances.ToArray() }
        );
    }

    /// <summary>As they stand in another record, with their numbers.</summary>
    public void PutAcceptances(IEnumerable<(Acceptance Acceptance, long? Entry)> acceptances)
    {
        Begin();
        foreach (var (acceptance, entry) in acceptances)
            session.Execute(
                """
                insert into acceptances (number, time, who, what, entry) values (@Number, @Time, @Who, @What, @entry)
                on conflict (number) do update set entry = excluded.entry
                """,
                new
                {
                    acceptance.Number,
                    acceptance.Time,
                    acceptance.Who,
                    acceptance.What,
                    entry,
                }
            );
        session.Execute(
            "select setval(pg_get_serial_sequence('acceptances', 'number'), (select coalesce(max(number), 0) + 1 from acceptances), false)"
        );
    }

    public void PutEntries(IReadOnlyCollection<JournalEntry> entries)
    {
        if (entries.Count == 0)
            return;
        Begin();
        using var rows = session.BeginBinaryImport(
            """
            copy entries (
                number, time, event, slug, formerly, path, title, content, hash, reading, refers, note, format)
            from stdin (format binary)
            """
        );
        foreach (var entry in entries)
        {
            rows.StartRow();
            rows.Write(entry.Number, NpgsqlDbType.Bigint);
            rows.Write(entry.Time.ToUnixTimeSeconds(), NpgsqlDbType.Bigint);
            rows.Write((int)entry.Event, NpgsqlDbType.Integer);
            foreach (
                var text in new[]
                {
                    entry.Slug,
                    entry.Formerly,
                    entry.Path,
                    entry.Title,
                    entry.Content,
                    entry.Hash,
                    entry.Reading,
                }
            )
                rows.Write(text, NpgsqlDbType.Text);
            if (entry.Refers is { } refers)
                rows.Write(refers, NpgsqlDbType.Bigint);
            else
                rows.WriteNull();
            rows.Write(entry.Note, NpgsqlDbType.Text);
            rows.Write(entry.Format, NpgsqlDbType.Integer);
        }
        rows.Complete();
    }

    public void PutSignatures(IReadOnlyCollection<HeadSignature> signatures)
    {
        if (signatures.Count == 0)
            return;
        Begin();
        foreach (var signature in signatures)
            session.Execute(
                "insert into signatures values (@Number, @Time, @Key, @Value) on conflict do nothing",
                signature
            );
    }

    /// <summary>Whether it was carried out is not known where the connection breaks meanwhile: whoever looks next sees it.</summary>
    public void Commit()
    {
        if (transaction is null)
            return;
        session.Execute($"notify {SharedRecord.Channel}");
        transaction.Commit();
    }

    public void Dispose()
    {
        try
        {
            transaction?.Dispose();
        }
        catch (NpgsqlException)
        {
            // The session is dead, and with it what was begun.
        }
        if (ownsSession)
            session.Dispose();
    }

    void Begin()
    {
        if (transaction is not null)
            return;
        transaction = session.BeginTransaction();
        session.Execute("set local lock_timeout = '10s'; lock table entries in exclusive mode");
        if (SharedSnapshot.HeadOf(session) != before)
            throw new SharedRecordException(
                "another program has added to the shared record just now; the same is tried again"
            );
    }
}
