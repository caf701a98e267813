using System.Data.Common;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

/// <summary>
/// Where several servers share one record, it is a PostgreSQL database, and <c>journal.db</c> this server's copy of it: brought up to
/// it before anything is done, and added to only after the shared one. So whatever reads a journal reads it here, also while the
/// database is away.
/// </summary>
public sealed partial class JournalFile : IDisposable
{
    readonly SharedRecord? shared;

    /// <summary>Of a server; null for a verb, which adds an entry whoever publishes.</summary>
    PublisherLease? lease;

    /// <summary>What is wrong with a setting that names a shared record, without a word of what it says; null where nothing is.</summary>
    public static string? FaultOfShared(string setting) =>
        SharedRecordAddress.Read(setting, out var trouble) is null ? trouble : null;

    internal bool IsShared => shared is not null;

    /// <summary>True where entries can be added here: nobody shares the record, or this server is the one that publishes.</summary>
    internal bool TakesEntries => shared is null || lease?.IsHeld == true;

    /// <summary>Calls whenever somebody has added to the shared record, until it is told to stop.</summary>
    internal Task Listen(Action changed, CancellationToken stop) =>
        shared is null
            ? Task.CompletedTask
            : Task.Run(() => new SharedRecordListener(shared, changed).Run(stop), CancellationToken.None);

    /// <summary>Brings this copy up to the shared record, and asks to be the one server that publishes.</summary>
    /// <returns>True while it is; always, where nobody shares the record.</returns>
    /// <exception cref="IOException">The shared record is not what this copy was taken from.</exception>
    /// <exception cref="DbException">It cannot be reached.</exception>
    internal bool TryPublish()
    {
        if (shared is null)
            return true;
        lease ??= new PublisherLease(shared);
        try
        {
            BringUp();
            if (!lease.TryTake())
                return false;
            // What the one before wrote last.
            BringUp();
            return true;
        }
        catch
        {
            // Another may be able to.
            lease.Release();
            throw;
        }
    }

    /// <summary>Lets another server publish for a while.</summary>
    internal void StepBack() => lease?.StepBack();

    /// <summary>Takes over what the shared record has and this copy lacks; nothing, where nobody shares the record.</summary>
    public void BringUp()
    {
        if (shared is null)
            return;
        using var theirs = shared.Read();
        if (theirs.Head == Head())
            return;
        int erased;
        using (var entries = BeginHere(DateTimeOffset.UnixEpoch))
            erased = entries.Follow(theirs);
        if (erased > 0)
            Pack();
    }

    /// <summary>Adds to another shared record what it lacks of this one.</summary>
    /// <param name="setting">As <c>--journal</c> names it.</param>
    /// <returns>How many entries it lacked.</returns>
    /// <exception cref="IOException">It is not the beginning of this one.</exception>
    public long CopyToShared(string setting)
    {
        // A journal of the first builds has no texts yet.
        Change(_ => { });
        using var append = new SharedRecord(setting).Append();
        using var mine = Read();
        var before = append.Before;
        if (before.Number > 0 && mine.HashAt(before.Number) != before.Hash)
            throw new SharedRecordException(
                mine.Head.Number < before.Number
                    ? $"the target has {before.Number} entries, and this journal {mine.Head.Number}: it is the other one that goes on"
                    : $"the target is another record: its entry {before.Number} is another"
            );
        mine.CopyTo(append, before.Number);
        append.Commit();
        return mine.Head.Number - before.Number;
    }

    public void Dispose() => lease?.Dispose();

    JournalTransaction BeginShared(SharedRecord record, DateTimeOffset now)
    {
        if (lease is null)
            BringUp();
        var entries = BeginHere(now);
        try
        {
            entries.ShareWith(lease?.Append(entries.Head) ?? record.Append(entries.Head));
            return entries;
        }
        catch
        {
            entries.Dispose();
            throw;
        }
    }
}
