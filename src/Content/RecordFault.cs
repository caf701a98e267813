using System.Data.Common;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Holding;

namespace WorkReports.Content;

/// <summary>
/// A journal that is not the one that readers' edition was recorded in: it vanished, was cut off, or another lies in its place. It is
/// never gone on with in silence: the right one is put back, or an admin accepts the one that lies there.
/// </summary>
/// <param name="Shown">The record that readers see.</param>
/// <param name="Entries">How many the journal has that lies there; null where none does.</param>
/// <param name="IsShared">True where it is a copy of a record that other servers go on with.</param>
sealed record RecordFault(IndexedRecord Shown, long? Entries, bool IsShared)
{
    /// <summary>What is wrong, and what to do.</summary>
    public string Sentence =>
        IsShared
            ? $"the shared record is not the one in which entry {Shown.Number} was published that readers see here; put it right, or delete this server's index.db to show that one"
        : Entries is null
            ? $"the journal, of {Shown.Number} entries, is gone; put it back, or the newest backup of it, or go on without it by the verb 'accept'"
        : Entries < Shown.Number
            ? $"the journal has {Entries} entries, and {Shown.Number} were published: its end is cut off; put back the whole one, or accept what is left by the verb 'accept'"
        : $"the journal is not the one in which entry {Shown.Number} was published; put that one back, or accept this one by the verb 'accept'";

    /// <summary>As the verb <c>accept</c> lists it.</summary>
    public HeldItem Item =>
        new()
        {
            Kind = HeldKind.Record,
            Name = $"{Shown.Number} {Shown.Hash}",
            Title = Entries is { } entries
                ? $"发布到第 {Shown.Number} 条的日志不在了，那里是另一份，有 {entries} 条"
                : $"发布日志（{Shown.Number} 条）不见了",
            Since = DateTimeOffset.UnixEpoch,
        };

    /// <param name="shown">The record that readers see; null before the first edition.</param>
    /// <returns>Null where nothing is wrong.</returns>
    public static RecordFault? Of(IndexedRecord? shown, JournalFile journal)
    {
        if (shown is not { Number: > 0 })
            return null;
        if (!journal.Exists)
            return new RecordFault(shown, null, journal.IsShared);
        using var record = journal.Read();
        return record.HashAt(shown.Number) == shown.Hash
            ? null
            : new RecordFault(shown, record.Head.Number, journal.IsShared);
    }

    /// <summary>As a program beside the server sees it; null also where the journal cannot be read.</summary>
    public static RecordFault? In(Settings settings)
    {
        try
        {
            return Of(IndexedRecord.In(settings), new JournalFile(settings));
        }
        catch (DbException)
        {
            return null;
        }
    }
}
