using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>Where the links of a report lead: the first fence against hostile ones, and the way from files to addresses.</summary>
/// <param name="folder">Where the files lie.</param>
sealed partial class LinkResolver(ContentFolder folder)
{
    static readonly string[] AllowedSchemes = ["http", "https", "mailto", "tel"];

    readonly ConcurrentDictionary<string, string?> addresses = [];
    readonly ConcurrentDictionary<string, IReadOnlySet<string>> anchors = [];
    readonly MissingFileSuggestions suggestions = new(folder);

    /// <summary>What became of a link.</summary>
    /// <param name="Url">Null when it must not be followed.</param>
    /// <param name="File">The file of the content folder that it needs.</param>
    /// <param name="Fault">What to tell the editor.</param>
    /// <param name="Dependency">The file of the content folder that decided, there or not, and its stamp.</param>
    public readonly record struct ResolvedLink(
        string? Url,
        string? File = null,
        (string Code, string Message)? Fault = null,
        (string Path, string Stamp)? Dependency = null
    )
    {
        public bool IsPicture => File is not null && PublicFile.IsPicture(File);
    }

    /// <param name="report">The path of the file that holds the link.</param>
    public ResolvedLink Resolve(string report, string url)
    {
        // A browser drops control characters and spaces before it reads the scheme; so do we.
        var clean = string.Concat(url.Where(letter => letter > ' ' || letter == ' ')).Trim();
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

    /// <summary>The size of a picture of the content folder, by the address that a page shows it at.</summary>
    public ImageSize? SizeOf(string url) =>
        url.StartsWith(Address.File(""), StringComparison.Ordinal)
        && folder.ReadHead(Uri.UnescapeDataString(url[Address.File("").Length..]), ImageSize.HeadLength) is { } head
            ? ImageSize.Of(head)
            : null;

    /// <summary>What to tell of a picture above the limit; null below it.</summary>
    public (string Code, string Message)? LargeImageFault(string picture, long largest) =>
        folder.SizeOf(picture) is { } length && length > largest
            ? (
                "picture-large",
                $"图片有 {length >> 10} KB，超过了 {largest >> 10} KB，读者要等很久。请用画图软件把宽度缩小到 1600 像素以内，存成 jpg。"
            )
            : null;

    /// <summary>What to write for a file that is not there, as a question to the editor; empty when nothing is like it.</summary>
    public string SuggestionFor(string report, string path) => ClosestWord.Question(suggestions.SuggestionFor(report, path));

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
        var path = PathBeside(report, Uri.UnescapeDataString(end < 0 ? url : url[..end]));
        if (path is null)
            return new ResolvedLink(null, Fault: ("link-outside", $"“{url}”指到了内容文件夹之外，已去掉。"));
        var isPage = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        if (!isPage && !PublicFile.IsAllowed(path))
            return new ResolvedLink(
                null,
                Fault: (
                    "link-kind",
                    $"“{url}”不是允许公开的文件类型，已去掉链接。{(SuggestionFor(report, path) is { Length: > 0 } question ? question : PublicFile.AllowedKinds)}"
                )
            );
        var asked = (path, Stamp: folder.StampOf(path));
        var target = isPage
            ? ToPage(report, path, url, fragment)
            : ToFile(report, path, url, fragment, asked.Stamp.Length > 0);
        return target with { Dependency = asked };
    }

    ResolvedLink ToFile(string report, string path, string url, string fragment, bool isThere) =>
        isThere
            ? new ResolvedLink(Address.File(path) + fragment, path)
            : new ResolvedLink(
                null,
                Fault: (
                    "link-missing",
                    $"找不到文件“{url}”，已去掉链接。{SuggestionFor(report, path)}请检查文件名和文件夹，路径从报告所在的文件夹算起。"
                )
            );

    ResolvedLink ToPage(string report, string path, string url, string fragment) =>
        addresses.GetOrAdd(path, AddressOf) is { } address
            ? new ResolvedLink(address + fragment, Fault: Anchors.Fault(fragment, () => anchors.GetOrAdd(path, AnchorsOf)))
            : new ResolvedLink(
                null,
                Fault: (
                    "link-missing",
                    $"找不到报告“{url}”。{SuggestionFor(report, path)}请检查文件名和文件夹，路径从本报告所在的文件夹算起。"
                )
            );

    /// <summary>The address of a report or pillar, from its head and name alone: it may not have been read yet.</summary>
    string? AddressOf(string path)
    {
        if (path == ContentFolder.EditorsGuide || folder.Read(path) is not { } bytes)
            return null;
        var unheard = new ProblemList(path);
        var head = TextDecoder.Decode(bytes, unheard) is { } text ? FrontMatterBlock.Read(text, unheard).Mapping : null;
        var written = head is null ? null : YamlFields.Read(head, [ReportKeys.Slug], unheard).Text(ReportKeys.Slug);
        if (written is not null && !ReportName.IsSlug(written))
            written = null;
        return ContentFolder.IsPillarFile(path)
            ? Address.Pillar(written ?? ReportName.Of(path.Split('/')[0]).Slug)
            : Address.Report(written ?? ReportName.Of(path).Slug);
    }

    /// <summary>The sections of another report.</summary>
    IReadOnlySet<string> AnchorsOf(string path)
    {
        var unheard = new ProblemList(path);
        if (folder.Read(path) is not { } bytes || TextDecoder.Decode(bytes, unheard) is not { } text)
            return new HashSet<string>();
        var matter = FrontMatterBlock.Read(text, unheard);
        return Anchors.Of(
            matter.Body,
            isTitled: matter.Mapping is { } head && YamlFields.Read(head, [ReportKeys.Title], unheard).Has(ReportKeys.Title)
        );
    }

    [GeneratedRegex(@"^[A-Za-z]:[\\/]")]
    private static partial Regex LocalDiskPath();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.\-]*):")]
    private static partial Regex UrlScheme();
}
