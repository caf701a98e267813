using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports;

namespace WorkReports.Tests.Support;

/// <summary>What an editor is told of a content folder.</summary>
public static class Reading
{
    public static IReadOnlyList<Problem> Problems(ContentOf content)
    {
        using (content)
            return ProblemsIn(content.Folder);
    }

    /// <summary>But for pillars without reports: of our two, one is empty in most tests.</summary>
    public static IReadOnlyList<Problem> ProblemsIn(string folder) =>
        [
            .. ContentCheck
                .Of(new ContentFolder(folder), TimeProvider.System)
                .Problems.Where(problem => problem.Code != "pillar-empty"),
        ];

    /// <summary>What is told of one report.</summary>
    public static IReadOnlyList<Problem> ProblemsOf(string text, string path = "政治机关/2021-08-31-试验.md") =>
        Problems(ContentOf.Report(text, path));

    /// <summary>The report that a text becomes; it must be sound.</summary>
    public static Report Report(
        string text,
        string path = "政治机关/2021-08-31-试验.md",
        Action<ContentOf>? beside = null
    )
    {
        using var content = ContentOf.Report(text, path);
        beside?.Invoke(content);
        var folder = new ContentFolder(content.Folder);
        var register = new SiteContextReader(folder).Read();
        var parsed = new ReportParser(register, new FolderLinkResolver(folder), folder).Parse(path, folder.Read(path)!);
        Assert.DoesNotContain(parsed.Problems, problem => problem.IsError);
        return parsed.Report!;
    }
}
