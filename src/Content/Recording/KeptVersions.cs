using WorkReports.Index;
using WorkReports.Journal;

namespace WorkReports.Content.Recording;

/// <summary>
/// Versions whose files are gone from where they were. Where such a file lies elsewhere now and has mistakes, its last good version goes with it: else a
/// file that was only moved would take its report down, and the journal would call it deleted.
/// </summary>
/// <param name="edition">Before the files that are gone are taken out of it.</param>
/// <param name="gone">Paths of these files.</param>
sealed class KeptVersions(EditionTransaction edition, JournalFile journal, IReadOnlyCollection<string> gone)
{
    /// <summary>With the hashes of their files, as these were last read.</summary>
    readonly List<(ReportSnapshot Version, string FileHash)> kept =
    [
        .. edition
            .ReportsOf(gone, default)
            .Where(version => version.Reading.Length > 0)
            .Select(version => (version, edition.FileAt(version.Path)?.Hash ?? "")),
    ];

    /// <summary>Files with mistakes, by their paths, each with the hash of its bytes.</summary>
    readonly Dictionary<string, string> broken = [];

    /// <summary>A file that was read, and makes no report as it is.</summary>
    public void NoteBroken(string path, string hash) => broken[path] = hash;

    /// <summary>Puts the versions whose files were found elsewhere at their new places.</summary>
    /// <param name="addressOf">The last part of the address that a file asks for, from its head alone; null where it says none.</param>
    public void Move(Func<string, string?> addressOf)
    {
        foreach (var (version, fileHash) in kept)
        {
            if (PlaceOf(version, fileHash, addressOf) is not { } path || edition.HolderOf(version.Slug) is not null)
                continue;
            broken.Remove(path);
            if (Render(version, path) is { } report)
                edition.PutReports([report]);
        }
    }

    string? PlaceOf(ReportSnapshot version, string fileHash, Func<string, string?> addressOf) =>
        broken.Keys.Order(StringComparer.Ordinal).FirstOrDefault(path => broken[path] == fileHash)
        ?? broken.Keys.Order(StringComparer.Ordinal).FirstOrDefault(path => addressOf(path) == version.Slug);

    /// <returns>Null where the record cannot give it.</returns>
    Report? Render(ReportSnapshot version, string path)
    {
        try
        {
            return journal.TextOf(version.Hash) is { } text && journal.TextOf(version.Reading) is { } reading
                ? RecordedRendering.Report(path, text, RecordedVersion.ReadingOf<ReportReading>(reading)) with
                {
                    Hash = version.Hash,
                    Reading = version.Reading,
                }
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
