namespace WorkReports.Commands.Options;

/// <summary>Files and folders that were typed, relative to the current folder or to the content folder.</summary>
sealed class SelectedFiles
{
    readonly HashSet<string> paths = [];

    public SelectedFiles(string content, IReadOnlyList<string> operands, List<string> faults, UsageText text)
    {
        var root = Path.GetFullPath(content);
        foreach (var operand in operands)
        {
            var found = new[] { Path.GetFullPath(operand), Path.Combine(root, operand) }.FirstOrDefault(Path.Exists);
            var path = found is null ? null : Path.GetRelativePath(root, found).Replace('\\', '/').TrimEnd('/');
            if (path is null || path.StartsWith("../", StringComparison.Ordinal) || path == "..")
                faults.Add(text.NotOfContent(operand, root));
            else
                paths.Add(path);
        }
    }

    /// <summary>True for a file to be checked; null when nothing was typed: then all are.</summary>
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
