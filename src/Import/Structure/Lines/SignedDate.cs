using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure.Lines;

/// <summary>The date that a line ends with: 2021年8月31日, 二〇二一年八月三十一日, 2021.8.31, 2021年8月.</summary>
/// <param name="Before">What stands before it, without white space.</param>
/// <param name="Date">Of a month alone, its first day.</param>
/// <param name="IsMonth">True when the line names no day.</param>
sealed partial record SignedDate(string Before, DateOnly Date, bool IsMonth)
{
    /// <summary>To normalize a text of combining marks takes quadratic time.</summary>
    const int LineLengthLimit = 500;

    /// <summary>The day that a line consists of, in brackets or not; null for any other line.</summary>
    public static DateOnly? Read(string line) =>
        Split(line) is { Before: "", IsMonth: false } found ? found.Date : null;

    /// <summary>Null for a line that ends with no date. Text is no line: it ends with no date that counts.</summary>
    public static SignedDate? Split(string line)
    {
        var plain = Plain(line);
        var match = DatePattern().Match(plain);
        return match.Success && ToDate(match.Groups) is { } date
            ? new SignedDate(match.Groups["before"].Value, date, !match.Groups["d"].Success)
            : null;
    }

    /// <summary>The day that a line begins with, as that of an occasion: （2024年1月5日在……上）.</summary>
    public static DateOnly? ReadStart(string line) =>
        StartPattern().Match(Plain(line)) is { Success: true } match ? ToDate(match.Groups) : null;

    /// <summary>The words before the date that a line ends with, with their spaces.</summary>
    public static string Without(string line) => line.Length > LineLengthLimit ? line : DateAtEnd().Replace(line, "");

    static string Plain(string line) =>
        line.Length > LineLengthLimit
            ? ""
            : string.Concat(line.Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));

    static DateOnly? ToDate(GroupCollection groups)
    {
        var day = groups["d"].Success ? Number(groups["d"]) : 1;
        var (year, month) = (Number(groups["y"]), Number(groups["m"]));
        var isOne =
            year is >= 1900 and <= 2200
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month);
        return isOne ? new DateOnly(year, month, day) : null;
    }

    static int Number(Group group) => ChineseNumber.Read(group.Value) ?? 0;

    const string Year = "(?<y>(?<!\\d)\\d{4}|[〇○◯零O0一二三四五六七八九]{4})";
    const string Month = "(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2})";
    const string Day = "(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3})";

    [GeneratedRegex(
        $@"^(?<before>.*?)[(\[〔]?{Year}([年.\-/]{Month}[月.\-/]{Day}日?|年{Month}月)[)\]〕]?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"[（(]?\s*[\d〇○◯零O一二三四五六七八九\s]{4,}[年.\-/].*$")]
    private static partial Regex DateAtEnd();

    [GeneratedRegex($"^[(\\[—―─–-]*{Year}年{Month}月{Day}日", RegexOptions.ExplicitCapture)]
    private static partial Regex StartPattern();
}
