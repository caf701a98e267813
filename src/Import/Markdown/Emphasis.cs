namespace WorkReports.Import.Markdown;

/// <summary>Where the asterisks of bold and italic text stand, so that every Markdown program recognizes them.</summary>
static class Emphasis
{
    const string NeverAtEdge = " \u3000。，；：、！？.,;:!?…—-";
    const string OpeningBrackets = "“‘（《〈【〔「(";
    const string ClosingBrackets = "”’）》〉】〕」)";
    const string AllBrackets = OpeningBrackets + ClosingBrackets;

    /// <summary>
    /// The part of formatted text that is emphasized. An asterisk does not work, or looks wrong, beside a space or a full stop; and a
    /// bracket whose partner lies outside was formatted by a slip of the mouse.
    /// </summary>
    public static (int Start, int End) EmphasizedPart(string text)
    {
        var (start, end) = (0, text.Length);
        // Where each bracket stands last, and first: looked for at each step, they would take quadratic time.
        var last = AllBrackets.Select(bracket => text.LastIndexOf(bracket)).ToArray();
        while (start < end && (NeverAtEdge.Contains(text[start]) || Partner(text[start]) is { } at && last[at] < start))
            start++;
        var first = AllBrackets.Select(bracket => text.IndexOf(bracket, start)).ToArray();
        while (end > start && (NeverAtEdge.Contains(text[end - 1]) || IsUnpaired(text[end - 1], end, first)))
            end--;
        return (start, end);
    }

    static bool IsUnpaired(char character, int end, int[] first) =>
        Partner(character) is { } at && (first[at] < 0 || first[at] >= end);

    /// <summary>The place of the other bracket in the list of all; null for what is none.</summary>
    static int? Partner(char character) =>
        AllBrackets.IndexOf(character) is >= 0 and var at ? (at + OpeningBrackets.Length) % AllBrackets.Length : null;

    /// <summary>CommonMark recognizes no emphasis between a Latin letter and a bracket or quotation mark.</summary>
    public static bool IsRecognized(string text, char before, char after) =>
        text.Length > 0
        && !(IsPunctuation(text[0]) && char.IsAsciiLetterOrDigit(before))
        && !(IsPunctuation(text[^1]) && char.IsAsciiLetterOrDigit(after));

    static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);
}
