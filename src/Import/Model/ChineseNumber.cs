using System.Globalization;

namespace WorkReports.Import.Model;

/// <summary>Numbers below one hundred as Chinese writes them: 一, 十, 十二, 三十一.</summary>
static class ChineseNumber
{
    public const string Digits = "〇一二三四五六七八九";

    public static string Of(int number)
    {
        if (number is < 0 or > 99)
            return number.ToString(CultureInfo.InvariantCulture);
        if (number < 10)
            return Digits[number].ToString();
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens].ToString() : "") + "十" + (ones > 0 ? Digits[ones].ToString() : "");
    }

    /// <summary>Chinese or other digits; null for what is neither.</summary>
    public static int? Read(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
            return plain;
        if (text.Length == 0 || text.Any(character => character != '十' && Digit(character) < 0))
            return null;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return text.Aggregate(0, (number, character) => number * 10 + Digit(character));
        if (ten > 1 || text.Length > ten + 2 || text.LastIndexOf('十') != ten)
            return null;
        var tens = ten == 0 ? 1 : Digit(text[0]);
        return tens * 10 + (text.Length > ten + 1 ? Digit(text[ten + 1]) : 0);
    }

    /// <summary>The zero has many shapes: typists take a letter or a circle for it.</summary>
    static int Digit(char character) =>
        character is '○' or '零' or '◯' or 'O' or 'Ｏ' or '0' ? 0 : Digits.IndexOf(character);
}
