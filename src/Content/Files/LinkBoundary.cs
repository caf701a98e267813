namespace WorkReports.Content.Files;

/// <summary>
/// Where files may really lie: in the content folder, behind whatever links it is reached by, and in the further folders that links
/// may lead into.
/// </summary>
sealed class LinkBoundary(string root, IReadOnlyList<string> linkRoots)
{
    /// <summary>As the folders lie now: a link that is set anew moves them.</summary>
    public IReadOnlyList<string> RealFolders() =>
        [.. linkRoots.Prepend(root).Select(RealPathOf).Where(folder => folder.Length > 0)];

    /// <param name="before">As the folders lay before the path was followed.</param>
    public bool Contains(string real, IReadOnlyList<string> before) =>
        before.Any(folder => IsWithin(real, folder)) || RealFolders().Any(folder => IsWithin(real, folder));

    public static string RealPathOf(string path)
    {
        using var held = PathHandle.Of(path);
        return held.RealPath;
    }

    /// <summary>True for the folder itself, too.</summary>
    public static bool IsWithin(string real, string folder) =>
        real == folder
        || real.StartsWith(
            Path.TrimEndingDirectorySeparator(folder).TrimEnd('/') + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
