using System.Text;
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

    /// <summary>A number with a space behind it and no point: 1 总体情况. It counts only above 1.1.</summary>
    Numeral,
    Decimal,
    SubDecimal,
    SubSubDecimal,
    ParenthesizedArabic,
    CircledArabic,
}

/// <summary>The number that a paragraph's text begins with.</summary>
/// <param name="Length">Of the number with its punctuation and space, in characters.</param>
/// <param name="Prefix">Of 1.2.3 the numbers before the last, 1.2; empty for all other styles.</param>
sealed partial record NumberLabel(NumberingStyle Style, int Number, int Length, string Prefix = "")
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

    /// <summary>True for the styles that the standard for official documents gives to headings: 一、 and （一） and above.</summary>
    public bool IsChinese => Style <= NumberingStyle.ParenthesizedChinese;

    public static NumberLabel? Of(string text)
    {
        foreach (var (style, pattern) in Patterns)
        {
            if (pattern.Match(text) is not { Success: true } match)
                continue;
            if (Read(match.Groups["n"].Value) is { } value && match.Length < text.Length)
                return new NumberLabel(style, value, match.Length);
        }
        return null;
    }

    /// <summary>1.1, 1.1.1 and, with a space behind it, 1. By itself it may be a quantity: what the numbers around it are decides.</summary>
    public static NumberLabel? OutlineOf(string text)
    {
        if (DecimalPattern().Match(text) is { Success: true } match && match.Length < text.Length)
        {
            var parts = match.Groups["n"].Value.Normalize(NormalizationForm.FormKC).Split('.');
            return new NumberLabel(
                NumberingStyle.Numeral + parts.Length - 1,
                ChineseNumber.Read(parts[^1]) ?? 0,
                match.Length,
                string.Join('.', parts[..^1])
            );
        }
        return null;
    }

    /// <summary>Also ⒈, ㈠, ⑴ and ①, which are one character each.</summary>
    static int? Read(string number)
    {
        var plain = number.Normalize(NormalizationForm.FormKC).Trim('(', ')', '.');
        return ChineseNumber.Read(plain);
    }

    [GeneratedRegex(@"^第\s*(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})\s*(部分|篇|编)[、：:\s]*")]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^第\s*(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})\s*章[、：:\s]*")]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(@"^第\s*(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})\s*节[、：:\s]*")]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^(?<n>[一二三四五六七八九十]{1,3})\s*[、．.]\s*")]
    private static partial Regex ChinesePattern();

    [GeneratedRegex(@"^([（(]\s*(?<n>[一二三四五六七八九十]{1,3})\s*[）)]|(?<n>[㈠-㈩]))[、．.]?\s*")]
    private static partial Regex ParenthesizedChinesePattern();

    // "1.5万" is no number of a paragraph, but in "1.2024年要点" the 1 is one.
    [GeneratedRegex(@"^((?<n>\d{1,2})\s*[.．、](?!\d(?!\d{3}\s*年))|(?<n>[⒈-⒛]))\s*")]
    private static partial Regex ArabicPattern();

    [GeneratedRegex(@"^([（(]?\s*(?<n>\d{1,2})\s*[）)]|(?<n>[⑴-⒇]))[、．.]?\s*")]
    private static partial Regex ParenthesizedArabicPattern();

    [GeneratedRegex(@"^(?<n>[①-⑳㉑-㉟㊱-㊿])\s*")]
    private static partial Regex CircledArabicPattern();

    // "1.5万人" and "12 月" are quantities.
    [GeneratedRegex(
        @"^(?<n>\d{1,2}(?=\s)|\d{1,2}([.．]\d{1,2}){1,3})(?![\d.．%％‰℃])(?>、?\s*)(?![万亿千百个倍元人次件项年月日时分米吨公平克%％‰℃~～至\-－—/])"
    )]
    private static partial Regex DecimalPattern();
}
