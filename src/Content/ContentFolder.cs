using System.IO.Enumeration;

namespace WorkReports.Content;

/// <summary>The folder that editors write in. Dot-files and what editors' programs drop are not seen at all.</summary>
public sealed class ContentFolder(string root)
{
    public const string SiteFile = "site.yml";
    public const string PillarFile = "_index.md";

    /// <summary>The folder for reports that speak of several pillars.</summary>
    public const string General = "综合";

    /// <summary>Larger files are refused: no report is this long, and one could starve the rest.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    const string Guide = "README.md";

    readonly string root = Path.GetFullPath(root);

    /// <summary>Every Markdown file but the editors' guide, in the order of their paths.</summary>
    public IReadOnlyList<ContentFile> MarkdownFiles()
    {
        var found = new FileSystemEnumerable<ContentFile>(root, Describe, new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 16,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.None,
        })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsMarkdown(entry.FileName) && !IsDropping(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsDropping(entry.FileName),
        };
        return [.. found.Where(file => file.Path != Guide).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The bytes of a file, or null when it is not there (any more).</summary>
    public byte[]? Read(string path) => Try(() => File.ReadAllBytes(FullPath(path)));

    /// <summary>The first bytes of a file, or null when it is not there.</summary>
    public byte[]? ReadHead(string path, int length) => Try(() =>
    {
        using var file = File.OpenRead(FullPath(path));
        var head = new byte[Math.Min(length, file.Length)];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    });

    /// <summary>Size in bytes of a file, or null when it is not there.</summary>
    public long? SizeOf(string path) => new FileInfo(FullPath(path)) is { Exists: true } file ? file.Length : null;

    public string FullPath(string path) => Path.Combine(root, path);

    /// <summary>Names that nobody publishes: hidden files, lock files of Office and WPS, swap and backup files.</summary>
    public static bool IsDropping(ReadOnlySpan<char> name) =>
        name.StartsWith(".") || name.StartsWith("~") || name.EndsWith("~")
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".swp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".bak", StringComparison.OrdinalIgnoreCase);

    static byte[]? Try(Func<byte[]> read)
    {
        try
        {
            return read();
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    static bool IsMarkdown(ReadOnlySpan<char> name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    ContentFile Describe(ref FileSystemEntry entry)
    {
        var full = entry.ToFullPath();
        var file = new FileInfo(full);
        // Behind a link lies the file that counts: its size and date, not the link's.
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
        return new ContentFile(
            Path.GetRelativePath(root, full).Replace('\\', '/'),
            file.Exists ? file.Length : 0,
            file.Exists ? file.LastWriteTimeUtc.Ticks : 0);
    }
}
