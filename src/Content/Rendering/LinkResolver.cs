using System.Text.RegularExpressions;
using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>What became of a link.</summary>
/// <param name="Url">Null when it must not be followed.</param>
/// <param name="File">The file of the content folder that it needs.</param>
/// <param name="Fault">What is wrong with it, for its editor.</param>
/// <param name="Dependency">The file of the content folder that decided, there or not, and its stamp.</param>
readonly record struct ResolvedLink(
    string? Url,
    string? File = null,
    (string Code, string Message)? Fault = null,
    (string Path, string Stamp)? Dependency = null
)
{
    public bool IsPicture => File is not null && PublicFile.IsPicture(File);
}

/// <summary>Where the links of a report lead: the first of two checks against hostile ones, and the way from files to addresses.</summary>
/// <param name="folder">Where the files lie.</param>
/// <param name="site">Null where no profile is known.</param>
/// <param name="inspections">What was found in files before.</param>
sealed partial class LinkResolver(ContentFolder folder, SiteProfile? site = null, FileInspections? inspections = null)
{
    static readonly string[] AllowedSchemes = ["http", "https", "mailto", "tel"];

    readonly LinkTargets targets = new(folder);
    readonly MissingFileSuggestions suggestions = new(folder);
    readonly FileInspections inspections = inspections ?? new FileInspections(folder);

    /// <param name="report">The path of the file that holds the link.</param>
    public ResolvedLink Resolve(string report, string url)
    {
        // A browser drops control characters and spaces before it reads the scheme; so do we.
        var clean = string.Concat(url.Where(letter => letter >= ' ')).Trim();
        if (clean.Length == 0)
            return new ResolvedLink(null, Fault: ("link-empty", "这个链接没有写地址。"));
        if (LocalDiskPath().IsMatch(clean))
            return new ResolvedLink(
                null,
                Fault: (
                    "link-disk",
                    $"“{clean}”是您电脑上的路径，读者打不开，已去掉。请把文件放到报告旁边，写它的文件名。"
                )
            );
        if (UrlScheme().Match(clean) is { Success: true } scheme)
            return External(clean, scheme.Groups[1].Value);
        // A browser takes a backslash for a slash: "/\host" is the address of another site, as "//host" is.
        return clean switch
        {
            ['#' or '?', ..] => new ResolvedLink(clean),
            ['/', '/' or '\\', ..] => new ResolvedLink("https://" + clean[2..].Replace('\\', '/')),
            ['/', ..] => clean.StartsWith(Address.File(""), StringComparison.Ordinal)
                ? Internal("", clean[Address.File("").Length..])
                : new ResolvedLink(clean),
            _ => Internal(report, clean),
        };
    }

    /// <summary>The size of a picture of the content folder, by the address that a page shows it at.</summary>
    public ImageSize? SizeOf(string url) =>
        url.StartsWith(Address.File(""), StringComparison.Ordinal)
        && folder.ReadHead(Uri.UnescapeDataString(url[Address.File("").Length..]), ImageSize.HeadLength) is { } head
            ? ImageSize.Of(head)
            : null;

    /// <summary>What is wrong with a picture above the limit; null below it.</summary>
    public (string Code, string Message)? LargeImageFault(string picture, long largest) =>
        folder.SizeOf(picture) is { } length && length > largest
            ? (
                "picture-large",
                $"图片有 {length >> 10} KB，超过了 {largest >> 10} KB，读者要等很久。请用画图软件把宽度缩小到 1600 像素以内，存成 jpg。"
            )
            : null;

    /// <summary>What is in a file that must not reach readers, or that they should not get unasked.</summary>
    public IReadOnlyList<FileFault> FaultsOf(string file) => inspections.Of(file);

    /// <summary>What keeps a file from readers whatever it is; null for one that may be read.</summary>
    public (string Code, string Message)? PrivateFault(string path) =>
        path == ContentFolder.SiteFile || path.Split('/').Any(part => part.StartsWith('.')) || IsWordList(path)
            ? (
                "file-private",
                $"“{path}”是网站自己用的文件，或者是隐藏的文件，读者打不开。请不要引用它；要公开，请另存一份。"
            )
            : null;

    /// <summary>What must not be opened, or cannot be, and why; null for a file that can, and where there is none.</summary>
    public (string Code, string Message)? EntryFaultOf(string path) =>
        folder.KindOf(path) is not (EntryKind.File or EntryKind.Missing or EntryKind.Folder) and var kind
        && EntryFault.Of(kind) is var (code, message)
            ? (code, $"“{path}”：{message}")
            : null;

    bool IsWordList(string path) => site?.WordList is { } words && folder.IsSameFile(path, words);

    /// <summary>What to write for a file that is not there, as a question to the editor; empty when nothing is like it.</summary>
    public string SuggestionFor(string report, string path) =>
        ClosestWord.Question(suggestions.SuggestionFor(report, path));

    static ResolvedLink External(string url, string scheme) =>
        AllowedSchemes.Contains(scheme.ToLowerInvariant())
            ? new ResolvedLink(url)
            : new ResolvedLink(
                null,
                Fault: (
                    "link-scheme",
                    $"不允许以“{scheme}:”开头的链接，已去掉。请使用 https:// 开头的网址，或本站文件的相对路径。"
                )
            );

    ResolvedLink Internal(string report, string url)
    {
        var end = url.IndexOfAny(['#', '?']);
        var fragment = end < 0 ? "" : url[end..];
        var path = ContentFolder.PathBeside(report, Uri.UnescapeDataString(end < 0 ? url : url[..end]));
        if (path is null)
            return new ResolvedLink(null, Fault: ("link-outside", $"“{url}”指到了内容文件夹之外，已去掉。"));
        var dependency = (path, Stamp: folder.StampOf(path));
        if (PrivateFault(path) is { } secret)
            return new ResolvedLink(null, Fault: secret, Dependency: dependency);
        var isPage = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        if (!isPage && !PublicFile.IsAllowed(path))
            return new ResolvedLink(
                null,
                Fault: (
                    "link-kind",
                    $"“{url}”不是允许公开的文件类型，已去掉链接。{(SuggestionFor(report, path) is { Length: > 0 } question ? question : PublicFile.AllowedKinds)}"
                )
            );
        var target = isPage ? ToPage(report, path, url, fragment) : ToFile(report, path, url, fragment);
        return target with { Dependency = dependency };
    }

    ResolvedLink ToFile(string report, string path, string url, string fragment) =>
        folder.KindOf(path) switch
        {
            EntryKind.File => new ResolvedLink(Address.File(path) + fragment, path),
            // The right to it may be given any moment: the link stays.
            EntryKind.Unreadable => new ResolvedLink(Address.File(path) + fragment, path, EntryFaultOf(path)),
            EntryKind.Special or EntryKind.BrokenLink or EntryKind.Outside => new ResolvedLink(
                null,
                Fault: EntryFaultOf(path)
            ),
            _ => new ResolvedLink(
                null,
                Fault: (
                    "link-missing",
                    $"找不到文件“{url}”，已去掉链接。{SuggestionFor(report, path)}请检查文件名和文件夹，路径从报告所在的文件夹算起。"
                )
            ),
        };

    ResolvedLink ToPage(string report, string path, string url, string fragment) =>
        targets.AddressOf(path) is { } address
            ? new ResolvedLink(address + fragment, Fault: targets.FragmentFault(path, fragment))
            : new ResolvedLink(
                null,
                Fault: (
                    "link-missing",
                    $"找不到报告“{url}”。{SuggestionFor(report, path)}请检查文件名和文件夹，路径从本报告所在的文件夹算起。"
                )
            );

    [GeneratedRegex(@"^[A-Za-z]:[\\/]")]
    private static partial Regex LocalDiskPath();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.\-]*):")]
    private static partial Regex UrlScheme();
}
