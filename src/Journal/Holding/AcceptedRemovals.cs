namespace WorkReports.Journal.Holding;

/// <summary>How an entry says that removals were let go: what was let go with it counts no more as removed.</summary>
static class AcceptedRemovals
{
    public static string Note(int reports, int pillars) => $"删除 {reports} 篇报告、{pillars} 个栏目";

    /// <summary>SQL, of the notes that say so.</summary>
    public const string Pattern = "%删除 % 篇报告、% 个栏目%";
}
