using System.Globalization;

namespace WorkReports.Content.Coverage.Page;

/// <summary>Which characters a reader sees, and which of them Markdown and HTML use as marks.</summary>
static class VisibleText
{
    const string AsciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The boxes of tasks, which a source writes in brackets.</summary>
    const string Boxes = "☐☑";

    /// <summary>A table: sets of so many characters are searched for slowly among Chinese ones.</summary>
    static readonly Kind[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => KindOf((char)code))];

    enum Kind : byte
    {
        /// <summary>No syntax consumes it.</summary>
        Word,
        Mark,

        /// <summary>White space, controls and characters that only steer others.</summary>
        Invisible,
    }

    public static bool IsVisible(char letter) => Kinds[letter] != Kind.Invisible;

    public static bool IsMark(char letter) => Kinds[letter] == Kind.Mark;

    public static bool IsWord(char letter) => Kinds[letter] == Kind.Word;

    /// <summary>How many characters up to the first mark or gap.</summary>
    public static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && Kinds[text[length]] == Kind.Word)
            length++;
        return length;
    }

    /// <summary>How many characters up to the first gap, or ampersand.</summary>
    public static int VisibleLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && Kinds[text[length]] != Kind.Invisible && text[length] != '&')
            length++;
        return length;
    }

    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (IsWord(letter))
                return true;
        }
        return false;
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var letter in text)
            count += IsVisible(letter) && !char.IsLowSurrogate(letter) ? 1 : 0;
        return count;
    }

    static Kind KindOf(char letter) =>
        AsciiPunctuation.Contains(letter) || Boxes.Contains(letter) ? Kind.Mark
        : char.IsWhiteSpace(letter)
        || char.IsControl(letter)
        || char.GetUnicodeCategory(letter) == UnicodeCategory.Format
        || letter is '\uFFFE' or '\uFFFF'
            ? Kind.Invisible
        : Kind.Word;
}
