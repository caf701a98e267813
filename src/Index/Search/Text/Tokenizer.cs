using System.Globalization;
using System.Text;
using WorkReports.Characters;

namespace WorkReports.Index.Search.Text;

/// <summary>
/// Normalizes text the same way for what is indexed and for what is asked. What is left are runs: folded characters
/// that stand side by side, with a separator where a punctuation mark, a block or a space between two Han characters
/// parts them. A Latin word or a number has a word boundary at either end. To search is to ask whether one normalized
/// text holds another.
/// </summary>
static partial class Tokenizer
{
    public const char Separator = '\n';

    /// <summary>
    /// Stands at both ends of a word of letters and digits; two words that follow each other share it.
    /// </summary>
    public const char WordBoundary = '\u0001';

    static readonly char[] Folded = new char[0x10000];
    static readonly Kind[] Kinds = new Kind[0x10000];

    static Tokenizer()
    {
        for (var code = 0; code < Folded.Length; code++)
        {
            var letter = (char)code;
            Folded[code] = SimplifiedForms.Of(FoldWidthAndCase(letter));
            Kinds[code] = letter is >= '\uFE00' and <= '\uFE0F'
                ? Kind.Ignored
                : KindOf(CharUnicodeInfo.GetUnicodeCategory(Folded[code]));
        }
        foreach (var space in "\t\u000B\f\r\u0085")
            Kinds[space] = Kind.Space;
    }

    public static string Normalize(string text)
    {
        using var normalized = new NormalizedText(text.Length, hasPositions: false);
        normalized.AddText(text);
        return normalized.Characters.ToString();
    }

    /// <summary>With where in the text every character of the normalized one comes from.</summary>
    public static NormalizedText NormalizeWithPositions(string text)
    {
        var normalized = new NormalizedText(text.Length, hasPositions: true);
        normalized.AddText(text);
        return normalized;
    }

    /// <summary>The runs of a text.</summary>
    public static IEnumerable<string> Runs(string text) =>
        Normalize(text).Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    public static bool IsHan(char letter) => Kinds[letter] == Kind.Han;

    static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(Folded[text[at]]);

    const char ChineseZero = '〇';

    /// <summary>Typed for the zero in years: 二○二四年.</summary>
    const char Circle = '○';
    const char LargeCircle = '◯';

    /// <summary>
    /// Full-width forms become half-width, radicals that PDF files write for characters become those, capitals small.
    /// </summary>
    static char FoldWidthAndCase(char letter)
    {
        var isForm = letter is (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or '\u3000';
        if (letter is Circle or LargeCircle)
            return ChineseZero;
        if (RadicalForms.Plain(letter) is var character && character != letter)
            return character;
        var plain = isForm && letter.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one : letter;
        return char.ToLowerInvariant(plain);
    }

    static Kind KindOf(UnicodeCategory category) =>
        category switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Han,
            UnicodeCategory.LowercaseLetter
            or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.NonSpacingMark => Kind.Word,
            UnicodeCategory.SpaceSeparator => Kind.Space,
            UnicodeCategory.Format => Kind.Ignored,
            UnicodeCategory.Surrogate => Kind.Surrogate,
            _ => Kind.Separator,
        };

    enum Kind : byte
    {
        Separator,
        Space,
        Han,
        Word,
        Surrogate,

        /// <summary>Invisible, such as a zero-width space: what comes before and after it is adjacent.</summary>
        Ignored,
    }
}
