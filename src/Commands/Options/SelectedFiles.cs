namespace WorkReports.Commands.Options;

/// <summary>Files and folders that were typed: as seen from where one stands, or from the content folder.</summary>
sealed class SelectedFiles
{
    readonly HashSet<string> paths = [];

    public SelectedFiles(string content, IReadOnlyList<string> words, List<string> faults)
    {
        var root = Path.GetFullPath(content);
        foreach (var word in words)
        {
            var found = new[] { Path.GetFullPath(word), Path.Combine(root, word) }.FirstOrDefault(Path.Exists);
            var path = found is null ? null : Path.GetRelativePath(root, found).Replace('\\', '/').TrimEnd('/');
            if (path is null || path.StartsWith("../", StringComparison.Ordinal) || path == "..")
                faults.Add($"'{word}' is no file or folder of {root}.");
            else
                paths.Add(path);
        }
    }

    /// <summary>Null when nothing was typed: then all files are meant.</summary>
    public Func<string, bool>? Filter => paths.Count == 0 || paths.Contains(".") ? null : IsSelected;

    bool IsSelected(string file)
    {
        for (var end = file.Length; end > 0; end = file.LastIndexOf('/', end - 1))
        {
            if (paths.Contains(file[..end]))
                return true;
        }
        return false;
    }
}
