using System.Text.RegularExpressions;

namespace WorkReports.Import.Model;

/// <summary>The ways to number what a Chinese document says, the highest first.</summary>
enum Scheme
{
    Part,
    Chapter,
    Section,
    Han,
    BracketedHan,
    Digit,
    BracketedDigit,
    Circle,
}

/// <summary>The number that a paragraph begins with.</summary>
/// <param name="Length">Of the number with its punctuation and space, in letters.</param>
sealed partial record NumberLabel(Scheme Scheme, int Number, int Length)
{
    static readonly (Scheme Scheme, Regex Form)[] Forms =
    [
        (Scheme.Part, PartForm()),
        (Scheme.Chapter, ChapterForm()),
        (Scheme.Section, SectionForm()),
        (Scheme.Han, HanForm()),
        (Scheme.BracketedHan, BracketedHanForm()),
        (Scheme.Digit, DigitForm()),
        (Scheme.BracketedDigit, BracketedDigitForm()),
        (Scheme.Circle, CircleForm()),
    ];

    public static NumberLabel? Of(string text)
    {
        foreach (var (scheme, form) in Forms)
        {
            if (form.Match(text) is not { Success: true } match)
                continue;
            var number = match.Groups["n"].Value;
            var value = scheme == Scheme.Circle ? number[0] - '①' + 1 : ChineseNumber.Read(number);
            if (value is not null && match.Length < text.Length)
                return new NumberLabel(scheme, value.Value, match.Length);
        }
        return null;
    }

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})(部分|篇|编)[、：:\s]*")]
    private static partial Regex PartForm();

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})章[、：:\s]*")]
    private static partial Regex ChapterForm();

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})节[、：:\s]*")]
    private static partial Regex SectionForm();

    [GeneratedRegex(@"^(?<n>[一二三四五六七八九十]{1,3})\s*[、．.]\s*")]
    private static partial Regex HanForm();

    [GeneratedRegex(@"^[（(]\s*(?<n>[一二三四五六七八九十]{1,3})\s*[）)][、．.]?\s*")]
    private static partial Regex BracketedHanForm();

    // "1.5万" is no number of a paragraph.
    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[.．、](?!\d)\s*")]
    private static partial Regex DigitForm();

    [GeneratedRegex(@"^[（(]?\s*(?<n>\d{1,2})\s*[）)][、．.]?\s*")]
    private static partial Regex BracketedDigitForm();

    [GeneratedRegex(@"^(?<n>[①-⑳])\s*")]
    private static partial Regex CircleForm();
}
