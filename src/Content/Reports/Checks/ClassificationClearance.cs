using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports.Checks;

/// <summary>A head says that somebody looked at what could be marks of a classified document, and that they are none.</summary>
static class ClassificationClearance
{
    static readonly string[] Cleared = ["已核", "checked"];

    public static bool AreCleared(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(ReportKeys.SecretWords) is not { } note)
            return false;
        if (Cleared.Contains(note))
            return true;
        problems.Error(
            fields.At(ReportKeys.SecretWords),
            "type-flag",
            $"{ReportKeys.SecretWords} 只能写“已核”，现在写的是“{note}”。没有核过的，请删去这一行。"
        );
        return false;
    }
}
