using WorkReports.Content.Files;
using WorkReports.Content.Reports;

namespace WorkReports.Content;

/// <summary>What is made sure of and read before any report.</summary>
public sealed partial class Publisher
{
    /// <summary>A mount point whose disk is away is an empty folder; one that cannot be opened may hold anything. Neither empties the site.</summary>
    void EnsureNotUnmounted(ContentListing listing)
    {
        if (listing.Unreadable.Contains("."))
            throw new IOException($"The content folder '{folder.FullPath("")}' cannot be opened.");
        if (listing.Files.Count == 0 && folder.SizeOf(ContentFolder.SiteFile) is null)
            throw editions.Edition() == 0
                ? new EmptyContentException(folder.FullPath(""))
                : new IOException(
                    $"The content folder '{folder.FullPath("")}' is empty, as if its disk were away. Put a site.yml into it if it is meant to be."
                );
    }

    /// <summary>Where it differs from what is published, two reads must agree: a half-written site.yml is not taken for the whole.</summary>
    SiteContext ReadSiteContext(IReadOnlyList<string> pillarFiles, CancellationToken stop)
    {
        var held = Held.Pillars.Where(folder => !pillarFiles.Contains(ContentFolder.PillarFileOf(folder))).ToList();
        var (published, profile, pillars) = (editions.SiteFilesFingerprint(), editions.Profile(), editions.Pillars());
        SiteContext Read() =>
            new SiteContextReader(folder, profile, pillars, inspections).Read(pillarFiles, unreadable, held) with
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
}
