using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>What a look at the content folder led to.</summary>
/// <param name="IsNew">True when it led to a new edition.</param>
/// <param name="Edition">The number of the edition that stands now.</param>
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
    EditionState indexer,
    JournalRecorder recorder,
    bool isPreview = false
)
{
    const int BatchSize = 256;

    /// <summary>Above this a look at everything is quicker than many small ones.</summary>
    const int ChangedPathsLimit = 500;

    /// <summary>Folders that the last look at everything could not open.</summary>
    IReadOnlyList<string> unreadable = [];

    /// <summary>Reads what is new or changed, and commits it as one edition. Nothing new: no new edition.</summary>
    /// <exception cref="IOException">The content folder itself is not there, or not what it was.</exception>
    public Publication Publish(IProgress<(int Done, int Of)>? progress = null, CancellationToken stop = default)
    {
        var listing = folder.List();
        EnsureNotUnmounted(listing);
        unreadable = listing.Unreadable;
        var register = ReadSiteContext(listing.PillarFiles, stop);
        return Publish(register, ContentChanges.Everywhere(folder, listing, register, indexer), progress, stop);
    }

    /// <summary>The same for files and folders that may have changed, as far as looking at these is enough.</summary>
    public Publication Publish(PossibleChanges hints, CancellationToken stop = default)
    {
        if (hints.Anywhere || hints.Paths.Count > ChangedPathsLimit || hints.Paths.Any(folder.IsBehindLink))
            return Publish(stop: stop);

        var register = ReadSiteContext(folder.PillarFiles(), stop);
        return register.FilesFingerprint == indexer.Context()
            ? Publish(register, ContentChanges.At(folder, hints.Paths, indexer), null, stop)
            : Publish(stop: stop);
    }

    internal static Problem SameAddress(Report report, int line, string holder) =>
        new(
            report.Path,
            line,
            Severity.Error,
            "address-taken",
            $"网址“{report.Slug}”已经被“{holder}”占用。请在文件头写一个不同的“网址”，或者改文件名。"
        );

    /// <summary>A mount point whose disk is away is an empty folder; one that cannot be opened may hold anything. Neither empties the site.</summary>
    void EnsureNotUnmounted(ContentListing listing)
    {
        if (listing.Unreadable.Contains("."))
            throw new IOException($"The content folder '{folder.FullPath("")}' cannot be opened.");
        if (
            listing.Files.Count == 0
            && folder.SizeOf(ContentFolder.SiteFile) is null
            && indexer.FileCount() + indexer.Pillars().Count > 0
        )
            throw new IOException(
                $"The content folder '{folder.FullPath("")}' is empty, as if its disk were away. Put a site.yml into it if it is meant to be."
            );
    }

    /// <summary>Where it differs from what stands, two looks must agree: nobody's half-written site.yml is taken for the whole.</summary>
    SiteContext ReadSiteContext(IEnumerable<string> pillarFiles, CancellationToken stop)
    {
        var (standing, profile, pillars) = (indexer.Context(), indexer.Profile(), indexer.Pillars());
        SiteContext Read() =>
            new SiteContextReader(folder, profile, pillars).Read(pillarFiles, unreadable) with
            {
                IsPreview = isPreview,
            };

        var register = Read();
        while (standing is not null && register.FilesFingerprint != standing)
        {
            WriteSettling.Wait(stop);
            var again = Read();
            if (again.FilesFingerprint == register.FilesFingerprint)
                break;
            register = again;
        }
        return register;
    }

    Publication Publish(
        SiteContext register,
        ContentChanges found,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken stop
    )
    {
        // Where nothing stands yet, a half-written file replaces nothing.
        var (changes, restless) = indexer.Edition() == 0 ? (found, []) : WriteSettling.Await(folder, found, stop);
        if (changes.Any)
            Write(register, changes, progress, stop);
        return new Publication(
            changes.Any,
            indexer.Edition(),
            indexer.FileCount(),
            changes.Changed.Count,
            changes.Gone.Count,
            indexer.Problems(),
            restless
        );
    }

    void Write(
        SiteContext register,
        ContentChanges changes,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken stop
    )
    {
        using var edition = indexer.Begin();
        IReadOnlyList<string> touched = [.. changes.Changed.Select(file => file.Path), .. changes.Gone];
        var before = edition.SlugsOf(touched);
        if (changes.IsSiteContextNew)
            edition.PutSite(register.Site, register.Pillars, register.Problems, register.FilesFingerprint, register.ReportInputsFingerprint);
        edition.RemoveFiles(changes.Gone);
        var reader = new ReportReader(folder, register, changes.TrustedHashes);
        var writer = new AddressAllocation(edition, folder, reader);
        var done = 0;
        foreach (var batch in reader.Read(changes.Changed, isFirst: indexer.Edition() == 0, stop).Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(batch);
            progress?.Report((done += batch.Length, changes.Changed.Count));
        }
        writer.ResolveWaiting();
        recorder.Record(edition, touched, before);
        edition.Commit();
    }
}
