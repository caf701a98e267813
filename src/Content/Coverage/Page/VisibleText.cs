using System.Buffers;

namespace WorkReports.Content.Coverage.Page;

/// <summary>Which characters a reader sees.</summary>
static class VisibleText
{
    /// <summary>The boxes of tasks, which a source writes in brackets.</summary>
    const string Boxes = "☐☑";

    /// <summary>Marks of Markdown and HTML are among them.</summary>
    const string AsciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    static readonly char[] InvisibleCharacters =
    [
        .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsUnseen),
    ];

    /// <summary>White space, controls and characters that only steer others.</summary>
    public static readonly SearchValues<char> Invisible = SearchValues.Create(InvisibleCharacters);

    /// <summary>Where reading a page's text has to stop.</summary>
    public static readonly SearchValues<char> InvisibleOrEntity = SearchValues.Create([.. InvisibleCharacters, '&']);

    /// <summary>Where reading a source has to stop: everything else stands on the page as it is written.</summary>
    public static readonly SearchValues<char> InvisibleOrMark = SearchValues.Create([
        .. InvisibleCharacters,
        .. AsciiPunctuation,
        .. Boxes,
    ]);

    public static bool IsVisible(char letter) => !Invisible.Contains(letter);

    public static bool IsMark(char letter) => AsciiPunctuation.Contains(letter) || Boxes.Contains(letter);

    /// <summary>A character that no syntax consumes.</summary>
    public static bool IsWord(char letter) => !InvisibleOrMark.Contains(letter);

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var letter in text)
            count += IsVisible(letter) && !char.IsLowSurrogate(letter) ? 1 : 0;
        return count;
    }

    static bool IsUnseen(char letter) =>
        char.IsWhiteSpace(letter)
        || char.IsControl(letter)
        || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format
        || letter is '\uFFFE' or '\uFFFF';
}
