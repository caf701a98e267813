using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>The way from files to addresses, as the content folder is now; faults are told to the editor.</summary>
/// <param name="folder">Where the files lie.</param>
/// <param name="site">Null where no profile is known.</param>
/// <param name="inspections">What was found in files before.</param>
sealed class FolderLinkResolver(ContentFolder folder, SiteProfile? site = null, FileInspections? inspections = null)
    : LinkResolver
{
    readonly LinkTargets targets = new(folder);
    readonly MissingFileSuggestions suggestions = new(folder);
    readonly FileInspections inspections = inspections ?? new FileInspections(folder);

    public override ImageSize? SizeOf(string url) => FileAt(url) is { } file ? inspections.Of(file).Picture : null;

    /// <summary>What the bytes of a file say; it is looked into once, and again when it changed.</summary>
    public InspectedFile Inspect(string file) => inspections.Of(file);

    public override (string Code, string Message)? LargeImageFault(string picture, long largest) =>
        folder.SizeOf(picture) is { } length && length > largest
            ? (
                "picture-large",
                $"图片有 {length >> 10} KB，超过了 {largest >> 10} KB，读者要等很久。请用画图软件把宽度缩小到 1600 像素以内，存成 jpg。"
            )
            : null;

    public override IReadOnlyList<FileFault> FaultsOf(string file) => inspections.Of(file).Faults;

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
        folder.KindOf(path) is not (PathKind.File or PathKind.Missing or PathKind.Folder) and var kind
        && PathFault.Of(kind) is var (code, message)
            ? (code, $"“{path}”：{message}")
            : null;

    bool IsWordList(string path) => site?.WordList is { } words && folder.IsSameFile(path, words);

    /// <summary>What to write for a file that is not there, as a question to the editor; empty when nothing is like it.</summary>
    public string SuggestionFor(string report, string path) =>
        ClosestWord.Question(suggestions.SuggestionFor(report, path));

    protected override ResolvedLink ResolveFile(string report, string path, string url, string fragment)
    {
        var dependency = (path, Stamp: folder.StampOf(path));
        if (PrivateFault(path) is { } secret)
            return new ResolvedLink(null, Fault: secret, Dependency: dependency);
        if (!IsPage(path) && !PublicFile.IsAllowed(path))
            return new ResolvedLink(
                null,
                Fault: (
                    "link-kind",
                    $"“{url}”不是允许公开的文件类型，已去掉链接。{(SuggestionFor(report, path) is { Length: > 0 } question ? question : PublicFile.AllowedKinds)}"
                )
            );
        var target = IsPage(path) ? ToPage(report, path, url, fragment) : ToFile(report, path, url, fragment);
        return target with { Dependency = dependency };
    }

    ResolvedLink ToFile(string report, string path, string url, string fragment) =>
        folder.KindOf(path) switch
        {
            PathKind.File => new ResolvedLink(Address.File(path) + fragment, path),
            // The right to it may be given any moment: the link stays.
            PathKind.Unreadable => new ResolvedLink(Address.File(path) + fragment, path, EntryFaultOf(path)),
            PathKind.Special or PathKind.BrokenLink or PathKind.Outside => new ResolvedLink(
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
}
