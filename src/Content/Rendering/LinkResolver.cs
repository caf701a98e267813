using System.Text.RegularExpressions;
using WorkReports.Content.Files;
using WorkReports.Content.Inspection;

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

/// <summary>
/// Where the links of a file lead: the first of two checks against hostile ones. What a link to another file of the content folder
/// leads to is known from the folder, or from the record.
/// </summary>
abstract partial class LinkResolver
{
    static readonly string[] AllowedSchemes = ["http", "https", "mailto", "tel"];

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

    /// <summary>The size of a picture of the content folder, by the address that a page shows it at; null where it is unknown.</summary>
    public abstract ImageSize? SizeOf(string url);

    /// <summary>What is in a file that must not reach readers, or that they should not get unasked.</summary>
    public abstract IReadOnlyList<FileFault> FaultsOf(string file);

    /// <summary>What is wrong with a picture above the limit; null below it.</summary>
    public abstract (string Code, string Message)? LargeImageFault(string picture, long largest);

    /// <param name="path">A file of the content folder, there or not.</param>
    /// <param name="url">The link as it was written.</param>
    /// <param name="fragment">What follows the path in it, with its number sign or question mark.</param>
    protected abstract ResolvedLink ResolveFile(string report, string path, string url, string fragment);

    /// <summary>The file that a page shows or links at an address; null for an address of another kind.</summary>
    protected static string? FileAt(string url) =>
        url.StartsWith(Address.File(""), StringComparison.Ordinal)
            ? Uri.UnescapeDataString(url[Address.File("").Length..])
            : null;

    protected static bool IsPage(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

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
        return ContentFolder.PathBeside(report, Uri.UnescapeDataString(end < 0 ? url : url[..end])) is { } path
            ? ResolveFile(report, path, url, end < 0 ? "" : url[end..])
            : new ResolvedLink(null, Fault: ("link-outside", $"“{url}”指到了内容文件夹之外，已去掉。"));
    }

    [GeneratedRegex(@"^[A-Za-z]:[\\/]")]
    private static partial Regex LocalDiskPath();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.\-]*):")]
    private static partial Regex UrlScheme();
}
