namespace WorkReports.Journal.Entries;

/// <summary>
/// Who takes over from an address that was left: the same file with another address, else the same words, else the same title.
/// </summary>
sealed class SuccessorFinder(List<ReportStatus> newcomers)
{
    readonly ILookup<string, ReportStatus> byPath = newcomers.ToLookup(report => report.Path);
    readonly ILookup<string, ReportStatus> byContent = newcomers.ToLookup(report => report.Content);
    readonly ILookup<string, ReportStatus> byTitle = newcomers.ToLookup(report => report.Title);

    public ReportStatus? Find(RecordedAddress gone) =>
        byPath[gone.Path].FirstOrDefault() ?? byContent[gone.Content].FirstOrDefault() ?? Only(byTitle[gone.Title]);

    /// <summary>Two of one title, such as 工作报告, tell nothing.</summary>
    static ReportStatus? Only(IEnumerable<ReportStatus> some) => some.Take(2).ToList() is [var one] ? one : null;
}
