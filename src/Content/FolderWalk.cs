using System.IO.Enumeration;

namespace WorkReports.Content;

/// <summary>One walk through the content folder. Links are followed, but no folder is entered twice, so no loop has a second turn.</summary>
sealed class FolderWalk(string root)
{
    const int Deepest = 16;

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    readonly HashSet<string> linked = [];

    public List<ContentFile> Files { get; } = [];

    public List<string> Closed { get; } = [];

    public void Enter(string folder, int depth)
    {
        foreach (var below in Look(folder))
        {
            if (depth < Deepest && IsNew(below)) Enter(below, depth + 1);
        }
    }

    /// <summary>Takes the files of a folder and hands over the folders in it.</summary>
    List<string> Look(string folder)
    {
        var folders = new List<string>();
        try
        {
            foreach (var (path, isFolder) in new FileSystemEnumerable<(string Path, bool IsFolder)>(
                folder, (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.IsDirectory), Everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                    !ContentFolder.IsDropping(entry.FileName) && (entry.IsDirectory || entry.FileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase)),
            })
            {
                if (isFolder) folders.Add(path);
                else Files.Add(Describe(path));
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted while the walk was on its way.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Closed.Add(Relative(folder));
        }
        return folders;
    }

    bool IsNew(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is null) return true;
        return Target(new DirectoryInfo(folder))?.FullName is { } target && !IsWalkedAnyway(target) && linked.Add(target);
    }

    /// <summary>Above the content folder, or in it where no name hides it.</summary>
    bool IsWalkedAnyway(string target) =>
        (root + '/').StartsWith(target + '/', StringComparison.Ordinal)
        || (target.StartsWith(root + '/', StringComparison.Ordinal) && !Relative(target).Split('/').Any(part => ContentFolder.IsDropping(part)));

    ContentFile Describe(string path)
    {
        FileSystemInfo? file = new FileInfo(path);
        // Behind a link lies the file that counts: its size and date, not the link's.
        if (file.LinkTarget is not null) file = Target(file);
        return file is FileInfo { Exists: true } found
            ? new ContentFile(Relative(path), found.Length, found.LastWriteTimeUtc.Ticks)
            : new ContentFile(Relative(path), 0, 0);
    }

    static FileSystemInfo? Target(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link that leads to itself.
            return null;
        }
    }

    string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
