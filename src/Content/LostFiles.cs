using System.Text;

namespace WorkReports.Content;

/// <summary>Where a file may be that is not where a report says: beside it under a like name, or elsewhere under the same.</summary>
sealed class LostFiles(ContentFolder folder)
{
    static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true };

    /// <summary>The content folder's files by their names, for the few links that lead nowhere.</summary>
    readonly Lazy<ILookup<string, string>> names = new(() => Below("", Everywhere, folder).ToLookup(NameOf));

    /// <param name="report">The path of the file that names it.</param>
    /// <param name="path">Where it was looked for.</param>
    /// <returns>What to write instead, as seen from the report; null when nothing is like it.</returns>
    public string? Meant(string report, string path)
    {
        var isPage = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        var beside = Below(Path.GetDirectoryName(path) ?? "", new EnumerationOptions { IgnoreInaccessible = true }, folder)
            .Where(file => file != report && (IsPage(file) || !isPage) && (PublicFile.IsAllowed(file) || IsPage(file)))
            .ToLookup(NameOf);
        var found = beside[NameOf(path)].FirstOrDefault()
            ?? beside[NameOf(path + ".md")].FirstOrDefault()
            ?? names.Value[NameOf(path)].FirstOrDefault(file => file != report)
            ?? (Nearest.Of(NameOf(path), beside.Select(same => same.Key)) is { } near ? beside[near].First() : null);
        return found is null ? null : Path.GetRelativePath("/" + Path.GetDirectoryName(report), "/" + found).Replace('\\', '/');
    }

    static bool IsPage(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Capitals, wide letters and spaces are what people get wrong.</summary>
    static string NameOf(string path) =>
        string.Concat(AddressText.Composed(Path.GetFileName(path)).Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    static IEnumerable<string> Below(string relative, EnumerationOptions options, ContentFolder folder)
    {
        var root = folder.FullPath("");
        var place = Path.Combine(root, relative);
        return !Directory.Exists(place) ? [] : Directory.EnumerateFiles(place, "*", options)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => ContentFolder.IsDropping(part)));
    }
}
