using System.Security.Cryptography;

namespace WorkReports.Content.Files;

/// <summary>
/// The one place where content is opened: regular files that really lie in the folder, or where links may lead. What was looked at
/// is what is read; anything else is told by its kind and never opened.
/// </summary>
public sealed partial class ContentFolder
{
    public PathKind KindOf(string path)
    {
        using var file = Open(path, out var kind);
        return kind;
    }

    /// <summary>A file, open to be read; null where there is none, or none that may be.</summary>
    /// <param name="kind">What there is.</param>
    public OpenedFile? Open(string path, out PathKind kind)
    {
        using var held = Hold(path, out kind);
        return OpenedFile.Of(held, ref kind);
    }

    /// <summary>The bytes of a file, or null when it is not there (any more), too large, or not to be opened.</summary>
    public byte[]? Read(string path) =>
        ReadHead(path, FileSizeLimit + 1) is { Length: <= FileSizeLimit } bytes ? bytes : null;

    /// <summary>
    /// The first bytes of a file, or null when it is not there. Never more than asked for, whatever the size says: a file may grow
    /// meanwhile.
    /// </summary>
    public byte[]? ReadHead(string path, int length)
    {
        try
        {
            using var file = Open(path, out _);
            return file is null ? null : ReadHead(file, length);
        }
        catch (IOException)
        {
            return null;
        }
    }

    static byte[] ReadHead(OpenedFile file, int length)
    {
        var head = new byte[(int)Math.Min(length, file.Size + 1)];
        var read = file.Bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        while (read == head.Length && read < length)
        {
            Array.Resize(ref head, (int)Math.Min(length, head.Length * 2L));
            read += file.Bytes.ReadAtLeast(head.AsSpan(read), head.Length - read, throwOnEndOfStream: false);
        }
        return head[..read];
    }

    /// <summary>Files that are neither Markdown nor the site's own, wherever they lie.</summary>
    public IReadOnlyList<string> OtherFiles()
    {
        var walk = new FolderWalk(root, boundary) { HasOthers = true };
        walk.Walk(root, depth: 0);
        return walk.Others();
    }

    /// <summary>Size in bytes of a file, or null when it is not there.</summary>
    public long? SizeOf(string path) => new FileInfo(FullPath(path)) is { Exists: true } file ? file.Length : null;

    /// <summary>A text that changes with the file's size and times; empty while it is not there.</summary>
    public string StampOf(string path) =>
        OperatingSystem.IsLinux()
            ? LinuxPath.StatusAt(FullPath(path)) is { Kind: not PathKind.Folder } status
                ? new ContentFile(path, status.Size, status.Modified.Ticks, status.Changed).Stamp
                : ""
            : new FileInfo(FullPath(path)) is { Exists: true } file
                ? new ContentFile(path, file.Length, file.LastWriteTimeUtc.Ticks).Stamp
                : "";

    /// <summary>True where two paths lead to the same file, behind links.</summary>
    public bool IsSameFile(string one, string other) =>
        one == other
        || LinkBoundary.RealPathOf(FullPath(one)) is { Length: > 0 } real
            && real == LinkBoundary.RealPathOf(FullPath(other));

    /// <summary>Where the folder really lies, behind links; null while it is not there.</summary>
    public string? RealPath() =>
        Directory.Exists(root) && LinkBoundary.RealPathOf(root) is { Length: > 0 } real ? real : null;

    /// <summary>Names of the folders that links may lead into: what is read depends on them.</summary>
    public IReadOnlyList<string> LinkRoots => linkRoots ?? [];

    PathHandle Hold(string path, out PathKind kind)
    {
        var folders = boundary.RealFolders();
        var held = PathHandle.Of(FullPath(path));
        kind =
            held.Kind is PathKind.Missing or PathKind.BrokenLink or PathKind.Unreadable
            || boundary.Contains(held.RealPath, folders)
                ? held.Kind
                : PathKind.Outside;
        return held;
    }

    /// <summary>SHA-256 of a file's bytes, in small hexadecimal digits; null where it cannot be read.</summary>
    public string? HashOf(string path) =>
        Read(path) is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;
}
