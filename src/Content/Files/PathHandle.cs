using Microsoft.Win32.SafeHandles;

namespace WorkReports.Content.Files;

/// <summary>
/// What a path leads to, held fast without being opened. On Linux nobody can put another file in its place between the look at it
/// and the reading; opening a pipe or a device, which may wait for ever, is never tried.
/// </summary>
sealed class PathHandle : IDisposable
{
    const int LinkLimit = 40;

    /// <summary>Null where the system knows no such handle: there the name is opened.</summary>
    readonly SafeFileHandle? held;

    PathHandle(PathKind kind, SafeFileHandle? held = null) => (Kind, this.held) = (kind, held);

    /// <summary>Whether it lies where it may is not asked here: never <see cref="PathKind.Outside"/>.</summary>
    public PathKind Kind { get; }

    public long Size { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime Modified { get; private init; }

    /// <summary>As of <see cref="ContentFile.Changed"/>.</summary>
    public long Changed { get; private init; }

    public long Inode { get; private init; }

    /// <summary>Where it lies, behind all links; empty where nothing does.</summary>
    public string RealPath { get; private init; } = "";

    public static PathHandle Of(string path) => OperatingSystem.IsLinux() ? OfLinux(path) : OfName(path);

    public SafeFileHandle Open() =>
        File.OpenHandle(
            held is null ? RealPath : LinuxPath.NameOf(held),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );

    public void Dispose() => held?.Dispose();

    static PathHandle OfLinux(string path)
    {
        var held = LinuxPath.Hold(path, out var kind);
        if (held is null || LinuxPath.StatusOf(held) is not { } status || LinuxPath.RealPathOf(held) is not { } real)
        {
            held?.Dispose();
            return new PathHandle(kind == PathKind.Missing && IsLink(path) ? PathKind.BrokenLink : kind);
        }
        return new PathHandle(status.Kind, held)
        {
            Size = status.Size,
            Modified = status.Modified,
            Changed = status.Changed,
            Inode = status.Inode,
            RealPath = real,
        };
    }

    static PathHandle OfName(string path)
    {
        if (RealPathOf(path, LinkLimit) is not { } real)
            return new PathHandle(PathKind.BrokenLink);
        if (Directory.Exists(real))
            return new PathHandle(PathKind.Folder) { RealPath = real };
        if (new FileInfo(real) is { Exists: true } file)
            return new PathHandle(PathKind.File)
            {
                Size = file.Length,
                Modified = file.LastWriteTimeUtc,
                RealPath = real,
            };
        return new PathHandle(IsLink(path) ? PathKind.BrokenLink : PathKind.Missing);
    }

    static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>Null for links that lead in a circle.</summary>
    static string? RealPathOf(string path, int links)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (
            var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
                real = next;
            else if (links > 0 && RealPathOf(Path.Combine(real, target), --links) is { } behind)
                real = behind;
            else
                return null;
        }
        return real;
    }
}
