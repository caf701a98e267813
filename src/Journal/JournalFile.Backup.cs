using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Proof;
using WorkReports.Storage;

namespace WorkReports.Journal;

/// <summary>What a backup led to.</summary>
/// <param name="Break">
/// Where the journal is not what it was: then nothing was kept, since a copy would hand it on.
/// </param>
public sealed record JournalBackup(long Entries, JournalBreak? Break);

public sealed partial class JournalFile
{
    /// <summary>
    /// Copies it, whole, while others write to it. The copy has its name only once it is sound, and takes nobody
    /// else's.
    /// </summary>
    /// <param name="earlier">An earlier copy, which this one must continue; null where there is none.</param>
    /// <exception cref="IOException">Something lies there already, or nothing can be written there.</exception>
    public JournalBackup BackUp(string target, JournalAnchor? earlier = null)
    {
        var unfinished = $"{target}.{Environment.ProcessId}.unfinished";
        try
        {
            Copy(unfinished);
            var found = new JournalVerifier(unfinished, key.Value?.Public, earlier).Verify();
            // Entries that nobody has signed yet are whole all the same.
            var broken = found.Breaks.FirstOrDefault(one => one.Kind != JournalBreakKind.SignatureMissing);
            if (broken is null)
                File.Move(unfinished, target, overwrite: false);
            return new JournalBackup(found.Entries, broken);
        }
        finally
        {
            foreach (var left in new[] { unfinished, unfinished + "-journal" })
                File.Delete(left);
        }
    }

    void Copy(string target)
    {
        // Nothing of the source is changed: it may lie on a disk that can only be read.
        DatabaseMode.CreateLike(file, target);
        using var from = Connect(file, SqliteOpenMode.ReadOnly);
        using var to = Connect(target, SqliteOpenMode.ReadWriteCreate);
        // A copy waits for who is writing, as statements do by themselves.
        from.Execute("pragma busy_timeout = 30000");
        from.BackupDatabase(to);
    }

    static SqliteConnection Connect(string file, SqliteOpenMode mode) =>
        Connections.Open(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
}
