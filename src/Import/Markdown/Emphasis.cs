namespace WorkReports.Import.Markdown;

/// <summary>Where the stars of bold and italic words stand, so that every Markdown program sees them.</summary>
static class Emphasis
{
    const string Outside = " \u3000。，；：、！？.,;:!?…—-";
    const string Openers = "“‘（《〈【〔「(";
    const string Closers = "”’）》〉】〕」)";

    /// <summary>In longer text nobody slips, and looking for the other halves would take long.</summary>
    const int LongestSlip = 1000;

    /// <summary>
    /// The part of marked words that keeps its mark. A star does not work, or looks wrong, beside a space or a full stop; and a
    /// bracket whose other half lies outside was marked by a slip of the mouse.
    /// </summary>
    public static (int Start, int End) Core(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && (Outside.Contains(text[start]) || IsHalf(text[start..end], first: true)))
            start++;
        while (end > start && (Outside.Contains(text[end - 1]) || IsHalf(text[start..end], first: false)))
            end--;
        return (start, end);
    }

    static bool IsHalf(string text, bool first)
    {
        if (text.Length > LongestSlip)
            return false;
        var letter = first ? text[0] : text[^1];
        return Openers.IndexOf(letter) is >= 0 and var opener
            ? !text.Contains(Closers[opener])
            : Closers.IndexOf(letter) is >= 0 and var closer && !text.Contains(Openers[closer]);
    }

    /// <summary>Between a Latin letter and a bracket or quotation mark CommonMark sees no emphasis.</summary>
    public static bool Works(string text, char before, char after) =>
        text.Length > 0
        && !(IsPunctuation(text[0]) && char.IsAsciiLetterOrDigit(before))
        && !(IsPunctuation(text[^1]) && char.IsAsciiLetterOrDigit(after));

    static bool IsPunctuation(char letter) => char.IsPunctuation(letter) || char.IsSymbol(letter);
}
