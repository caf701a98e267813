using WorkReports.Content.Files;
using WorkReports.Index;

namespace WorkReports.Content.Brake;

/// <summary>A look at the content folder, or at some files of it, beside what the index knows of them.</summary>
/// <param name="Gone">Paths of files that the index knows and the folder does not.</param>
sealed record FolderDiff(
    ContentListing Listing,
    IReadOnlyDictionary<string, IndexedFile> Known,
    IReadOnlyList<string> Gone
)
{
    /// <param name="recorded">Further files that may be gone: the journal knows them, and the index never did.</param>
    public static FolderDiff Of(
        ContentListing listing,
        IReadOnlyDictionary<string, IndexedFile> known,
        IReadOnlyCollection<string>? recorded = null
    ) =>
        new(
            listing,
            known,
            [
                .. known
                    .Keys.Union(recorded ?? [])
                    .Except(listing.Reports.Select(file => file.Path))
                    .Where(path =>
                        !listing.Unreadable.Any(folder =>
                            folder == "." || path.StartsWith(folder + "/", StringComparison.Ordinal)
                        )
                    ),
            ]
        );

    /// <summary>Files that are new or changed.</summary>
    public IEnumerable<string> Newcomers() =>
        Listing.Reports.Where(file => !IsSame(file, Known.GetValueOrDefault(file.Path))).Select(file => file.Path);

    /// <summary>Files that the index does not know: they were not there before, as far as it can tell.</summary>
    public IEnumerable<string> Strangers() =>
        Listing.Reports.Select(file => file.Path).Where(path => !Known.ContainsKey(path));

    /// <summary>True where nothing that the system tells of a file is another than when it was read.</summary>
    public static bool IsSame(ContentFile file, IndexedFile? known) => known is not null && file == AsListed(known);

    public static IndexedFile AsRead(ContentFile file, string hash) =>
        new(file.Path, file.Size, file.Modified, hash, file.Changed, file.Inode);

    public static ContentFile AsListed(IndexedFile file) =>
        new(file.Path, file.Size, file.Modified, file.Changed, file.Inode);

    /// <summary>True where anything that could be published lies in a folder, or could for all that is known.</summary>
    public bool HasAnythingIn(string folder) =>
        Listing.Files.Any(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))
        || Listing.Unreadable.Any(closed =>
            closed == "." || closed == folder || closed.StartsWith(folder + "/", StringComparison.Ordinal)
        );
}
