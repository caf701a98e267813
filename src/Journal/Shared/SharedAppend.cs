using System.Data;
using System.Text.Json;
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
        Execute(
            """
            insert into texts
            select * from unnest(@hashes, @sizes, @bytes)
            on conflict (hash) do update set bytes = excluded.bytes where texts.bytes is null
            """,
            ("hashes", all.Select(text => text.Hash).ToArray()),
            ("sizes", all.Select(text => text.Size).ToArray()),
            ("bytes", all.Select(text => text.Bytes).ToArray())
        );
    }

    /// <summary>Texts that were taken out for good.</summary>
    public void Erase(IReadOnlyCollection<string> hashes) =>
        Execute("update texts set bytes = null where hash = any(@hashes)", ("hashes", hashes.ToArray()));

    /// <param name="acceptances">The numbers of those that the publisher has obeyed.</param>
    /// <param name="entry">The entry that says so.</param>
    public void NoteObeyed(IEnumerable<long> acceptances, long entry) =>
        Execute(
            "update acceptances set entry = @entry where number = any(@numbers)",
            ("entry", entry),
            ("numbers", acceptances.ToArray())
        );

    /// <summary>As they stand in another record, with their numbers.</summary>
    public void PutAcceptances(IEnumerable<(Acceptance Acceptance, long? Entry)> acceptances)
    {
        foreach (var (acceptance, entry) in acceptances)
            Execute(
                """
                insert into acceptances (number, time, who, what, entry) values (@number, @time, @who, @what, @entry)
                on conflict (number) do update set entry = excluded.entry
                """,
                ("number", acceptance.Number),
                ("time", acceptance.Time.ToUnixTimeSeconds()),
                ("who", acceptance.Who),
                ("what", JsonSerializer.Serialize(acceptance.What)),
                ("entry", entry is { } number ? number : DBNull.Value)
            );
        Execute(
            """
            select setval(
                pg_get_serial_sequence('acceptances', 'number'),
                (select coalesce(max(number), 0) + 1 from acceptances),
                false)
            """
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
        foreach (var signature in signatures)
            Execute(
                "insert into signatures values (@number, @time, @key, @value) on conflict do nothing",
                ("number", signature.Number),
                ("time", signature.Time),
                ("key", signature.Key),
                ("value", signature.Value)
            );
    }

    /// <summary>Whether it was carried out is not known where the connection breaks meanwhile: whoever looks next sees it.</summary>
    public void Commit()
    {
        if (transaction is null)
            return;
        Execute($"notify {SharedRecord.Channel}");
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
        if (session.State != ConnectionState.Open)
            throw new SharedRecordException("the session with the shared record has ended");
        transaction = session.BeginTransaction();
        Execute("set local lock_timeout = '10s'; lock table entries in exclusive mode");
        if (session.Head() != before)
            throw new SharedRecordException(
                "another program has added to the shared record just now; the same is tried again"
            );
    }

    /// <summary>
    /// Not by Dapper, which opens a session that has ended anew: what it carried out there would be no part of the transaction, and
    /// nobody would hold the lock.
    /// </summary>
    void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        Begin();
        using var command = new NpgsqlCommand(sql, session, transaction);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
