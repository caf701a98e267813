using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>What a scan of the content folder led to.</summary>
/// <param name="IsNew">True when it led to a new edition.</param>
/// <param name="Edition">The number of the current edition.</param>
/// <param name="Files">Files of reports that the index knows.</param>
/// <param name="Read">Files that were new or changed.</param>
/// <param name="Removed">Files that are gone.</param>
/// <param name="Problems">Everything that is wrong with the content now, of files that did not change too.</param>
/// <param name="StillBeingWritten">Files that somebody is still writing: left as they were, to be looked at again.</param>
public sealed record Publication(
    bool IsNew,
    long Edition,
    int Files,
    int Read,
    int Removed,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<string> StillBeingWritten
);

/// <summary>Brings the index up to what the content folder holds. The only place where content and index meet.</summary>
/// <param name="isPreview">True where a report with errors is shown all the same, to its editor.</param>
public sealed class Publisher(
    ContentFolder folder,
    EditionState editions,
    JournalRecorder recorder,
    bool isPreview = false
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
        var listing = folder.List();
        EnsureNotUnmounted(listing);
        unreadable = listing.Unreadable;
        var context = ReadSiteContext(listing.PillarFiles, stop);
        return Publish(context, ContentChanges.Everywhere(folder, listing, context, editions), progress, stop);
    }

    /// <summary>The same for files and folders that may have changed, as far as looking at these is enough.</summary>
    public Publication Publish(PossibleChanges changed, CancellationToken stop = default)
    {
        if (changed.Anywhere || changed.Paths.Count > ChangedPathsLimit || changed.Paths.Any(folder.IsBehindLink))
            return Publish(stop: stop);

        var context = ReadSiteContext(folder.PillarFiles(), stop);
        return context.FilesFingerprint == editions.SiteFilesFingerprint()
            ? Publish(context, ContentChanges.At(folder, changed.Paths, editions), null, stop)
            : Publish(stop: stop);
    }

    /// <summary>A mount point whose disk is away is an empty folder; one that cannot be opened may hold anything. Neither empties the site.</summary>
    void EnsureNotUnmounted(ContentListing listing)
    {
        if (listing.Unreadable.Contains("."))
            throw new IOException($"The content folder '{folder.FullPath("")}' cannot be opened.");
        if (
            listing.Files.Count == 0
            && folder.SizeOf(ContentFolder.SiteFile) is null
            && editions.FileCount() + editions.Pillars().Count > 0
        )
            throw new IOException(
                $"The content folder '{folder.FullPath("")}' is empty, as if its disk were away. Put a site.yml into it if it is meant to be."
            );
    }

    /// <summary>Where it differs from what is published, two reads must agree: a half-written site.yml is not taken for the whole.</summary>
    SiteContext ReadSiteContext(IEnumerable<string> pillarFiles, CancellationToken stop)
    {
        var (published, profile, pillars) = (editions.SiteFilesFingerprint(), editions.Profile(), editions.Pillars());
        SiteContext Read() =>
            new SiteContextReader(folder, profile, pillars, inspections).Read(pillarFiles, unreadable) with
            {
                IsPreview = isPreview,
            };

        var context = Read();
        while (published is not null && context.FilesFingerprint != published)
        {
            WriteSettling.Wait(stop);
            var again = Read();
            if (again.FilesFingerprint == context.FilesFingerprint)
                break;
            context = again;
        }
        return context;
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
        if (changes.Any)
            Write(context, changes, progress, stop);
        return new Publication(
            changes.Any,
            editions.Edition(),
            editions.FileCount(),
            changes.Changed.Count,
            changes.Gone.Count,
            editions.Problems(),
            stillBeingWritten
        );
    }

    void Write(
        SiteContext context,
        ContentChanges changes,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken stop
    )
    {
        using var edition = editions.Begin();
        IReadOnlyList<string> affected = [.. changes.Changed.Select(file => file.Path), .. changes.Gone];
        var before = edition.SlugsOf(affected);
        if (changes.IsSiteContextNew)
            edition.PutSite(
                context.Site,
                context.Pillars,
                context.Problems,
                context.FilesFingerprint,
                context.ReportInputsFingerprint
            );
        edition.RemoveFiles(changes.Gone);
        var reader = new ReportReader(folder, context, changes.TrustedHashes, inspections);
        var writer = new AddressAllocation(edition, reader);
        var done = 0;
        foreach (var batch in reader.Read(changes.Changed, onAllCores: editions.Edition() == 0, stop).Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(batch);
            progress?.Report((done += batch.Length, changes.Changed.Count));
        }
        writer.ResolveWaiting();
        recorder.Record(edition, affected, before);
        edition.Commit();
    }
}
