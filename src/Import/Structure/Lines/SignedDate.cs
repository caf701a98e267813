using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>The date under a document: 2021年8月31日, 二〇二一年八月三十一日, 2021.8.31.</summary>
static partial class SignedDate
{
    /// <summary>To normalize a text of combining marks takes quadratic time.</summary>
    const int LineLengthLimit = 500;

    /// <summary>The date that a line consists of, in brackets or not; null for any other line.</summary>
    public static DateOnly? Read(string line) => Split(line) is { Before: "" } found ? found.Date : null;

    /// <summary>The date that a line ends with, and what stands before it. Text is no line: it ends with no date that counts.</summary>
    public static (string Before, DateOnly Date)? Split(string line)
    {
        if (line.Length > LineLengthLimit)
            return null;
        var match = DatePattern()
            .Match(
                string.Concat(
                    line.Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character))
                )
            );
        return match.Success && ToDate(match.Groups) is { } date ? (match.Groups["before"].Value, date) : null;
    }

    static DateOnly? ToDate(GroupCollection groups)
    {
        var (year, month, day) = (Number(groups["y"]), Number(groups["m"]), Number(groups["d"]));
        var isOne =
            year is >= 1900 and <= 2200
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month);
        return isOne ? new DateOnly(year, month, day) : null;
    }

    static int Number(Group group) => ChineseNumber.Read(group.Value) ?? 0;

    [GeneratedRegex(
        @"^(?<before>.*?)[(（\[]?(?<y>(?<!\d)\d{4}|[〇○◯零O0一二三四五六七八九]{4})[年.\-/](?<m>\d{1,2}|[一二三四五六七八九十]{1,2})[月.\-/](?<d>\d{1,2}|[一二三四五六七八九十]{1,3})日?[)）\]]?$"
    )]
    private static partial Regex DatePattern();
}
