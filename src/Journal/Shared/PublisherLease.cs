using System.Data;
using Dapper;
using Npgsql;
using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Shared;

/// <summary>
/// The right to publish, which one server at a time has: a lock that lives as long as the session which holds it, and all writing
/// goes through that session. Whoever has lost it cannot write, even before noticing.
/// </summary>
sealed class PublisherLease(SharedRecord record) : IDisposable
{
    NpgsqlConnection? session;

    public bool IsHeld => session is not null;

    /// <summary>Begins to add entries after this one, which must be the last, where the lock is held.</summary>
    /// <exception cref="SharedRecordException">It is not held.</exception>
    public SharedAppend Append(JournalHead before) =>
        session is null
            ? throw new SharedRecordException("another server publishes; this one follows the shared record")
            : new SharedAppend(session, ownsSession: false, before);

    /// <summary>Asks for the lock, unless it is held already. Nobody waits for it.</summary>
    /// <returns>True while it is held.</returns>
    public bool TryTake()
    {
        if (IsAlive())
            return true;
        Release();
        var fresh = record.Open(pooled: false);
        try
        {
            // A machine that vanished without a word: PostgreSQL gives its lock back after twenty seconds.
            fresh.Execute(
                """
                set tcp_keepalives_idle = 5;
                set tcp_keepalives_interval = 5;
                set tcp_keepalives_count = 3;
                set tcp_user_timeout = '20s'
                """
            );
            if (fresh.ExecuteScalar<bool>("select pg_try_advisory_lock('entries'::regclass::oid::bigint)"))
                (session, fresh) = (fresh, null);
        }
        finally
        {
            fresh?.Dispose();
        }
        return session is not null;
    }

    /// <summary>Lets another server publish: the lock ends with its session.</summary>
    public void Release()
    {
        session?.Dispose();
        session = null;
    }

    public void Dispose() => Release();

    bool IsAlive()
    {
        if (session is null || session.FullState != ConnectionState.Open)
            return false;
        try
        {
            return session.ExecuteScalar<int>("select 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
