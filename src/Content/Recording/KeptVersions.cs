using WorkReports.Index;
using WorkReports.Journal;

namespace WorkReports.Content.Recording;

/// <summary>
/// Versions whose files are gone from where they were. Where such a file lies elsewhere now and has mistakes, its last good version goes with it: else a
/// file that was only moved would take its report down, and the journal would call it deleted.
/// </summary>
/// <param name="edition">Before the files that are gone are taken out of it.</param>
/// <param name="gone">The versions of these files.</param>
sealed class KeptVersions(EditionTransaction edition, JournalFile journal, IEnumerable<ReportSnapshot> gone)
{
    /// <summary>With the hashes of their files, as these were last read.</summary>
    readonly List<(ReportSnapshot Version, string FileHash)> kept =
    [
        .. gone.Where(version => version.Reading.Length > 0)
            .Select(version => (version, edition.FileAt(version.Path)?.Hash ?? "")),
    ];

    /// <summary>Files with mistakes, by their paths, each with the hash of its bytes.</summary>
    readonly SortedDictionary<string, string> broken = new(StringComparer.Ordinal);

    /// <summary>A file that was read, and makes no report as it is.</summary>
    public void NoteBroken(string path, string hash) => broken[path] = hash;

    /// <summary>Puts the versions whose files were found elsewhere at their new places.</summary>
    /// <param name="addressOf">The last part of the address that a file asks for, from its head alone; null where it says none.</param>
    public void Move(Func<string, string?> addressOf)
    {
        if (kept.Count == 0 || broken.Count == 0)
            return;
        var byHash = broken.ToLookup(file => file.Value, file => file.Key);
        // Once for all: it opens the file.
        var byAddress = new Lazy<ILookup<string?, string>>(() => broken.Keys.ToLookup(addressOf));
        var taken = new HashSet<string>();
        foreach (var (version, fileHash) in kept)
        {
            var path = byHash[fileHash].FirstOrDefault(path => !taken.Contains(path))
                ?? byAddress.Value[version.Slug].FirstOrDefault(path => !taken.Contains(path));
            if (path is null || edition.HolderOf(version.Slug) is not null)
                continue;
            taken.Add(path);
            if (Render(version, path) is { } report)
                edition.PutReports([report]);
        }
    }

    /// <returns>Null where the record cannot give it.</returns>
    Report? Render(ReportSnapshot version, string path)
    {
        try
        {
            return journal.TextOf(version.Hash) is { } text && journal.TextOf(version.Reading) is { } reading
                ? RecordedRendering.Report(path, (version.Hash, text), (version.Reading, reading))
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
