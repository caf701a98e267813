using Microsoft.Data.Sqlite;

namespace WorkReports.Journal.Proof;

/// <summary>What was kept elsewhere, which a journal that nobody rewrote or cut off must hold: a hash, or all entries of a backup.</summary>
public sealed class JournalAnchor : IDisposable
{
    readonly string? hash;
    readonly JournalReader? backup;
    readonly IEnumerator<JournalEntry?>? entries;
    readonly long head;

    JournalAnchor(string hash) => this.hash = hash;

    JournalAnchor(JournalReader backup, long head)
    {
        (this.backup, this.head) = (backup, head);
        entries = backup.Entries(head).GetEnumerator();
    }

    /// <summary>The last entry of what was held against it that the journal holds, too; 0 before the first.</summary>
    internal long UpTo { get; private set; }

    internal JournalBreak? Break { get; private set; }

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    public static JournalAnchor OfHash(string hash) => new(hash.ToLowerInvariant());

    /// <exception cref="SqliteException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no journal.</exception>
    public static JournalAnchor OfBackup(string file)
    {
        var backup = new JournalReader(file);
        try
        {
            return new JournalAnchor(backup, backup.Head());
        }
        catch
        {
            backup.Dispose();
            throw;
        }
    }

    /// <summary>Told each entry of the journal, in order.</summary>
    internal void See(JournalEntry entry)
    {
        if (hash is not null)
            UpTo = entry.Hash == hash ? entry.Number : UpTo;
        else if (Break is null && entry.Number <= head)
            Compare(entry);
    }

    /// <summary>Told that the journal has no further entry.</summary>
    internal void End()
    {
        if (hash is not null && UpTo == 0)
            Break = new(JournalBreakKind.HashUnknown, 0, hash);
        else if (backup is not null && Break is null && head > UpTo)
            Break = new(JournalBreakKind.CutOff, UpTo + 1, $"{head}");
    }

    void Compare(JournalEntry entry)
    {
        try
        {
            var kept = entries!.MoveNext() ? entries.Current : null;
            if (kept is null)
                Break = new(JournalBreakKind.KeptUnreadable, entry.Number);
            else if ((kept.Number, kept.Hash) == (entry.Number, entry.Hash))
                UpTo = entry.Number;
            else
                Break = new(JournalBreakKind.OtherThanKept, entry.Number);
        }
        catch (SqliteException exception)
        {
            // It is the kept one that is damaged, not the journal.
            Break = new(JournalBreakKind.KeptUnreadable, entry.Number, exception.Message);
        }
    }

    public void Dispose()
    {
        entries?.Dispose();
        backup?.Dispose();
    }
}
