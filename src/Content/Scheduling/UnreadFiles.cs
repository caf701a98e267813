using WorkReports.Content.Files;
using WorkReports.Index;

namespace WorkReports.Content.Scheduling;

/// <summary>
/// Files that were not read by this program, and whose bytes are those that readers see: another server published them, or an earlier
/// build. What is told of them, and what they depend on, is found a few at a time, so that no edit waits for thousands of them. In the
/// index they stay unread until then, also over a restart.
/// </summary>
sealed class UnreadFiles(ContentFolder folder, EditionState editions)
{
    /// <summary>So many are read in a fraction of a second.</summary>
    public const int BatchSize = 256;

    /// <summary>Each as it was when its bytes were looked at.</summary>
    readonly Dictionary<string, ContentFile> files = [];

    public int Count => files.Count;

    /// <summary>Paths of those that are read next.</summary>
    public IReadOnlyCollection<string> Next => [.. files.Keys.Take(BatchSize)];

    /// <summary>Looked at now, with whatever comes of it.</summary>
    public void Take(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            files.Remove(path);
    }

    /// <summary>Which of the files that are to be read in a scan of everything are read later.</summary>
    /// <param name="known">As the index knows the files.</param>
    /// <param name="isBeingRead">True for a file whose outcome would be lost if it were put off.</param>
    public IEnumerable<ContentFile> PutOff(
        IEnumerable<ContentFile> changed,
        IReadOnlyDictionary<string, IndexedFile> known,
        Func<string, bool> isBeingRead
    )
    {
        var before = files.ToDictionary();
        files.Clear();
        var unread = changed
            .Where(file => known.GetValueOrDefault(file.Path)?.Hash.Length == 0 && !isBeingRead(file.Path))
            .ToList();
        if (unread.Count <= BatchSize)
            return [];
        var shown = editions
            .Reports(default)
            .Where(report => report.Reading.Length > 0)
            .ToDictionary(report => report.Path, report => report.Hash);
        foreach (var file in unread.Where(IsShown).Skip(BatchSize))
            files[file.Path] = file;
        return files.Values;

        bool IsShown(ContentFile file) =>
            shown.TryGetValue(file.Path, out var hash)
            && (before.GetValueOrDefault(file.Path) == file || folder.HashOf(file.Path) == hash);
    }
}
