using System.Globalization;

namespace WorkReports.Import.Word.Numbers;

/// <summary>Numbers in characters: digit by digit, counted by tens and hundreds, or written so that nobody can change them.</summary>
/// <param name="Digits">From zero to nine.</param>
/// <param name="Units">Ten, a hundred, a thousand, ten thousand.</param>
/// <param name="HasZero">True where a gap is spoken: 一百零一.</param>
/// <param name="HasLeadingOne">True where ten is 壹拾, not 十.</param>
sealed record CountingNumerals(string Digits, string Units, bool HasZero, bool HasLeadingOne)
{
    public const string ChineseDigits = "〇一二三四五六七八九";

    public static readonly CountingNumerals Chinese = new("零一二三四五六七八九", "十百千万", true, false);
    public static readonly CountingNumerals Taiwanese = new("零一二三四五六七八九", "十百千萬", true, false);
    public static readonly CountingNumerals Japanese = new("〇一二三四五六七八九", "十百千万", false, false);
    public static readonly CountingNumerals ChineseLegal = new("零壹贰叁肆伍陆柒捌玖", "拾佰仟萬", true, true);
    public static readonly CountingNumerals TaiwaneseLegal = new("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", true, true);
    public static readonly CountingNumerals JapaneseLegal = new("〇壱弐参四伍六七八九", "拾百阡萬", false, true);
    public static readonly CountingNumerals Korean = new("영일이삼사오육칠팔구", "십백천만", false, false);

    const int Myriad = 10_000;

    public string Of(int number)
    {
        if (number is < 0 or >= Myriad * Myriad)
            return number.ToString(CultureInfo.InvariantCulture);
        if (number == 0)
            return Digits[0].ToString();
        var (myriads, rest) = (number / Myriad, number % Myriad);
        var text = myriads > 0 ? BelowMyriad(myriads) + Units[3] : "";
        var gap = HasZero && myriads > 0 && rest is > 0 and < 1000 ? Digits[0].ToString() : "";
        var below = rest > 0 ? BelowMyriad(rest) : "";
        return text + gap + (gap.Length > 0 && !HasLeadingOne && rest is >= 10 and < 20 ? Digits[1] + below : below);
    }

    string BelowMyriad(int number)
    {
        var text = "";
        var hasGap = false;
        for (var (unit, value) = (2, 1000); value >= 1; unit--, value /= 10)
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                hasGap = text.Length > 0;
                continue;
            }
            if (hasGap && HasZero)
                text += Digits[0];
            hasGap = false;
            // 十二, not 一十二; but 一百一十二. Japanese and Korean say no one before a hundred, either.
            var isSilent = digit == 1 && !HasLeadingOne && unit >= 0 && (!HasZero || (text.Length == 0 && unit == 0));
            text += (isSilent ? "" : Digits[digit]) + (unit >= 0 ? Units[unit].ToString() : "");
        }
        return text;
    }

    /// <summary>Digit by digit: 二〇二四.</summary>
    public static string InDigits(int number, string digits) =>
        string.Concat(
            number
                .ToString(CultureInfo.InvariantCulture)
                .Select(digit => char.IsAsciiDigit(digit) ? digits[digit - '0'] : digit)
        );
}
