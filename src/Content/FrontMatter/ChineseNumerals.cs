using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Content.FrontMatter;

/// <summary>Dates as documents are signed with them: 二〇二四年三月十五日.</summary>
static partial class ChineseNumerals
{
    const string Digits = "〇一二三四五六七八九";

    /// <summary>Each is typed for the zero: the number, the letter O, circles.</summary>
    const string Zeros = "零○◯ＯOoｏ0０Оº";

    /// <summary>The date in Arabic digits; the text itself where it is none in Chinese ones.</summary>
    public static string InDigits(string text) =>
        Form().Match(text.Trim()) is { Success: true } date
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{YearOf(date.Groups["year"].Value)}-{NumberOf(date.Groups["month"].Value)}-{NumberOf(date.Groups["day"].Value)}{date.Groups["time"].Value}"
            )
            : text;

    static string YearOf(string year) =>
        string.Concat(year.Select(digit => Zeros.Contains(digit) ? 0 : Digits.IndexOf(digit)));

    /// <summary>Up to 三十一.</summary>
    static int NumberOf(string number)
    {
        var plain = number.Replace('元', '一').Replace("廿", "二十").Replace("卅", "三十");
        var ten = plain.IndexOf('十');
        if (ten < 0)
            return plain.Aggregate(0, (sum, digit) => sum * 10 + Math.Max(0, Digits.IndexOf(digit)));
        return 10 * (ten == 0 ? 1 : Digits.IndexOf(plain[0]))
            + (ten + 1 < plain.Length ? Digits.IndexOf(plain[ten + 1]) : 0);
    }

    [GeneratedRegex(
        @"^(?<year>[一二三四五六七八九〇零○◯ＯOoｏ0０Оº]{4})\s*年\s*(?<month>元|[一二三四五六七八九十]{1,2})\s*月\s*(?<day>[〇一二三四五六七八九十廿卅]{1,3})\s*日(?<time>.*)$"
    )]
    private static partial Regex Form();
}
