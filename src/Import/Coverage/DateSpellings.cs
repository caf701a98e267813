using System.Globalization;

namespace WorkReports.Import.Coverage;

/// <summary>How a date is written under a document: an import takes it out of the text, and keeps it as a date.</summary>
static class DateSpellings
{
    const string Digits = "〇一二三四五六七八九";

    public static IEnumerable<string> Of(DateOnly? date)
    {
        if (date is not { } day)
            yield break;
        foreach (
            var format in (string[])
                [
                    "yyyy年M月d日",
                    "yyyy年MM月dd日",
                    "yyyy-M-d",
                    "yyyy-MM-dd",
                    "yyyy.M.d",
                    "yyyy.MM.dd",
                    "yyyy/M/d",
                    "yyyy/MM/dd",
                ]
        )
            yield return day.ToString(format, CultureInfo.InvariantCulture);
        foreach (var zero in "〇○◯零O0")
        {
            var year = string.Concat(
                day.Year.ToString("0000", CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])
            );
            yield return $"{year.Replace('〇', zero)}年{Chinese(day.Month)}月{Chinese(day.Day)}日";
        }
    }

    static string Chinese(int number) =>
        (number / 10) switch
        {
            0 => "",
            1 => "十",
            var tens => Digits[tens] + "十",
        } + (number % 10 > 0 ? Digits[number % 10].ToString() : "");
}
