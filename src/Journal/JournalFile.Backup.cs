using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Storage;

namespace WorkReports.Journal;

/// <summary>What a backup led to.</summary>
/// <param name="BrokenLink">
/// The first entry that somebody rewrote: then nothing was kept, since a copy would hand it on.
/// </param>
public sealed record JournalBackup(int Entries, long? BrokenLink);

public sealed partial class JournalFile
{
    /// <summary>
    /// Copies it, whole, while others write to it. The copy has its name only once it is sound, and takes nobody
    /// else's.
    /// </summary>
    /// <exception cref="IOException">Something lies there already, or nothing can be written there.</exception>
    public JournalBackup BackUp(string target)
    {
        var unfinished = $"{target}.{Environment.ProcessId}.unfinished";
        try
        {
            Copy(unfinished);
            var copy = new JournalFile(unfinished, isCopy: true);
            var backup = new JournalBackup(copy.Entries().Count, copy.FirstBrokenLink());
            if (backup.BrokenLink is null)
                File.Move(unfinished, target, overwrite: false);
            return backup;
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
