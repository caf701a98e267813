using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>How the content folder differs from what the index holds.</summary>
/// <param name="IsSiteContextNew">The site's profile or a pillar has changed.</param>
/// <param name="Changed">Reports that must be opened.</param>
/// <param name="Gone">Files that the index knows and the folder does not.</param>
/// <param name="TrustedHashes">By path, as the index knows them: the same bytes would give the same outcome.</param>
sealed record ContentChanges(
    bool IsSiteContextNew,
    IReadOnlyList<ContentFile> Changed,
    IReadOnlyList<string> Gone,
    IReadOnlyDictionary<string, string> TrustedHashes
)
{
    public bool Any => IsSiteContextNew || Changed.Count > 0 || Gone.Count > 0;

    /// <summary>A scan of everything.</summary>
    /// <param name="recorded">Further files that may be gone: the journal knows them, and the index never did.</param>
    public static ContentChanges Everywhere(
        ContentFolder folder,
        ContentListing listing,
        SiteContext context,
        EditionState editions,
        IReadOnlyCollection<string> recorded
    )
    {
        var known = editions.Files();
        if (editions.ReportInputsFingerprint() != context.ReportInputsFingerprint)
            return new ContentChanges(
                true,
                listing.Reports,
                Missing(known.Keys.Union(recorded), listing),
                new Dictionary<string, string>()
            );

        var changes = Compare(folder, listing, known, Stale(folder, editions.Dependencies()));
        return changes with { IsSiteContextNew = editions.SiteFilesFingerprint() != context.FilesFingerprint };
    }

    /// <summary>A scan of some files and folders, and of the files that depend on them.</summary>
    public static ContentChanges At(ContentFolder folder, IReadOnlyCollection<string> paths, EditionState editions)
    {
        var stale = Stale(folder, editions.DependenciesOn(paths));
        string[] scanned = [.. paths.Union(stale)];
        return Compare(folder, folder.List(scanned), editions.Files(scanned), stale);
    }

    static ContentChanges Compare(
        ContentFolder folder,
        ContentListing listing,
        IReadOnlyDictionary<string, IndexedFile> known,
        HashSet<string> stale
    )
    {
        var changed = listing
            .Reports.Where(file =>
                stale.Contains(file.Path) || !IsSame(folder, file, known.GetValueOrDefault(file.Path))
            )
            .ToList();
        return new ContentChanges(
            false,
            changed,
            Missing(known.Keys, listing),
            known.Where(file => !stale.Contains(file.Key)).ToDictionary(file => file.Key, file => file.Value.Hash)
        );
    }

    static List<string> Missing(IEnumerable<string> known, ContentListing listing) =>
        [
            .. known
                .Except(listing.Reports.Select(file => file.Path))
                .Where(path =>
                    !listing.Unreadable.Any(folder =>
                        folder == "." || path.StartsWith(folder + "/", StringComparison.Ordinal)
                    )
                ),
        ];

    /// <summary>Files that depend on others that are no longer as they were: a picture that came late, a report that moved.</summary>
    static HashSet<string> Stale(ContentFolder folder, IEnumerable<FileDependency> dependencies) =>
        dependencies
            .GroupBy(dependency => dependency.Dependency)
            .SelectMany(some =>
                folder.StampOf(some.Key) is var stamp ? some.Where(dependency => dependency.Stamp != stamp) : []
            )
            .Select(dependency => dependency.File)
            .ToHashSet();

    static bool IsSame(ContentFolder folder, ContentFile file, IndexedFile? known) =>
        known is not null
        && known.Size == file.Size
        && known.Modified == file.Modified
        && (known.Hash.Length > 0 || folder.Read(file.Path) is null);
}
