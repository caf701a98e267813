using System.Text.RegularExpressions;

namespace WorkReports.Import.Structure.Lines;

/// <summary>The words of a title without what typesetting did to them.</summary>
static partial class TitleText
{
    const int LengthLimit = 500;

    /// <summary>A title that is broken over lines is one again.</summary>
    public static string OneLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(WithoutSpread)
            .Aggregate("", Join);

    /// <summary>A space stays between Latin words.</summary>
    public static string Join(string left, string right)
    {
        var isLatin =
            left.Length > 0
            && right.Length > 0
            && char.IsAsciiLetterOrDigit(left[^1])
            && char.IsAsciiLetterOrDigit(right[0]);
        return isLatin ? left + " " + right : left + right;
    }

    /// <summary>
    /// Without the spaces that spread a word (工　作　报　告), set a date apart (2023 年) or stand beside marks. Those between two phrases stay,
    /// as one: 凝心铸魂强根基 团结奋进新征程.
    /// </summary>
    public static string WithoutSpread(string line)
    {
        if (line.Length > LengthLimit)
            return line;
        var pieces = line.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var title = "";
        for (var at = 0; at < pieces.Length; at++)
            title += (at > 0 && IsApart(pieces[at - 1], pieces[at]) ? " " : "") + pieces[at];
        return title;
    }

    /// <summary>True for words whose letters are set apart: 总　则.</summary>
    public static bool IsSpread(string line) =>
        line.Length <= LengthLimit
        && line.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Count(IsSpreadLetter) > 1;

    /// <summary>True when the space between two pieces says something.</summary>
    static bool IsApart(string left, string right) =>
        IsWord(left[^1])
        && IsWord(right[0])
        && !IsSpreadLetter(left)
        && !IsSpreadLetter(right)
        && !(char.IsDigit(left[^1]) && CountWord().IsMatch(right))
        && !(left[^1] is '年' or '第' && char.IsDigit(right[0]));

    static bool IsSpreadLetter(string piece) => piece.Length == 1 && piece[0] >= '\u2E80';

    static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    [GeneratedRegex("^[年月日季期号届次个项]")]
    private static partial Regex CountWord();
}
