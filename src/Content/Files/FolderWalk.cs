using System.IO.Enumeration;

namespace WorkReports.Content.Files;

/// <summary>
/// One walk through the content folder. Links are followed where they may lead, but no folder twice: a link to a folder above would
/// never end.
/// </summary>
sealed class FolderWalk(string root, LinkBoundary boundary)
{
    const int DepthLimit = 16;

    static readonly EnumerationOptions AllEntries = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    readonly string realRoot = LinkBoundary.RealPathOf(root);
    readonly IReadOnlyList<string> realFolders = boundary.RealFolders();
    readonly HashSet<string> followedLinks = [];
    readonly List<ContentFile> files = [];
    readonly List<string> unreadable = [];
    readonly List<string> others = [];

    /// <summary>True where files that are no Markdown are wanted, too.</summary>
    public bool HasOthers { get; init; }

    public IReadOnlyList<string> Others() => [.. others.Distinct().Order(StringComparer.Ordinal)];

    public ContentListing Listing() =>
        new(
            [
                .. files
                    .Where(file => file.Path != ContentFolder.EditorsGuide)
                    .DistinctBy(file => file.Path)
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ],
            [.. unreadable.Distinct().Order(StringComparer.Ordinal)]
        );

    /// <summary>Adds a file, or all that lies in a folder.</summary>
    public void Add(string path)
    {
        var full = Path.Combine(root, path);
        if (path.Split('/').Any(part => ContentFolder.IsTemporaryName(part)))
            return;
        if (Directory.Exists(full) && IsInside(full))
            Walk(full, path.Count(letter => letter == '/') + 1);
        else if (IsMarkdown(path) && File.Exists(full))
            files.Add(Describe(full));
    }

    public void Walk(string folder, int depth)
    {
        foreach (var below in ListFolder(folder))
        {
            if (depth < DepthLimit && IsFirstVisit(below))
                Walk(below, depth + 1);
        }
    }

    /// <summary>Adds the files of a folder, and returns the folders in it.</summary>
    List<string> ListFolder(string folder)
    {
        var folders = new List<string>();
        try
        {
            foreach (
                var found in new FileSystemEnumerable<Found>(folder, Found.Of, AllEntries)
                {
                    ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                        !ContentFolder.IsTemporaryName(entry.FileName)
                        && (entry.IsDirectory || IsLink(entry.Attributes) || HasOthers || IsMarkdown(entry.FileName)),
                }
            )
            {
                if (found.IsFolder)
                    folders.Add(found.Path);
                else if (IsMarkdown(found.Path))
                    files.Add(found.IsLink ? Describe(found.Path) : found.Named(Relative(found.Path)));
                else if (!found.IsLink)
                    others.Add(Relative(found.Path));
                else if (IsBroken(found.Path))
                    unreadable.Add(Relative(found.Path));
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted while the walk was on its way.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(Relative(folder));
        }
        return folders;
    }

    static bool IsMarkdown(ReadOnlySpan<char> name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    static bool IsLink(FileAttributes attributes) => attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>A link that led to a folder may lead nowhere while a disk is away: what lay there is not gone.</summary>
    static bool IsBroken(string link)
    {
        using var held = PathHandle.Of(link);
        return held.Kind == PathKind.BrokenLink;
    }

    bool IsFirstVisit(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is null)
            return true;
        if (!IsInside(folder))
        {
            unreadable.Add(Relative(folder));
            return false;
        }
        var real = LinkBoundary.RealPathOf(folder);
        return !IsReachedWithoutLink(real) && followedLinks.Add(real);
    }

    bool IsInside(string folder) => boundary.Contains(LinkBoundary.RealPathOf(folder), realFolders);

    /// <summary>A folder above the content folder, or one in it that the walk finds by itself.</summary>
    bool IsReachedWithoutLink(string real) =>
        LinkBoundary.IsWithin(realRoot, real)
        || LinkBoundary.IsWithin(real, realRoot)
            && !Path.GetRelativePath(realRoot, real)
                .Split(Path.DirectorySeparatorChar)
                .Any(part => ContentFolder.IsTemporaryName(part));

    /// <summary>Behind a link lies the file that counts: its size and date, not the link's.</summary>
    ContentFile Describe(string path)
    {
        using var held = PathHandle.Of(path);
        return held.Kind == PathKind.File
            ? new ContentFile(Relative(path), held.Size, held.Modified.Ticks, held.Changed, held.Inode)
            : new ContentFile(Relative(path), 0, 0);
    }

    string Relative(string path) => path.Length > root.Length ? path[(root.Length + 1)..].Replace('\\', '/') : ".";

    /// <summary>What listing a folder tells of a file, and a look at it that opens nothing.</summary>
    readonly record struct Found(string Path, bool IsFolder, bool IsLink, PathStatus Status)
    {
        public static Found Of(ref FileSystemEntry entry)
        {
            var path = entry.ToFullPath();
            return entry.IsDirectory ? new Found(path, true, false, default)
                : entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? new Found(path, false, true, default)
                : new Found(path, false, false, StatusOf(path, ref entry));
        }

        /// <summary>The listing itself knows nothing of the times that nobody can set.</summary>
        static PathStatus StatusOf(string path, ref FileSystemEntry entry) =>
            OperatingSystem.IsLinux() && LinuxPath.StatusAt(path) is { } status
                ? status
                : new PathStatus(PathKind.File, entry.Length, entry.LastWriteTimeUtc.UtcDateTime, 0, 0);

        public ContentFile Named(string path) =>
            new(path, Status.Size, Status.Modified.Ticks, Status.Changed, Status.Inode);
    }
}
