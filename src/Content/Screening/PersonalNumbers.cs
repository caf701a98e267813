using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Content.Screening;

/// <summary>A number that names a person: where it stands in its line, and what to do about it.</summary>
/// <param name="At">Counted from 0.</param>
/// <param name="IsError">False where an office may mean it: a warning.</param>
readonly record struct PersonalNumber(int At, int Length, bool IsError, string Code, string Message);

/// <summary>
/// Finds identity cards (GB 11643-1999), bank cards (Luhn) and mobile numbers in a line of text, in full-width digits too.
/// Masked forms (3204**********1234, 138****1234) are what we ask for, and pass.
/// </summary>
static partial class PersonalNumbers
{
    static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    static readonly HashSet<int> Provinces =
    [
        11,
        12,
        13,
        14,
        15,
        21,
        22,
        23,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        41,
        42,
        43,
        44,
        45,
        46,
        50,
        51,
        52,
        53,
        54,
        61,
        62,
        63,
        64,
        65,
        71,
        81,
        82,
        83,
    ];

    /// <summary>In the characters before a number a word may say that it is another kind of number.</summary>
    const int PrecedingCharacters = 16;

    /// <param name="allowed">Numbers that site.yml lets stand, digits alone.</param>
    public static IEnumerable<PersonalNumber> Find(string line, IReadOnlyCollection<string> allowed)
    {
        // Character by character, so that places in the line stay right.
        var text = string.Concat(line.Select(ToHalfWidth));
        foreach (Match match in NumberRun().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
            if (allowed.Contains(digits) || allowed.Contains(WithoutCountry(digits)))
                continue;
            if (
                Classify(digits, text[Math.Max(0, match.Index - PrecedingCharacters)..match.Index])
                is var (isError, code, message)
            )
                yield return new PersonalNumber(match.Index, match.Length, isError, code, message);
        }
    }

    static (bool IsError, string Code, string Message)? Classify(string digits, string before) =>
        IsIdentityCard(digits)
            ? (true, "leak-id-card", "这像是居民身份证号，不能公开。请删去，或者只留前后几位，如 3204**********1234。")
        : IsOldIdentityCard(digits)
            ? (false, "leak-id-card-old", "这像是 15 位的旧身份证号。如果是，请删去，或者只留前后几位。")
        : IsBankCard(digits) && !DocumentNumberLabel().IsMatch(before)
            ? (true, "leak-bank-card", "这像是银行卡号，不能公开。请删去，或者只留后四位，如 **** 1234。")
        : Mobile().IsMatch(WithoutCountry(digits))
            ? (
                false,
                "leak-mobile",
                "这像是个人手机号。请删去或写成 138****1234；确是公开的办公电话，请管理员在 site.yml 的“允许号码”里登记。"
            )
        : null;

    /// <summary>Check digit, date of birth and province must all fit: a false alarm is rare.</summary>
    static bool IsIdentityCard(string digits) =>
        digits.Length == 18
        && digits[..17].All(char.IsAsciiDigit)
        && "10X98765432"[Weights.Select((weight, index) => weight * (digits[index] - '0')).Sum() % 11] == digits[17]
        && IsDate(digits[6..14])
        && Provinces.Contains(int.Parse(digits[..2], CultureInfo.InvariantCulture));

    static bool IsOldIdentityCard(string digits) =>
        digits.Length == 15
        && digits.All(char.IsAsciiDigit)
        && IsDate($"19{digits[6..12]}")
        && Provinces.Contains(int.Parse(digits[..2], CultureInfo.InvariantCulture));

    static bool IsBankCard(string digits) =>
        digits.Length is >= 16 and <= 19
        && digits.All(char.IsAsciiDigit)
        && digits[0] is (>= '3' and <= '6') or '9'
        && digits.Reverse().Select((digit, index) => Doubled(digit - '0', index % 2 == 1)).Sum() % 10 == 0;

    static int Doubled(int digit, bool isDoubled) =>
        !isDoubled ? digit
        : digit > 4 ? digit * 2 - 9
        : digit * 2;

    static bool IsDate(string digits) =>
        DateTime.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1900 and <= 2100;

    static string WithoutCountry(string digits) =>
        digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;

    static char ToHalfWidth(char letter) =>
        letter is >= '！' and <= '～' ? (char)(letter - 0xFEE0)
        : letter == '\u3000' ? ' '
        : letter;

    /// <summary>A run of digits as people write long numbers: in groups, with one space or hyphen between; X may end it.</summary>
    [GeneratedRegex(@"(?<![\d*A-Za-z.])\+?\d(?:[ -]?\d){10,20}(?:[ -]?[Xx])?(?![\d*A-Za-z])")]
    private static partial Regex NumberRun();

    [GeneratedRegex(@"^1[3-9]\d{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(信用代码|备案|编号|文号|编码|统一代码)[^\d]{0,6}$")]
    private static partial Regex DocumentNumberLabel();
}
