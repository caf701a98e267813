using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Content.FrontMatter;

/// <summary>Dates as editors write them: 2021-08-31, 2021/8/31, 2021.8.31, 2021年8月31日, each with or without a time.</summary>
static partial class ContentDate
{
    public const string AcceptedForms = "2021-08-31、2021/8/31 或 2021年8月31日，后面可以加时间，如 2021-08-31 09:30";

    /// <summary>In characters, with whatever blanks: what is longer is no date, and looking for one in it would take time.</summary>
    const int LengthLimit = 100;

    /// <summary>The moment; a date without an offset is Beijing time.</summary>
    /// <param name="fault">What is wrong, as a Chinese sentence; null when nothing is.</param>
    public static DateTimeOffset? Read(string text, out string? fault)
    {
        var match =
            text.Length <= LengthLimit
                ? DateForm().Match(ChineseNumerals.InDigits(text.Trim()).Normalize(NormalizationForm.FormKC).Trim())
                : Match.Empty;
        if (!match.Success)
        {
            fault = $"“{text}”不是日期。请写成 {AcceptedForms}。";
            return null;
        }

        int Number(string name) =>
            match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        int year = Number("year"),
            month = Number("month"),
            day = Number("day");
        fault = FaultOf(year, month, day, Number("hour"), Number("minute"), Number("second"));
        if (fault is not null)
        {
            fault = $"“{text}”：{fault}请改成真实的日期和时间。";
            return null;
        }
        return new DateTimeOffset(
            year,
            month,
            day,
            Number("hour"),
            Number("minute"),
            Number("second"),
            Offset(match.Groups["offset"].Value)
        );
    }

    /// <summary>The date that a file's name begins with, and the rest of the name.</summary>
    public static (DateTimeOffset? Date, string Title) FromFileName(string name)
    {
        var match = NamePrefix().Match(name);
        return match.Success && Read($"{match.Groups["y"]}-{match.Groups["m"]}-{match.Groups["d"]}", out _) is { } date
            ? (date, match.Groups["rest"].Value.Trim())
            : (null, name);
    }

    static string? FaultOf(int year, int month, int day, int hour, int minute, int second) =>
        year is < 1900 or > 2200 ? $"年份 {year} 不合理。"
        : month is < 1 or > 12 ? $"没有 {month} 月。"
        : day < 1 || day > DateTime.DaysInMonth(year, month)
            ? $"{year} 年 {month} 月只有 {DateTime.DaysInMonth(year, month)} 天。"
        : hour > 23 || minute > 59 || second > 59 ? "一天里没有这个时间。"
        : null;

    static TimeSpan Offset(string text) =>
        text switch
        {
            "" => BeijingTime.Offset,
            "Z" or "z" => TimeSpan.Zero,
            _ => TimeSpan.ParseExact(text[1..].Replace(":", ""), "hhmm", CultureInfo.InvariantCulture)
                * (text[0] == '-' ? -1 : 1),
        };

    // Not \d: it takes digits of every script, which no number is read from.
    [GeneratedRegex(
        """
            ^(?<year>[0-9]{4})\s*[-/.年]\s*(?<month>[0-9]{1,2})\s*[-/.月]\s*(?<day>[0-9]{1,2})\s*日?
            (?:[T\s]*(?<hour>[0-9]{1,2})\s*[:时点]\s*(?<minute>[0-9]{1,2})\s*分?
            (?::?\s*(?<second>[0-9]{1,2})(?:\.[0-9]+)?秒?)?
            \s*(?<offset>Z|z|[+-](?:(?:0[0-9]|1[0-3]):?[0-5][0-9]|14:?00))?)?$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex DateForm();

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?:[-_./年](?<m>[0-9]{1,2})[-_./月](?<d>[0-9]{1,2})日?|(?<m>[0-9]{2})(?<d>[0-9]{2})(?![0-9]))[-_\s]*(?<rest>.*)$"
    )]
    private static partial Regex NamePrefix();
}
