using System.Globalization;
using System.Text;

namespace WorkReports.Import.Word.Numbers;

/// <summary>Numbers as English writes them: in words, as ordinals, in Roman figures.</summary>
static class EnglishNumerals
{
    const int WordLimit = 999_999;
    const int RomanLimit = 9999;

    static readonly string[] Ones =
    [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    static readonly string[] Tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    static readonly (int Value, string Figure)[] RomanFigures =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    /// <summary>In small letters; digits beyond what Roman figures are used for.</summary>
    public static string Roman(int number)
    {
        if (number is < 1 or > RomanLimit)
            return number.ToString(CultureInfo.InvariantCulture);
        var figures = new StringBuilder();
        foreach (var (value, figure) in RomanFigures)
        {
            for (; number >= value; number -= value)
                figures.Append(figure);
        }
        return figures.ToString();
    }

    /// <summary>1st, 2nd, 11th.</summary>
    public static string Ordinal(int number) =>
        number.ToString(CultureInfo.InvariantCulture)
        + (
            Math.Abs(number) % 100 is >= 11 and <= 13
                ? "th"
                : (Math.Abs(number) % 10) switch
                {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                }
        );

    /// <summary>One, Twenty-one.</summary>
    public static string Cardinal(int number) =>
        number is < 1 or > WordLimit ? number.ToString(CultureInfo.InvariantCulture) : Capitalized(Words(number));

    /// <summary>First, Twenty-first.</summary>
    public static string OrdinalWord(int number)
    {
        if (number is < 1 or > WordLimit)
            return Ordinal(number);
        var words = Words(number);
        var last = words[(words.LastIndexOfAny([' ', '-']) + 1)..];
        return Capitalized(
            words[..^last.Length]
                + last switch
                {
                    "one" => "first",
                    "two" => "second",
                    "three" => "third",
                    "five" => "fifth",
                    "eight" => "eighth",
                    "nine" => "ninth",
                    "twelve" => "twelfth",
                    _ when last.EndsWith('y') => last[..^1] + "ieth",
                    _ => last + "th",
                }
        );
    }

    static string Words(int number) =>
        number switch
        {
            < 20 => Ones[number],
            < 100 => Tens[number / 10] + (number % 10 > 0 ? "-" + Ones[number % 10] : ""),
            < 1000 => Ones[number / 100] + " hundred" + (number % 100 > 0 ? " " + Words(number % 100) : ""),
            _ => Words(number / 1000) + " thousand" + (number % 1000 > 0 ? " " + Words(number % 1000) : ""),
        };

    static string Capitalized(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
