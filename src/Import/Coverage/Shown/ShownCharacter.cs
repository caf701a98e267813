using System.Globalization;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>Characters as they are compared: without what nobody sees, and alike where Word and Markdown write one thing in two ways.</summary>
static class ShownCharacter
{
    /// <summary>Stands for a symbol whose look only its font knows.</summary>
    public const char AnySymbol = '\uFFFF';

    /// <summary>The same in the font Symbol, half of whose characters are Greek letters.</summary>
    public const char AnyGreek = '\uFFFE';

    const char Invisible = '\0';
    const int FullWidthDistance = '！' - '!';

    /// <summary>A table: it is asked for every character of both texts.</summary>
    static readonly char[] Compared = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => Fold((char)code))];

    public static bool IsVisible(char letter) => Compared[letter] != Invisible;

    /// <summary>As it is compared; of use for visible ones alone.</summary>
    public static char Fold(char letter) =>
        letter is AnySymbol or AnyGreek ? letter
        : char.IsWhiteSpace(letter)
        || char.IsControl(letter)
        || char.GetUnicodeCategory(letter) == UnicodeCategory.Format
        || letter is '\u00AD' or '\uFFFC'
            ? Invisible
        : letter is >= '！' and <= '～' ? char.ToUpperInvariant((char)(letter - FullWidthDistance))
        // A hyphen that never breaks is a plain one elsewhere.
        : letter is '\u2011' ? '-'
        : char.ToUpperInvariant(letter);

    /// <summary>Whether a character may be what became of a symbol.</summary>
    public static bool IsSymbol(char symbol, char letter) =>
        symbol == AnyGreek ? !char.IsAsciiLetterOrDigit(letter) : symbol == AnySymbol && !char.IsLetterOrDigit(letter);

    /// <summary>Without what is invisible.</summary>
    public static string Comparable(ReadOnlySpan<char> text)
    {
        var comparable = new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (Compared[letter] is not Invisible and var compared)
                comparable[length++] = compared;
        }
        return new string(comparable, 0, length);
    }

    /// <summary>How many characters a person counts: two halves of a surrogate pair are one.</summary>
    public static int Count(ReadOnlySpan<char> comparable)
    {
        var count = 0;
        foreach (var letter in comparable)
            count += char.IsLowSurrogate(letter) ? 0 : 1;
        return count;
    }
}
