namespace WorkReports.Content.Recording;

/// <summary>The paragraph that lists and feeds show of a report whose editor wrote none.</summary>
static class Summary
{
    const int LengthLimit = 120;

    /// <summary>The first paragraph of a text, cut at a sentence's end where there is one.</summary>
    public static string Of(string text) => Problems.BidiText.Isolated(FirstParagraph(text));

    static string FirstParagraph(string text)
    {
        var opening = text.Split('\n').FirstOrDefault(line => line.Length > 20) ?? text.Split('\n')[0];
        if (opening.Length <= LengthLimit)
            return opening;
        var end = opening.LastIndexOfAny(['。', '；', '！', '？'], LengthLimit - 1);
        return end > LengthLimit / 2
            ? opening[..(end + 1)]
            : opening[..(char.IsHighSurrogate(opening[LengthLimit - 1]) ? LengthLimit - 1 : LengthLimit)] + "……";
    }
}
