using System.Data;
using Dapper;
using Npgsql;
using WorkReports.Journal.Entries;
using WorkReports.Storage;

namespace WorkReports.Journal.Shared;

/// <summary>
/// The record in PostgreSQL, which several servers share. It is asked by each for what it lacks, and added to by one at a time: an
/// entry is taken only where it follows the last one.
/// </summary>
/// <param name="setting">As of <see cref="SharedRecordAddress"/>; a file is read anew at each connection, since passwords change.</param>
sealed class SharedRecord(string setting)
{
    const int SchemaVersion = 1;

    /// <summary>What sessions are told when entries were added.</summary>
    public const string Channel = "workreports_journal";

    volatile bool isPrepared;

    static SharedRecord() => SqliteTypeMappings.Register();

    /// <summary>The one of the settings; null where each server keeps its own.</summary>
    public static SharedRecord? Of(Settings settings) =>
        settings.Journal == Settings.None ? null : new SharedRecord(settings.Journal);

    /// <param name="pooled">False for a session that must end when it is closed.</param>
    /// <exception cref="NpgsqlException">It cannot be reached.</exception>
    /// <exception cref="SharedRecordException">It is not one that this build can go on with.</exception>
    public NpgsqlConnection Open(bool pooled = true)
    {
        var connection = new NpgsqlConnection(pooled ? Address() : Address() + ";Pooling=false");
        try
        {
            connection.Open();
            if (!isPrepared)
                Prepare(connection);
            isPrepared = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public string Address() =>
        SharedRecordAddress.Read(setting, out var trouble) ?? throw new SharedRecordException($"--journal: {trouble}");

    /// <summary>As it is now; what is added meanwhile is not seen.</summary>
    public SharedSnapshot Read()
    {
        var connection = Open();
        try
        {
            return new SharedSnapshot(connection, connection.BeginTransaction(IsolationLevel.RepeatableRead));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins to add entries after the last one that is there.</summary>
    public SharedAppend Append()
    {
        var session = Open();
        try
        {
            return new SharedAppend(session, ownsSession: true, session.Head());
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Begins to add entries after this one, which must be the last.</summary>
    public SharedAppend Append(JournalHead before) => new(Open(), ownsSession: true, before);

    /// <summary>Asks for something that is no part of the chain.</summary>
    public T Ask<T>(Func<IDbConnection, T> question)
    {
        using var connection = Open();
        return question(connection);
    }

    /// <summary>Changes something that is no part of the chain.</summary>
    public void Change(Action<IDbConnection> change)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        change(connection);
        transaction.Commit();
    }

    /// <summary>Packs what was erased away, so that no page of the disk holds it.</summary>
    public void Pack()
    {
        using var connection = Open();
        connection.Execute("vacuum (full) texts", commandTimeout: 600);
    }

    static void Prepare(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        // Two servers that start at once would both make the tables.
        connection.Execute("select pg_advisory_xact_lock(hashtext('workreports tables'))");
        if (connection.ExecuteScalar<bool>("select to_regclass('record_schema') is null"))
            connection.Execute(Script());
        var version = connection.ExecuteScalar<int>("select version from record_schema");
        transaction.Commit();
        if (version > SchemaVersion)
            throw new SharedRecordException(
                "the shared record was written by a newer build of this program, which alone may go on with it"
            );
    }

    static string Script()
    {
        using var stream = typeof(SharedRecord).Assembly.GetManifestResourceStream("SharedRecord.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
