using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using WorkReports.Storage;

namespace WorkReports.Index.Editions;

public sealed partial class Database
{
    // https://www.sqlite.org/rescode.html
    const int NoSuchTable = 1;
    const int Busy = 5;
    const int ReadOnly = 8;
    const int Corrupt = 11;
    const int NotADatabase = 26;

    /// <summary>An index of any version has a table of this name.</summary>
    const string OwnTable = "edition";

    /// <summary>
    /// Of SQLite's virtual machine, or pages that it checks, between two calls that ask whether to go on: a few
    /// milliseconds at most.
    /// </summary>
    const int StepsPerCallback = 100;

    /// <summary>
    /// A check works for so long, then leaves cores and disk to readers for twice as long: it takes a minute and more
    /// where an index is large.
    /// </summary>
    static readonly TimeSpan CheckSlice = TimeSpan.FromMilliseconds(10);

    volatile Access access;
    volatile bool isDamaged;
    volatile bool isReadOnly;
    FileIdentity? identity;

    enum Access
    {
        None,
        ReadWrite,

        /// <summary>On a disk that is full or read-only: no write-ahead log can lie beside it.</summary>
        ImmutableReadOnly,
    }

    /// <summary>Opens the index for writing, or makes it anew where what is quickly seen of it is not sound.</summary>
    /// <returns>Why it had to be made anew; null where it stood.</returns>
    /// <exception cref="SqliteException">It cannot be written now. It is read meanwhile, if it can be.</exception>
    public string? OpenOrRebuild()
    {
        try
        {
            var fault = FindFault();
            if (fault is not null)
            {
                if (!IsPreview && access == Access.None && File.Exists(file))
                {
                    Witness.TakeOver(file);
                    EarlierIndex.SetAside(file);
                }
                Rebuild();
            }
            // A connection opened while the disk was read-only stays so, and with it all others that share its log.
            else if (access != Access.ReadWrite || isReadOnly)
                ApplyVisibleChange(() => SwitchTo(Access.ReadWrite), Invalidation.Everything);
            return fault;
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode != Busy && access == Access.None && IsWholeWithoutLog())
        {
            ApplyVisibleChange(() => SwitchTo(Access.ImmutableReadOnly), Invalidation.Everything);
            throw;
        }
    }

    /// <summary>Remembers damage, so that the next <see cref="OpenOrRebuild"/> mends it.</summary>
    /// <returns>True for what SQLite says of a file that is none of its own, or damaged.</returns>
    public bool NoteDamage(Exception exception)
    {
        var isDamage = IsDamage(exception);
        if (isDamage)
            isDamaged = true;
        if (exception is SqliteException { SqliteErrorCode: ReadOnly })
            isReadOnly = true;
        return isDamage;
    }

    /// <summary>True for what says that a file will never be readable; not for a lock, a full disk or a missing right.</summary>
    internal static bool IsDamage(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    /// <summary>Reads all of it, and remembers damage.</summary>
    public void Check(CancellationToken stop)
    {
        try
        {
            // Not pooled: FTS5 checks its segments by the list of them that the connection read once, however long ago,
            // and on a pooled connection every edition since looks like damage. So the list is read in the very
            // snapshot that is checked.
            using var connection = Read(isPooled: false);
            var worked = Stopwatch.StartNew();
            raw.sqlite3_progress_handler(
                connection.Handle,
                StepsPerCallback,
                _ =>
                {
                    if (worked.Elapsed > CheckSlice)
                    {
                        stop.WaitHandle.WaitOne(worked.Elapsed * 2);
                        worked.Restart();
                    }
                    return stop.IsCancellationRequested ? 1 : 0;
                },
                null
            );
            using var snapshot = connection.BeginTransaction(deferred: true);
            connection.ExecuteScalar<long>("select count(*) from edition");
            if (connection.ExecuteScalar<string>("pragma quick_check(1)") != "ok")
                isDamaged = true;
        }
        catch (SqliteException exception)
        {
            NoteDamage(exception);
        }
    }

    /// <summary>Makes it anew and empty: the next scan fills it. Cached pages stay valid until then.</summary>
    public void Rebuild()
    {
        access = Access.None;
        identity?.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            File.Delete(part);
        DatabaseMode.Create(file);
        using var connection = Write();
        connection.Execute("pragma page_size = 8192; pragma journal_mode = wal");
        using var transaction = connection.BeginTransaction();
        // Editions of the new file are numbered from 1 again: caches tell the two files apart by this number.
        var number = Random.Shared.Next(1, int.MaxValue);
        connection.Execute(Schema + $"; pragma user_version = {SchemaVersion}; pragma application_id = {number}");
        transaction.Commit();
        SwitchTo(Access.ReadWrite);
    }

    string? FindFault()
    {
        if (access == Access.ReadWrite && (isDamaged || identity!.IsMoved))
            return isDamaged ? "is damaged" : "is gone";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (access != Access.ReadWrite && ForeignFile.SetAside(file, OwnTable) is { } aside)
            return $"was none of this program's, is put aside as '{aside}',";
        return !File.Exists(file) ? "is not there"
            : !IsUsable(ConnectionString(file, SqliteOpenMode.ReadWrite)) ? "is damaged, or of another version,"
            : null;
    }

    /// <summary>Reads the head alone: reading all of a large index takes longer than all the rest of a start.</summary>
    static bool IsUsable(string connectionString)
    {
        try
        {
            using var connection = Connections.Open(connectionString);
            return connection.ExecuteScalar<int>("pragma user_version") == SchemaVersion
                && connection.ExecuteScalar<long>("select count(*) from edition") <= 1;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is NoSuchTable or Corrupt or NotADatabase)
        {
            return false;
        }
    }

    /// <summary>Where the last writer left nothing beside the file, it is whole without its log.</summary>
    bool IsWholeWithoutLog()
    {
        try
        {
            return new FileInfo(file + "-wal") is not { Exists: true, Length: > 0 }
                && IsUsable(ImmutableReadOnly(isPooled: false));
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    void SwitchTo(Access next)
    {
        identity?.Dispose();
        SqliteConnection.ClearAllPools();
        identity = new FileIdentity(ConnectionString(file, SqliteOpenMode.ReadOnly));
        (isDamaged, isReadOnly) = (false, false);
        access = next;
    }
}
