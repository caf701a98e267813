namespace WorkReports.Import.Markdown;

/// <summary>Where the asterisks of bold and italic text stand, so that every Markdown program recognizes them.</summary>
static class Emphasis
{
    const string NeverAtEdge = " \u3000。，；：、！？.,;:!?…—-";
    const string OpeningBrackets = "“‘（《〈【〔「(";
    const string ClosingBrackets = "”’）》〉】〕」)";

    /// <summary>Each bracket searches the whole text for its partner: longer text would take quadratic time.</summary>
    const int BracketCheckLimit = 1000;

    /// <summary>
    /// The part of formatted text that is emphasized. An asterisk does not work, or looks wrong, beside a space or a full stop; and a
    /// bracket whose partner lies outside was formatted by a slip of the mouse.
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
        var character = first ? text[0] : text[^1];
        return OpeningBrackets.IndexOf(character) is >= 0 and var opener
            ? !text.Contains(ClosingBrackets[opener])
            : ClosingBrackets.IndexOf(character) is >= 0 and var closer && !text.Contains(OpeningBrackets[closer]);
    }

    /// <summary>CommonMark recognizes no emphasis between a Latin letter and a bracket or quotation mark.</summary>
    public static bool IsRecognized(string text, char before, char after) =>
        text.Length > 0
        && !(IsPunctuation(text[0]) && char.IsAsciiLetterOrDigit(before))
        && !(IsPunctuation(text[^1]) && char.IsAsciiLetterOrDigit(after));

    static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);
}
