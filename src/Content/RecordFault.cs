using WorkReports.Index;
using WorkReports.Journal;

namespace WorkReports.Content;

/// <summary>
/// A journal that is not the one that readers' edition was recorded in: it vanished, was cut off, or another lies in its place. It is
/// never gone on with in silence.
/// </summary>
static class RecordFault
{
    /// <param name="shown">The record that readers see; null before the first edition.</param>
    /// <returns>What is wrong, and what to do; null where nothing is.</returns>
    public static string? Of(IndexedRecord? shown, JournalFile journal)
    {
        if (shown is not { Number: > 0 })
            return null;
        if (!journal.Exists)
            return $"the journal, of {shown.Number} entries, is gone; put it back, or the newest backup of it";
        using var record = journal.Read();
        return record.HashAt(shown.Number) is not { } hash
                ? $"the journal has {record.Head.Number} entries, and {shown.Number} were published: its end is cut off; put back the whole one"
            : hash != shown.Hash
                ? $"the journal is not the one in which entry {shown.Number} was published; put that one back"
            : null;
    }
}
