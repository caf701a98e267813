using WorkReports.Content.Brake;
using WorkReports.Content.Scheduling;

namespace WorkReports.Content;

/// <summary>What waits of a look at the folder: removals that are held, files that take long, and files that can be read later.</summary>
public sealed partial class Publisher
{
    /// <summary>
    /// Ten times what the costliest file takes that the bounds of Markdown let pass: it is there for a share that hangs and a
    /// processor that is taken, where a file that is only one of many must not be told as slow.
    /// </summary>
    static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(10);

    readonly ReadingQueue readings = new(patience ?? UsualPatience);
    readonly UnreadFiles unread = new(folder, editions);
    readonly RemovalBrake brake = new(folder, editions, recorder.Journal, hold);

    /// <summary>Removals that are held, as the last look at the whole folder found them.</summary>
    internal HeldRemovals Held => brake.Held;

    /// <summary>What is held, why, and what to do; null while nothing is.</summary>
    public string? HeldSentence => Held.Sentence;

    /// <summary>How many reports and pillars are held.</summary>
    public int HeldCount => Held.Items.Count;

    /// <summary>A preview shows the folder as it is: nobody but its editors looks.</summary>
    bool HasBrake => !isPreview;

    /// <summary>Another server publishes, or did until now: what is held is what the record says.</summary>
    public void FollowHeld()
    {
        if (HasBrake)
            brake.Follow();
    }

    /// <summary>Files that may be gone though the index does not know them: their reports cannot be shown, and are not deleted.</summary>
    IReadOnlyCollection<string> RecordedFiles() => HasBrake ? [.. recorder.FilesBeforeIndex(), .. brake.HeldFiles] : [];

    void HoldRemovals(FolderDiff look)
    {
        if (!HasBrake)
            return;
        recorder.LookForAcceptances();
        brake.Look(look, recorder.Now, recorder.IsAccepted);
        recorder.NoteReleased(brake.Released, hold);
        recorder.PutHeldRemovals(brake.Held.Items);
    }

    /// <summary>Slow files that an edition has told of.</summary>
    HashSet<string> toldSlow = [];

    /// <summary>Files that take long: they are read on behind the editions.</summary>
    public IReadOnlyList<string> StillBeingRead => [.. readings.Slow];

    public bool IsReading => readings.Slow.Count > 0;

    /// <summary>True when a scan of everything would publish what took long.</summary>
    public bool HasFinishedReading => readings.HasFinished;

    /// <summary>Files to look at next: readers see their bytes, and this program has not read them.</summary>
    public IReadOnlyCollection<string> Unread => unread.Next;

    bool HasUntoldSlow => !toldSlow.IsSupersetOf(readings.Slow);

    /// <summary>
    /// But for files that are still being read, and for removals that would take a report down while the file that it moved to is.
    /// </summary>
    ContentChanges WithoutWaiting(ContentChanges changes)
    {
        if (!IsReading)
            return changes;
        var slugs = editions.SlugsOf(changes.Gone);
        return changes with
        {
            Changed = [.. changes.Changed.Where(file => !readings.MustWait(file))],
            Gone =
            [
                .. changes.Gone.Where(path =>
                    !slugs.TryGetValue(path, out var slug) || readings.WantedBy(slug) is null
                ),
            ],
        };
    }
}
