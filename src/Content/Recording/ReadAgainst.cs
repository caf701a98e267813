using WorkReports.Content.Inspection;

namespace WorkReports.Content.Recording;

/// <summary>A file of the content folder that a page shows or links, as it was when its text was read.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of its bytes; empty where they could not be read.</param>
/// <param name="Picture">In CSS pixels; null for what is no picture.</param>
sealed record UsedFile(string Path, long Size, string Hash, ImageSize? Picture = null)
{
    public static UsedFile Of(string path, InspectedFile file) => new(path, file.Size, file.Hash, file.Picture);
}

/// <summary>
/// What the links of a text led to when it was read. With it a version is rendered again without the content folder: what it
/// links may be gone by then.
/// </summary>
/// <param name="Pages">Addresses of reports and pillars, by the paths of their files.</param>
sealed record ReadAgainst(IReadOnlyDictionary<string, string> Pages, IReadOnlyList<UsedFile> Files)
{
    public static readonly ReadAgainst Nothing = new(new Dictionary<string, string>(), []);
}
