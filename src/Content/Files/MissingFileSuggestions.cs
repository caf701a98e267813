using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Text;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Files;

/// <summary>Where a file may be that is not where a report says: in the same folder under a similar name, or elsewhere under the same name.</summary>
sealed class MissingFileSuggestions(ContentFolder folder)
{
    /// <summary>Later links get no suggestion: whoever breaks more has moved a folder, and each search takes time.</summary>
    const int SearchLimit = 100;

    const int DepthLimit = 8;

    readonly ConcurrentDictionary<string, ILookup<string, string>> byFolder = [];
    readonly Lazy<ILookup<string, string>> everywhere = new(() =>
        FilesIn("", DepthLimit, folder).ToLookup(NormalizedName)
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
            FilesIn(within, depth: 0, folder).ToLookup(NormalizedName)
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

    /// <summary>Links to folders are left alone: a suggestion must not tell names from elsewhere.</summary>
    static IEnumerable<string> FilesIn(string relative, int depth, ContentFolder folder)
    {
        var root = folder.FullPath("");
        if (folder.KindOf(relative) != PathKind.Folder)
            return [];
        return new FileSystemEnumerable<string>(
            Path.Combine(root, relative),
            (ref FileSystemEntry entry) => Path.GetRelativePath(root, entry.ToFullPath()).Replace('\\', '/'),
            new EnumerationOptions
            {
                IgnoreInaccessible = true,
                RecurseSubdirectories = depth > 0,
                MaxRecursionDepth = depth,
            }
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }.Where(file => !file.Split('/').Any(part => ContentFolder.IsTemporaryName(part)));
    }
}
