using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>How the content folder differs from what the index holds.</summary>
/// <param name="ReadAll">What every report depends on has changed.</param>
/// <param name="Reports">Every report's file that is there.</param>
/// <param name="Changed">Those that must be opened.</param>
/// <param name="Gone">Files that the index knows and the folder does not.</param>
/// <param name="Trusted">Files as the index knows them: the same bytes would give the same outcome.</param>
sealed record Changes(
    bool ReadAll,
    IReadOnlyList<ContentFile> Reports,
    IReadOnlyList<ContentFile> Changed,
    IReadOnlyList<string> Gone,
    IReadOnlyDictionary<string, IndexedFile> Trusted)
{
    public bool Any => ReadAll || Changed.Count > 0 || Gone.Count > 0;

    public static Changes Find(ContentFolder folder, ContentListing listing, Register register, Indexer indexer)
    {
        var reports = listing.Files.Where(file => !ContentFolder.IsPillarFile(file.Path)).ToList();
        var known = indexer.Files();
        var gone = known.Keys
            .Except(reports.Select(file => file.Path))
            .Where(path => !listing.Closed.Any(closed => closed == "." || path.StartsWith(closed + "/", StringComparison.Ordinal)))
            .ToList();
        if (indexer.Context() != register.Context) return new Changes(true, reports, reports, gone, new Dictionary<string, IndexedFile>());

        var stale = Stale(folder, indexer);
        var changed = reports.Where(file => stale.Contains(file.Path) || !IsSame(folder, file, known.GetValueOrDefault(file.Path))).ToList();
        return new Changes(false, reports, changed, gone, known.Where(file => !stale.Contains(file.Key)).ToDictionary());
    }

    /// <summary>Files that lean on others that are no longer as they were: a picture that came late, a report that moved.</summary>
    static HashSet<string> Stale(ContentFolder folder, Indexer indexer) =>
        indexer.Leans()
            .GroupBy(lean => lean.On)
            .SelectMany(leans => folder.StampOf(leans.Key) is var stamp ? leans.Where(lean => lean.Stamp != stamp) : [])
            .Select(lean => lean.File)
            .ToHashSet();

    static bool IsSame(ContentFolder folder, ContentFile file, IndexedFile? known) =>
        known is not null
        && known.Size == file.Size
        && known.Modified == file.Modified
        && (known.Hash.Length > 0 || folder.Read(file.Path) is null);
}
