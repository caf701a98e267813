using System.Diagnostics;
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
    /// <summary>For so long whoever stepped back leaves the lock to others.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Also of who waits for the lock: a session a second would be work for the database.</summary>
    NpgsqlConnection? session;

    long? steppedBack;

    public bool IsHeld { get; private set; }

    /// <summary>Begins to add entries after this one, which must be the last, where the lock is held.</summary>
    /// <exception cref="SharedRecordException">It is not held.</exception>
    public SharedAppend Append(JournalHead before) =>
        IsHeld
            ? new SharedAppend(session!, ownsSession: false, before)
            : throw new SharedRecordException("another server publishes; this one follows the shared record");

    /// <summary>Asks for the lock, unless it is held already. Nobody waits for it.</summary>
    /// <returns>True while it is held.</returns>
    public bool TryTake()
    {
        if (steppedBack is { } moment && Stopwatch.GetElapsedTime(moment) < Pause)
            return false;
        if (session is not null && Ask() is { } answer)
            return IsHeld = answer;
        Release();
        session = Begin();
        return IsHeld = Ask() == true;
    }

    /// <summary>Lets another server publish, which may be able to do what this one could not.</summary>
    public void StepBack()
    {
        if (!IsHeld)
            return;
        Release();
        steppedBack = Stopwatch.GetTimestamp();
    }

    /// <summary>The lock ends with its session.</summary>
    public void Release()
    {
        session?.Dispose();
        (session, IsHeld) = (null, false);
    }

    public void Dispose() => Release();

    /// <returns>Whether this session holds the lock; null where it is dead.</returns>
    bool? Ask()
    {
        try
        {
            // Not by Dapper, which opens a session that has ended anew: the lock would seem to be held.
            using var command = new NpgsqlCommand(
                IsHeld ? "select true" : "select pg_try_advisory_lock('entries'::regclass::oid::bigint)",
                session
            );
            return (bool)command.ExecuteScalar()!;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return null;
        }
    }

    NpgsqlConnection Begin()
    {
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
            return fresh;
        }
        catch
        {
            fresh.Dispose();
            throw;
        }
    }
}
