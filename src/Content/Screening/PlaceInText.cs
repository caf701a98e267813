namespace WorkReports.Content.Screening;

/// <summary>
/// Goes through a text once, from place to place, and knows of each its line, and whether code stands there. Found anew for each
/// place, a text full of them would take time that grows with its square.
/// </summary>
sealed class PlaceInText(string text)
{
    int lineStart;
    int at;
    bool isFenced = IsFence(text);
    bool isQuoted;

    /// <summary>From 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>From 1.</summary>
    public int Column => at - lineStart + 1;

    /// <summary>Between backticks of its line, or between fences.</summary>
    public bool IsInCode => isQuoted || isFenced;

    /// <param name="place">No place before the last one.</param>
    public void MoveTo(int place)
    {
        while (text.AsSpan(at, place - at).IndexOfAny('\n', '`') is >= 0 and var next)
        {
            at += next + 1;
            if (text[at - 1] == '`')
                isQuoted = !isQuoted;
            else
                BeginLine();
        }
        at = place;
    }

    void BeginLine()
    {
        (lineStart, isQuoted) = (at, false);
        Line++;
        isFenced ^= IsFence(text.AsSpan(at));
    }

    /// <summary>A row of backticks or tildes, at most three blanks from the margin.</summary>
    static bool IsFence(ReadOnlySpan<char> rest)
    {
        var blanks = 0;
        while (blanks < 3 && blanks < rest.Length && rest[blanks] == ' ')
            blanks++;
        return rest[blanks..].StartsWith("```") || rest[blanks..].StartsWith("~~~");
    }
}
