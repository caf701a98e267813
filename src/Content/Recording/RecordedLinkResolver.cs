using WorkReports.Content.Inspection;
using WorkReports.Content.Rendering;

namespace WorkReports.Content.Recording;

/// <summary>The way from files to addresses as it was when a text was read. Nothing is judged again.</summary>
sealed class RecordedLinkResolver(ReadAgainst against) : LinkResolver
{
    readonly Dictionary<string, UsedFile> files = against.Files.ToDictionary(file => file.Path);

    public override ImageSize? SizeOf(string url) =>
        FileAt(url) is { } path && files.TryGetValue(path, out var file) ? file.Picture : null;

    public override IReadOnlyList<FileFault> FaultsOf(string file) => [];

    public override (string Code, string Message)? LargeImageFault(string picture, long largest) => null;

    protected override ResolvedLink ResolveFile(string report, string path, string url, string fragment) =>
        IsPage(path) ? new ResolvedLink(against.Pages.TryGetValue(path, out var address) ? address + fragment : null)
        : files.ContainsKey(path) ? new ResolvedLink(Address.File(path) + fragment, path)
        : new ResolvedLink(null);
}
