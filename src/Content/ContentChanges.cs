using WorkReports.Content.Brake;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>How the content folder differs from what the index holds.</summary>
/// <param name="IsSiteContextNew">The site's profile or a pillar has changed.</param>
/// <param name="Changed">Reports that must be opened.</param>
/// <param name="Gone">Files that the index knows and the folder does not.</param>
/// <param name="Touched">Files whose times are others, and whose bytes are those that were read.</param>
/// <param name="TrustedHashes">By path, as the index knows them: the same bytes would give the same outcome.</param>
sealed record ContentChanges(
    bool IsSiteContextNew,
    IReadOnlyList<ContentFile> Changed,
    IReadOnlyList<string> Gone,
    IReadOnlyList<IndexedFile> Touched,
    IReadOnlyDictionary<string, string> TrustedHashes
)
{
    public bool Any => IsSiteContextNew || Changed.Count > 0 || Gone.Count > 0;

    /// <summary>A scan of everything.</summary>
    /// <param name="look">What it found.</param>
    /// <param name="held">What is gone and stands all the same: whatever leans on it stays as it is, too.</param>
    public static ContentChanges Everywhere(
        ContentFolder folder,
        FolderDiff look,
        HeldRemovals held,
        SiteContext context,
        EditionState editions
    )
    {
        string[] gone = [.. look.Gone.Where(path => !held.Covers(path))];
        if (editions.ReportInputsFingerprint() != context.ReportInputsFingerprint)
            return new ContentChanges(true, look.Listing.Reports, gone, [], new Dictionary<string, string>());

        var dependencies = editions.Dependencies().Where(one => !held.Covers(one.Dependency));
        return Compare(folder, look, gone, Stale(folder, dependencies), areNamed: false) with
        {
            IsSiteContextNew = editions.SiteFilesFingerprint() != context.FilesFingerprint,
        };
    }

    /// <summary>
    /// A scan of some files and folders, and of the files that depend on them. What an event named is hashed, whatever its times say.
    /// </summary>
    public static ContentChanges At(ContentFolder folder, IReadOnlyCollection<string> paths, EditionState editions)
    {
        var stale = Stale(folder, editions.DependenciesOn(paths));
        string[] scanned = [.. paths.Union(stale)];
        var look = FolderDiff.Of(folder.List(scanned), editions.Files(scanned));
        return Compare(folder, look, look.Gone, stale, areNamed: true);
    }

    static ContentChanges Compare(
        ContentFolder folder,
        FolderDiff look,
        IReadOnlyList<string> gone,
        HashSet<string> stale,
        bool areNamed
    )
    {
        var (changed, touched) = (new List<ContentFile>(), new List<IndexedFile>());
        foreach (var file in look.Listing.Reports)
        {
            var known = look.Known.GetValueOrDefault(file.Path);
            var isSame = FolderDiff.IsSame(file, known) && (known!.Hash.Length > 0 || folder.Read(file.Path) is null);
            var isTrusted = isSame && !(areNamed && known!.Hash.Length > 0);
            if (stale.Contains(file.Path) || (!isTrusted && !HasBytesOf(known, file, folder)))
                changed.Add(file);
            else if (!isSame)
                touched.Add(FolderDiff.AsRead(file, known!.Hash));
        }
        return new ContentChanges(
            false,
            changed,
            gone,
            touched,
            look.Known.Where(file => !stale.Contains(file.Key)).ToDictionary(file => file.Key, file => file.Value.Hash)
        );
    }

    /// <summary>Files that depend on others that are no longer as they were: a picture that came late, a report that moved.</summary>
    static HashSet<string> Stale(ContentFolder folder, IEnumerable<FileDependency> dependencies) =>
        dependencies
            .GroupBy(dependency => dependency.Dependency)
            .SelectMany(some =>
                folder.StampOf(some.Key) is var stamp ? some.Where(dependency => dependency.Stamp != stamp) : []
            )
            .Select(dependency => dependency.File)
            .ToHashSet();

    /// <summary>True for bytes that were read before, and led to what is published. What is never read, since it is too large, is known by its times.</summary>
    static bool HasBytesOf(IndexedFile? known, ContentFile file, ContentFolder folder) =>
        known is { Hash.Length: > 0 }
        && known.Size == file.Size
        && (folder.HashOf(file.Path) is { } hash ? hash == known.Hash : FolderDiff.IsSame(file, known));
}
