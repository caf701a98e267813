namespace WorkReports.Import.Markdown;

/// <summary>Where the stars of bold and italic words stand, so that every Markdown program sees them.</summary>
static class Emphasis
{
    const string NeverAtEdge = " \u3000。，；：、！？.,;:!?…—-";
    const string OpeningBrackets = "“‘（《〈【〔「(";
    const string ClosingBrackets = "”’）》〉】〕」)";

    /// <summary>In longer text nobody slips, and looking for the other halves would take long.</summary>
    const int BracketCheckLimit = 1000;

    /// <summary>
    /// The part of marked words that keeps its mark. A star does not work, or looks wrong, beside a space or a full stop; and a
    /// bracket whose other half lies outside was marked by a slip of the mouse.
    /// </summary>
    public static (int Start, int End) EmphasizedPart(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && (NeverAtEdge.Contains(text[start]) || IsUnpairedBracket(text[start..end], first: true)))
            start++;
        while (
            end > start && (NeverAtEdge.Contains(text[end - 1]) || IsUnpairedBracket(text[start..end], first: false))
        )
            end--;
        return (start, end);
    }

    static bool IsUnpairedBracket(string text, bool first)
    {
        if (text.Length > BracketCheckLimit)
            return false;
        var letter = first ? text[0] : text[^1];
        return OpeningBrackets.IndexOf(letter) is >= 0 and var opener
            ? !text.Contains(ClosingBrackets[opener])
            : ClosingBrackets.IndexOf(letter) is >= 0 and var closer && !text.Contains(OpeningBrackets[closer]);
    }

    /// <summary>Between a Latin letter and a bracket or quotation mark CommonMark sees no emphasis.</summary>
    public static bool IsRecognized(string text, char before, char after) =>
        text.Length > 0
        && !(IsPunctuation(text[0]) && char.IsAsciiLetterOrDigit(before))
        && !(IsPunctuation(text[^1]) && char.IsAsciiLetterOrDigit(after));

    static bool IsPunctuation(char letter) => char.IsPunctuation(letter) || char.IsSymbol(letter);
}
