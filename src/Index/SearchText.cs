using System.Globalization;
using System.Text;

namespace WorkReports.Index;

/// <summary>
/// Cuts text into the tokens of the full-text index, the same way for what is stored and for what is asked: a Han character
/// is a token, a Latin word or a number is one, and punctuation leaves a break that no phrase reaches across.
/// </summary>
static class SearchText
{
    /// <summary>A private-use character: it stands for every break, and no query can contain it.</summary>
    const char Break = '\uE000';

    /// <summary>The tokens of a text with a space between two, ready for FTS5.</summary>
    public static string Cut(string text)
    {
        var cut = new StringBuilder(text.Length * 2);
        var kind = Kind.Gap;
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = Fold(rune);
            var next = KindOf(folded);
            if (next == Kind.Break && kind == Kind.Break) continue;
            if (next != Kind.Word || kind != Kind.Word) cut.Append(' ');
            if (next == Kind.Break) cut.Append(Break);
            else if (next != Kind.Gap) cut.Append(folded);
            kind = next;
        }
        return cut.ToString();
    }

    /// <summary>The words of a query as phrases: parted where a space or a punctuation mark stood, tokens apart by a space.</summary>
    public static IEnumerable<string> Words(string query) =>
        query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Cut(word).Split(Break))
            .Select(phrase => phrase.Trim())
            .Where(phrase => phrase.Length > 0);

    /// <summary>Every two Han characters that stand side by side, as phrases.</summary>
    public static IEnumerable<string> Pairs(string text)
    {
        var tokens = Cut(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return tokens.Zip(tokens.Skip(1)).Where(pair => IsHan(pair.First) && IsHan(pair.Second)).Select(pair => $"{pair.First} {pair.Second}");
    }

    /// <summary>Full-width forms become half-width, capitals small. One character stays one, so that places in a text keep.</summary>
    public static Rune Fold(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => Rune.ToLowerInvariant(new Rune(rune.Value - 0xFEE0)),
        0x3000 => new Rune(' '),
        // Neither Han nor kana nor Yi knows capitals, and asking takes long.
        (>= 0x2E80 and <= 0xA4CF) or >= 0x20000 => rune,
        _ => Rune.ToLowerInvariant(rune),
    };

    static bool IsHan(string token) => Rune.GetUnicodeCategory(token.EnumerateRunes().First()) == UnicodeCategory.OtherLetter;

    static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherLetter => Kind.Han,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark => Kind.Word,
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Han,
        UnicodeCategory.SpaceSeparator => Kind.Gap,
        _ => Kind.Break,
    };

    enum Kind
    {
        Gap,
        Word,
        Han,
        Break,
    }
}
