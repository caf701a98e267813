using WorkReports.Content.Brake;
using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Recording;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>Publishes what the content folder holds: records it, then makes it visible. The only place where content and index meet.</summary>
/// <param name="isPreview">True where a report with errors is shown all the same, to its editor.</param>
/// <param name="hold">How long removals that look like an accident are held; null for as long as it takes.</param>
/// <param name="patience">How long one file may keep the others waiting; null for the usual time.</param>
/// <param name="beforeReading">Told the path of each file before it is read: a test can make one wait there.</param>
public sealed partial class Publisher(
    ContentFolder folder,
    EditionState editions,
    JournalRecorder recorder,
    bool isPreview = false,
    TimeSpan? hold = null,
    TimeSpan? patience = null,
    Action<string>? beforeReading = null
)
{
    const int BatchSize = 256;

    /// <summary>With more changed paths a scan of everything is quicker than many small ones.</summary>
    const int ChangedPathsLimit = 500;

    readonly FileInspections inspections = new(folder);

    /// <summary>Folders that the last full scan could not open.</summary>
    IReadOnlyList<string> unreadable = [];

    /// <summary>Reads what is new or changed, and commits it as one edition. Nothing new: no new edition.</summary>
    /// <exception cref="IOException">The content folder itself is not there, or not what it was.</exception>
    public Publication Publish(IProgress<(int Done, int Of)>? progress = null, CancellationToken stop = default)
    {
        readings.BeginScan();
        var listing = folder.List();
        EnsureNotUnmounted(listing);
        unreadable = listing.Unreadable;
        recorder.ReadUnrecordedAnew();
        var look = FolderDiff.Of(listing, editions.Files(), RecordedFiles());
        HoldRemovals(look);
        var context = ReadSiteContext([.. listing.PillarFiles], stop);
        var found = ContentChanges.Everywhere(folder, look, Held, context, editions);
        var later = unread.PutOff(found.Changed, look.Known, readings.Has);
        found = found with { Changed = [.. found.Changed.Except(later)] };
        var publication = Publish(context, found, progress, stop);
        readings.EndScanOfEverything();
        return publication;
    }

    /// <summary>The same for files and folders that may have changed, as far as looking at these is enough.</summary>
    public Publication Publish(PossibleChanges changed, CancellationToken stop = default)
    {
        unread.Take(changed.Paths);
        // What is held depends on the whole folder: on what has come elsewhere, and what went before.
        if (
            changed.Anywhere
            || Held.Any
            || changed.Paths.Count > ChangedPathsLimit
            || changed.Paths.Any(folder.IsBehindLink)
        )
            return Publish(stop: stop);

        readings.BeginScan();
        var context = ReadSiteContext(folder.PillarFiles(), stop);
        var found = ContentChanges.At(folder, changed.Paths, editions);
        return
            context.FilesFingerprint != editions.SiteFilesFingerprint()
            || (HasBrake && brake.ActsOn(found.Gone, recorder.Now))
            ? Publish(stop: stop)
            : Publish(context, found, null, stop);
    }

    Publication Publish(
        SiteContext context,
        ContentChanges found,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken stop
    )
    {
        // Before the first edition a half-written file replaces nothing that readers see.
        var (changes, stillBeingWritten) =
            editions.Edition() == 0 ? (found, []) : WriteSettling.Await(folder, found, stop);
        if (found.Touched.Count > 0)
            editions.PutFiles(found.Touched);
        int? read = null;
        var ready = WithoutWaiting(changes);
        // Again only where a file that turned out slow wants what another one left.
        while ((ready.Any || HasUntoldSlow) && (read = Write(context, ready, progress, stop)) is null)
            ready = WithoutWaiting(changes);
        return new Publication(
            read is not null,
            editions.Edition(),
            editions.FileCount(),
            read ?? 0,
            ready.Gone.Count,
            editions.Problems(),
            stillBeingWritten,
            StillBeingRead
        )
        {
            Unread = unread.Count,
        };
    }

    /// <summary>How many files were read; null where nothing was written, since a removal must wait.</summary>
    int? Write(
        SiteContext context,
        ContentChanges changes,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken stop
    )
    {
        using var edition = editions.Begin();
        using var recording = recorder.Begin(edition);
        var gone = edition.ReportsOf(changes.Gone, default);
        var left = gone.ToDictionary(report => report.Slug, report => report.Hash);
        if (changes.IsSiteContextNew)
            edition.PutSite(
                context.Site,
                context.Pillars,
                context.Problems,
                context.FilesFingerprint,
                context.ReportInputsFingerprint
            );
        var kept = new KeptVersions(edition, recorder.Journal, gone);
        edition.RemoveFiles(changes.Gone);
        var reader = new ReportReader(folder, context, changes.TrustedHashes, inspections, beforeReading);
        var writer = new AddressAllocation(edition, reader, readings, left, recording);
        var isFirst = editions.Edition() == 0;
        var done = 0;
        foreach (var batch in readings.Read(reader, changes.Changed, onAllCores: isFirst, stop).Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(batch);
            foreach (var read in batch.Where(read => read.IsBroken))
                kept.NoteBroken(read.File.Path, read.Hash);
            done += batch.Length;
            progress?.Report((done, changes.Changed.Count));
        }
        if (left.Keys.Any(slug => readings.WantedBy(slug) is not null))
            return null;
        writer.LeaveSlow([.. readings.Slow.Except(toldSlow)]);
        // Before anybody else who waits for these addresses.
        kept.Move(reader.AddressOf);
        writer.ResolveWaiting();
        recording?.Commit(
            context,
            [.. changes.Changed.Select(file => file.Path).Union(writer.Revisited)],
            changes.Gone
        );
        edition.Commit();
        recording?.Finish();
        toldSlow = [.. readings.Slow];
        return done;
    }
}
