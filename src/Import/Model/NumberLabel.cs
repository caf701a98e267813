using System.Text.RegularExpressions;

namespace WorkReports.Import.Model;

/// <summary>The numbering styles of Chinese documents, the highest level first.</summary>
enum NumberingStyle
{
    Part,
    Chapter,
    Section,
    Chinese,
    ParenthesizedChinese,
    Arabic,
    ParenthesizedArabic,
    CircledArabic,
}

/// <summary>The number that a paragraph's text begins with.</summary>
/// <param name="Length">Of the number with its punctuation and space, in characters.</param>
sealed partial record NumberLabel(NumberingStyle Style, int Number, int Length)
{
    static readonly (NumberingStyle Style, Regex Pattern)[] Patterns =
    [
        (NumberingStyle.Part, PartPattern()),
        (NumberingStyle.Chapter, ChapterPattern()),
        (NumberingStyle.Section, SectionPattern()),
        (NumberingStyle.Chinese, ChinesePattern()),
        (NumberingStyle.ParenthesizedChinese, ParenthesizedChinesePattern()),
        (NumberingStyle.Arabic, ArabicPattern()),
        (NumberingStyle.ParenthesizedArabic, ParenthesizedArabicPattern()),
        (NumberingStyle.CircledArabic, CircledArabicPattern()),
    ];

    public static NumberLabel? Of(string text)
    {
        foreach (var (style, pattern) in Patterns)
        {
            if (pattern.Match(text) is not { Success: true } match)
                continue;
            var number = match.Groups["n"].Value;
            var value = style == NumberingStyle.CircledArabic ? number[0] - '①' + 1 : ChineseNumber.Read(number);
            if (value is not null && match.Length < text.Length)
                return new NumberLabel(style, value.Value, match.Length);
        }
        return null;
    }

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})(部分|篇|编)[、：:\s]*")]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})章[、：:\s]*")]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})节[、：:\s]*")]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^(?<n>[一二三四五六七八九十]{1,3})\s*[、．.]\s*")]
    private static partial Regex ChinesePattern();

    [GeneratedRegex(@"^[（(]\s*(?<n>[一二三四五六七八九十]{1,3})\s*[）)][、．.]?\s*")]
    private static partial Regex ParenthesizedChinesePattern();

    // "1.5万" is no number of a paragraph.
    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[.．、](?!\d)\s*")]
    private static partial Regex ArabicPattern();

    [GeneratedRegex(@"^[（(]?\s*(?<n>\d{1,2})\s*[）)][、．.]?\s*")]
    private static partial Regex ParenthesizedArabicPattern();

    [GeneratedRegex(@"^(?<n>[①-⑳])\s*")]
    private static partial Regex CircledArabicPattern();
}
