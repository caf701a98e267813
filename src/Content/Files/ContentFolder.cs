using System.Text;

namespace WorkReports.Content.Files;

/// <summary>What a scan of the content folder found.</summary>
/// <param name="Files">Every Markdown file but the editors' guide, in the order of their paths.</param>
/// <param name="Unreadable">Folders that could not be listed: what lies there is unknown, not gone.</param>
public sealed record ContentListing(IReadOnlyList<ContentFile> Files, IReadOnlyList<string> Unreadable)
{
    public IReadOnlyList<ContentFile> Reports { get; } =
    [.. Files.Where(file => !ContentFolder.IsPillarFile(file.Path))];

    public IEnumerable<string> PillarFiles => Files.Select(file => file.Path).Where(ContentFolder.IsPillarFile);
}

/// <summary>The folder that editors write in. Dot-files and temporary files of editors' programs are not seen at all.</summary>
/// <param name="root">Its path; it may be a link itself.</param>
/// <param name="linkRoots">Further folders that links in it may lead into.</param>
public sealed partial class ContentFolder(string root, IReadOnlyList<string>? linkRoots = null)
{
    public const string SiteFile = SiteProfile.FileName;
    public const string PillarFile = Pillar.FileName;

    /// <summary>The folder for reports that speak of several pillars.</summary>
    public const string GeneralFolder = "综合";

    /// <summary>In bytes. Larger files are refused: no report is this long, and parsing one would keep all others waiting.</summary>
    public const int FileSizeLimit = 10 * 1024 * 1024;

    public const string EditorsGuide = "README.md";

    static readonly NormalizationForm[] NormalForms = [NormalizationForm.FormC, NormalizationForm.FormD];

    readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
    readonly LinkBoundary boundary = new(Path.GetFullPath(root), linkRoots ?? []);

    public static ContentFolder Of(Settings settings) => new(settings.Content, settings.LinkRootFolders);

    public IReadOnlyList<ContentFile> MarkdownFiles() => List().Files;

    /// <exception cref="DirectoryNotFoundException">The content folder itself is not there.</exception>
    public ContentListing List()
    {
        EnsureExists();
        var walk = new FolderWalk(root, boundary);
        walk.Walk(root, depth: 0);
        return walk.Listing();
    }

    /// <summary>What lies at these paths, and below those that are folders; nothing for those that are not there.</summary>
    /// <exception cref="DirectoryNotFoundException">The content folder itself is not there.</exception>
    public ContentListing List(IEnumerable<string> paths)
    {
        EnsureExists();
        var walk = new FolderWalk(root, boundary);
        foreach (var path in paths)
            walk.Add(path);
        return walk.Listing();
    }

    /// <summary>The files that make folders pillars.</summary>
    public IReadOnlyList<string> PillarFiles() =>
        [
            .. Directory
                .EnumerateDirectories(root)
                .Select(folder => $"{Path.GetFileName(folder)}/{PillarFile}")
                .Where(path => !IsTemporaryName(path) && IsPillar(path))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What bears the name and is no file that may be read counts: it is told when it is read.</summary>
    bool IsPillar(string path) =>
        File.Exists(FullPath(path)) && KindOf(Path.GetDirectoryName(path)!) == PathKind.Folder;

    /// <summary>True where a path is a link, or leads through one.</summary>
    public bool IsBehindLink(string path)
    {
        for (var part = path; part.Length > 0; part = Path.GetDirectoryName(part) ?? "")
        {
            if (new FileInfo(FullPath(part)).LinkTarget is not null)
                return true;
        }
        return false;
    }

    /// <summary>A Mac stores letters and their accents apart in file names; links and addresses are written composed, so both are tried.</summary>
    public string FullPath(string path)
    {
        var full = Path.Combine(root, path);
        return Ascii.IsValid(path) || Path.Exists(full)
            ? full
            : NormalForms.Select(form => Path.Combine(root, path.Normalize(form))).FirstOrDefault(Path.Exists, full);
    }

    /// <summary>A file beside a report, or below or above its folder; null when that leads out of the content folder.</summary>
    public static string? PathBeside(string report, string relative)
    {
        var parts = new List<string>(report.Split('/')[..^1]);
        foreach (var part in relative.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part.Contains('\0'))
                return null;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        }
        return AddressText.Composed(string.Join('/', parts));
    }

    /// <summary>True for the file that makes its folder a pillar.</summary>
    public static bool IsPillarFile(string path) =>
        path.EndsWith(PillarFile, StringComparison.Ordinal) && path.Split('/') is [_, PillarFile];

    /// <summary>The file that makes a folder a pillar.</summary>
    public static string PillarFileOf(string folder) => $"{folder}/{PillarFile}";

    /// <summary>Names that nobody publishes: hidden files, lock files of Office and WPS, swap and backup files.</summary>
    public static bool IsTemporaryName(ReadOnlySpan<char> name) =>
        name.StartsWith(".")
        || name.StartsWith("~")
        || name.EndsWith("~")
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".swp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".bak", StringComparison.OrdinalIgnoreCase);

    /// <summary>An unmounted content folder must not look like an empty one: that would empty the site.</summary>
    void EnsureExists()
    {
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException($"The content folder '{root}' is not there.");
    }
}
