using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>How the content folder differs from what the index holds.</summary>
/// <param name="IsSiteContextNew">The site's profile or a pillar has changed.</param>
/// <param name="Changed">Reports that must be opened.</param>
/// <param name="Gone">Files that the index knows and the folder does not.</param>
/// <param name="TrustedHashes">Files as the index knows them: the same bytes would give the same outcome.</param>
sealed record ContentChanges(
    bool IsSiteContextNew,
    IReadOnlyList<ContentFile> Changed,
    IReadOnlyList<string> Gone,
    IReadOnlyDictionary<string, IndexedFile> TrustedHashes
)
{
    public bool Any => IsSiteContextNew || Changed.Count > 0 || Gone.Count > 0;

    /// <summary>A look at everything.</summary>
    public static ContentChanges Everywhere(
        ContentFolder folder,
        ContentListing listing,
        SiteContext register,
        EditionState indexer
    )
    {
        var known = indexer.Files();
        if (indexer.ReportInputsFingerprint() != register.ReportInputsFingerprint)
            return new ContentChanges(
                true,
                listing.Reports,
                Missing(known, listing),
                new Dictionary<string, IndexedFile>()
            );

        var changes = Compare(folder, listing, known, Stale(folder, indexer.Dependencies()));
        return changes with { IsSiteContextNew = indexer.Context() != register.FilesFingerprint };
    }

    /// <summary>A look at some files and folders, and at the files that lean on them.</summary>
    public static ContentChanges At(ContentFolder folder, IReadOnlyCollection<string> paths, EditionState indexer)
    {
        var stale = Stale(folder, indexer.DependenciesOn(paths));
        string[] looked = [.. paths.Union(stale)];
        return Compare(folder, folder.List(looked), indexer.Files(looked), stale);
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
            Missing(known, listing),
            known.Where(file => !stale.Contains(file.Key)).ToDictionary()
        );
    }

    static List<string> Missing(IReadOnlyDictionary<string, IndexedFile> known, ContentListing listing) =>
        [
            .. known
                .Keys.Except(listing.Reports.Select(file => file.Path))
                .Where(path =>
                    !listing.Unreadable.Any(closed =>
                        closed == "." || path.StartsWith(closed + "/", StringComparison.Ordinal)
                    )
                ),
        ];

    /// <summary>Files that lean on others that are no longer as they were: a picture that came late, a report that moved.</summary>
    static HashSet<string> Stale(ContentFolder folder, IEnumerable<FileDependency> leans) =>
        leans
            .GroupBy(lean => lean.Dependency)
            .SelectMany(some => folder.StampOf(some.Key) is var stamp ? some.Where(lean => lean.Stamp != stamp) : [])
            .Select(lean => lean.File)
            .ToHashSet();

    static bool IsSame(ContentFolder folder, ContentFile file, IndexedFile? known) =>
        known is not null
        && known.Size == file.Size
        && known.Modified == file.Modified
        && (known.Hash.Length > 0 || folder.Read(file.Path) is null);
}
