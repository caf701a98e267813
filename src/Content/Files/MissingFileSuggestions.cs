using System.Collections.Concurrent;
using System.Text;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Files;

/// <summary>Where a file may be that is not where a report says: beside it under a like name, or elsewhere under the same.</summary>
sealed class MissingFileSuggestions(ContentFolder folder)
{
    /// <summary>For so many links something is looked for: whoever has more has moved a folder.</summary>
    const int MostSearches = 1000;

    static readonly EnumerationOptions Here = new() { IgnoreInaccessible = true };
    static readonly EnumerationOptions Everywhere = new()
    {
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
    };

    readonly ConcurrentDictionary<string, ILookup<string, string>> ofFolders = [];
    readonly Lazy<ILookup<string, string>> ofAll = new(() => Below("", Everywhere, folder).ToLookup(NameOf));

    int searches;

    /// <param name="report">The path of the file that names it.</param>
    /// <param name="path">Where it was looked for.</param>
    /// <returns>What to write instead, as seen from the report; null when nothing is like it.</returns>
    public string? Meant(string report, string path)
    {
        if (Interlocked.Increment(ref searches) > MostSearches)
            return null;
        var beside = ofFolders.GetOrAdd(Path.GetDirectoryName(path) ?? "", place =>
            Below(place, Here, folder).ToLookup(NameOf)
        );
        var kin = beside.Where(same => IsPage(same.Key) == IsPage(path)).Select(same => same.Key);
        var found = Other(beside[NameOf(path)])
            ?? Other(beside[NameOf(path + ".md")])
            ?? Other(ofAll.Value[NameOf(path)])
            ?? Other(beside[ClosestWord.Of(NameOf(path), kin) ?? ""]);
        return found is null
            ? null
            : Path.GetRelativePath("/" + Path.GetDirectoryName(report), "/" + found).Replace('\\', '/');

        string? Other(IEnumerable<string> files) =>
            files.FirstOrDefault(file => file != report && (IsPage(file) || PublicFile.IsAllowed(file)));
    }

    static bool IsPage(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Capitals, wide letters and spaces are what people get wrong.</summary>
    static string NameOf(string path)
    {
        var name = string.Concat(Path.GetFileName(path).Where(letter => !char.IsWhiteSpace(letter)));
        // Half a character, as an escape can bring along, has no form.
        var isText = !name.EnumerateRunes().Contains(Rune.ReplacementChar);
        return isText ? name.Normalize(NormalizationForm.FormKC).ToLowerInvariant() : name;
    }

    static IEnumerable<string> Below(string relative, EnumerationOptions options, ContentFolder folder)
    {
        var root = folder.FullPath("");
        var place = Path.Combine(root, relative);
        return !Directory.Exists(place)
            ? []
            : Directory
                .EnumerateFiles(place, "*", options)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => ContentFolder.IsDropping(part)));
    }
}
