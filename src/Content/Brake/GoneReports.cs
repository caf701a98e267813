using WorkReports.Content.Files;
using WorkReports.Index;

namespace WorkReports.Content.Brake;

/// <summary>Reports whose files are gone; drafts are nobody's loss.</summary>
/// <param name="All">As readers see them, and those that are lost.</param>
/// <param name="Lost">
/// Those of which only the journal knows: it is of a build that kept no texts, and nothing can be shown of them until their files are
/// back. That is no reason to call them deleted.
/// </param>
/// <param name="LostFolders">Folders of those of which nothing is left.</param>
sealed record GoneReports(
    IReadOnlyList<ReportSnapshot> All,
    IReadOnlyList<ReportSnapshot> Lost,
    IReadOnlyList<string> LostFolders
)
{
    static readonly GoneReports None = new([], [], []);

    public static GoneReports Of(FolderDiff look, EditionState editions, BrakeNotes notes, DateTimeOffset now)
    {
        if (look.Gone.Count == 0)
            return None;
        var lost = notes.StandingAt([.. look.Gone.Where(path => !look.Known.ContainsKey(path))]);
        return new GoneReports(
            [.. editions.ReportsOf(look.Gone, now).Where(report => report.State != ReportState.Draft), .. lost],
            lost,
            [
                .. lost.Where(report => report.Path.Contains('/'))
                    .Select(report => report.Path.Split('/')[0])
                    .Distinct()
                    .Where(folder => folder != ContentFolder.GeneralFolder && !look.HasAnythingIn(folder)),
            ]
        );
    }
}
