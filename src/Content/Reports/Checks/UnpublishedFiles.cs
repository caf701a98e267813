using WorkReports.Content.Files;

namespace WorkReports.Content.Reports.Checks;

/// <summary>Files that their editor believes to be published, and that nobody will ever see.</summary>
static class UnpublishedFiles
{
    const string ImportIt =
        "请管理员用 import 导入（编辑指南第十一节），或者把文字存成 .md 文件；要给读者下载的，请在报告里引用它。";

    static readonly string[] Documents = [".doc", ".docx", ".wps", ".wpt", ".dotx", ".rtf", ".odt"];

    /// <param name="homes">Folders whose reports are published.</param>
    /// <param name="used">Files that reports show or offer, or the site itself.</param>
    public static IEnumerable<Problem> Of(
        ContentFolder folder,
        IReadOnlySet<string> homes,
        IReadOnlySet<string> used
    ) =>
        folder
            .OtherFiles()
            .Where(path => !used.Contains(path))
            .Select(path => (path, reason: ReasonOf(path, homes)))
            .Where(file => file.reason is not null)
            .Select(file => new Problem(
                file.path,
                1,
                Severity.Warning,
                "file-unpublished",
                "这个文件不会发布：" + file.reason
            ));

    static string? ReasonOf(string path, IReadOnlySet<string> homes)
    {
        var name = Path.GetFileName(path);
        var top = path.Split('/')[0];
        var isHome = path.Contains('/') && homes.Contains(top);
        if (IsMisnamed(name))
            return $"文件名的最后应当是“.md”。请改名为“{RightName(name)}”；看不到“{Path.GetExtension(name)}”的，先在“查看”里打开“文件扩展名”。";
        if (
            !Documents.Contains(Path.GetExtension(name).ToLowerInvariant())
            && !(isHome && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        )
            return null;
        return isHome
            ? $"没有一篇报告引用它。{ImportIt}"
            : $"它不在任何机关的文件夹或“{ContentFolder.GeneralFolder}”里，也没有一篇报告引用它。{ImportIt}";
    }

    /// <summary>报告.md.txt, which Notepad makes, and other endings of Markdown.</summary>
    static bool IsMisnamed(string name) =>
        name.Contains(".md.", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("．md", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("。md", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(name).ToLowerInvariant()
            is ".markdown"
                or ".mdown"
                or ".mkd"
                or ".mdwn"
                or ".mdtxt"
                or ".mdx";

    static string RightName(string name) =>
        (
            name.IndexOf(".md.", StringComparison.OrdinalIgnoreCase) is > 0 and var inner ? name[..inner]
            : name.EndsWith("．md", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("。md", StringComparison.OrdinalIgnoreCase)
                ? name[..^3]
            : Path.GetFileNameWithoutExtension(name)
        ) + ".md";
}
