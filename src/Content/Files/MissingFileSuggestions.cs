using System.Collections.Concurrent;
using System.Text;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Files;

/// <summary>Where a file may be that is not where a report says: in the same folder under a similar name, or elsewhere under the same name.</summary>
sealed class MissingFileSuggestions(ContentFolder folder)
{
    /// <summary>Later links get no suggestion: whoever breaks more has moved a folder, and each search takes time.</summary>
    const int SearchLimit = 1000;

    static readonly EnumerationOptions OneFolder = new() { IgnoreInaccessible = true };
    static readonly EnumerationOptions WithSubfolders = new()
    {
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
    };

    readonly ConcurrentDictionary<string, ILookup<string, string>> byFolder = [];
    readonly Lazy<ILookup<string, string>> everywhere = new(() =>
        FilesIn("", WithSubfolders, folder).ToLookup(NormalizedName)
    );

    int searches;

    /// <param name="report">The path of the file that names it.</param>
    /// <param name="path">Where it was looked for.</param>
    /// <returns>What to write instead, as seen from the report; null when nothing is similar.</returns>
    public string? SuggestionFor(string report, string path)
    {
        if (Interlocked.Increment(ref searches) > SearchLimit)
            return null;
        var beside = byFolder.GetOrAdd(Path.GetDirectoryName(path) ?? "", within =>
            FilesIn(within, OneFolder, folder).ToLookup(NormalizedName)
        );
        var sameKind = beside.Where(same => IsMarkdown(same.Key) == IsMarkdown(path)).Select(same => same.Key);
        var found = FirstOther(beside[NormalizedName(path)])
            ?? FirstOther(beside[NormalizedName(path + ".md")])
            ?? FirstOther(everywhere.Value[NormalizedName(path)])
            ?? FirstOther(beside[ClosestWord.Of(NormalizedName(path), sameKind) ?? ""]);
        return found is null
            ? null
            : Path.GetRelativePath("/" + Path.GetDirectoryName(report), "/" + found).Replace('\\', '/');

        string? FirstOther(IEnumerable<string> files) =>
            files.FirstOrDefault(file => file != report && (IsMarkdown(file) || PublicFile.IsAllowed(file)));
    }

    static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Capitals, wide letters and spaces are what people get wrong.</summary>
    static string NormalizedName(string path)
    {
        var name = string.Concat(Path.GetFileName(path).Where(letter => !char.IsWhiteSpace(letter)));
        // Half a surrogate pair, which an escape can bring along, makes Normalize throw.
        var isText = !name.EnumerateRunes().Contains(Rune.ReplacementChar);
        return isText ? name.Normalize(NormalizationForm.FormKC).ToLowerInvariant() : name;
    }

    static IEnumerable<string> FilesIn(string relative, EnumerationOptions options, ContentFolder folder)
    {
        var root = folder.FullPath("");
        var within = Path.Combine(root, relative);
        return !Directory.Exists(within)
            ? []
            : Directory
                .EnumerateFiles(within, "*", options)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => ContentFolder.IsTemporaryName(part)));
    }
}
