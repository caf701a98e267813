using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Recording;

namespace WorkReports.Content.Reports.Checks;

/// <summary>Dates of a head that cannot all be right.</summary>
static class HeadDates
{
    /// <param name="named">As the file's name says it.</param>
    public static void Check(ReportReading reading, DateTimeOffset? named, YamlFields fields, ProblemList problems)
    {
        if (reading.Published == default)
            return;
        if (reading.Expires <= reading.Published)
            problems.Error(
                fields.At(ReportKeys.Expires),
                "expires-early",
                $"下线日期不晚于发布日期（{Day(reading.Published)}），读者一刻也看不到。请核对两个日期；不要再公开的，请写“撤稿: 原因”。"
            );
        if (reading.Updated < reading.Published)
            problems.Warn(
                fields.At(ReportKeys.Updated),
                "updated-early",
                $"修订日期早于发布日期（{Day(reading.Published)}）。请核对两个日期。"
            );
        if (fields.Has(ReportKeys.Date) && named is { } name && YearOf(name) != YearOf(reading.Published))
            problems.Warn(
                fields.At(ReportKeys.Date),
                "date-name",
                $"发布日期是 {YearOf(reading.Published)} 年，文件名里是 {YearOf(name)} 年。请核对，改正写错的一个。"
            );
    }

    /// <summary>What only the clock tells.</summary>
    public static Problem? Future(string path, DateTimeOffset? moment, Place at, DateTimeOffset now) =>
        moment is { } updated && updated > now.AddDays(1)
            ? new Problem(
                path,
                at,
                Severity.Warning,
                "updated-future",
                $"修订日期 {Day(updated)} 还没有到。请写实际修订的日期。"
            )
            : null;

    static int YearOf(DateTimeOffset moment) => BeijingTime.At(moment).Year;

    static string Day(DateTimeOffset moment) => $"{BeijingTime.At(moment):yyyy-MM-dd}";
}
