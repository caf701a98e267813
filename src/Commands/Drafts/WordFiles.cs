namespace WorkReports.Commands.Drafts;

/// <summary>The documents that were named to be imported: files as they are, of folders whatever Word or WPS wrote.</summary>
static class WordFiles
{
    const int DepthLimit = 32;

    /// <summary>Old formats too: that they cannot be read is told, rather than that they are passed over.</summary>
    static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".wps",
    };

    static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = DepthLimit,
        IgnoreInaccessible = true,
        // A link may lead back to a folder above it.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>Each file once, in the order of naming; a folder's by name.</summary>
    /// <param name="empty">Folders that hold no document.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> operands, out IReadOnlyList<string> empty)
    {
        var (files, seen, without) = (new List<string>(), new HashSet<string>(), new List<string>());
        foreach (var operand in operands)
        {
            var isFolder = Directory.Exists(operand);
            var found = isFolder ? InFolder(operand) : [operand];
            if (isFolder && found.Count == 0)
                without.Add(operand);
            files.AddRange(found.Where(file => seen.Add(Path.GetFullPath(file))));
        }
        empty = without;
        return files;
    }

    static List<string> InFolder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", Everywhere)
                .Where(file => Extensions.Contains(Path.GetExtension(file)) && !IsOwnerFile(Path.GetFileName(file)))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What Word lays beside a document while somebody edits it.</summary>
    static bool IsOwnerFile(string name) => name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.');
}
