using System.Globalization;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>Numbers as Word's formats write them.</summary>
static class NumberFormats
{
    const string Digits = "〇一二三四五六七八九";
    const string FormalDigits = "零壹贰叁肆伍陆柒捌玖";

    static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    /// <summary>Null for a format that is not known here: its numbers are not compared.</summary>
    public static string? Write(string format, int number) =>
        format switch
        {
            "none" => "",
            "decimal" => number.ToString(CultureInfo.InvariantCulture),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "decimalFullWidth" or "decimalFullWidth2" => number.ToString(CultureInfo.InvariantCulture),
            "upperRoman" or "lowerRoman" when number is > 0 and < 4000 => RomanOf(number),
            "upperLetter" or "lowerLetter" when number is > 0 and <= 26 * 30 => new string(
                (char)('A' + (number - 1) % 26),
                (number - 1) / 26 + 1
            ),
            "chineseCounting"
            or "chineseCountingThousand"
            or "taiwaneseCounting"
            or "taiwaneseCountingThousand"
            or "japaneseCounting" when number is > 0 and < 100 => Tens(number, Digits, '十'),
            "chineseLegalSimplified" when number is > 0 and < 100 => Tens(number, FormalDigits, '拾'),
            "ideographDigital" when number > 0 => string.Concat(
                number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])
            ),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => (
                (char)('①' + number - 1)
            ).ToString(),
            "decimalEnclosedParen" when number is > 0 and <= 20 => ((char)('⑴' + number - 1)).ToString(),
            "decimalEnclosedFullstop" when number is > 0 and <= 20 => ((char)('⒈' + number - 1)).ToString(),
            _ => null,
        };

    static string RomanOf(int number)
    {
        var text = "";
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
                text += sign;
        }
        return text;
    }

    static string Tens(int number, string digits, char ten)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? digits[tens].ToString() : "")
            + (tens > 0 ? ten.ToString() : "")
            + (ones > 0 ? digits[ones].ToString() : "");
    }
}
