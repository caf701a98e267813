namespace WorkReports.Hosting.Logging;

/// <summary>What a client said, made fit for a line of the log.</summary>
static class LogText
{
    const int LengthLimit = 200;

    /// <summary>Cut where it is too long; what cannot be seen is a question mark.</summary>
    public static string Of(string text)
    {
        var start = text.Length > LengthLimit ? text[..LengthLimit] + "…" : text;
        return start.Any(char.IsControl)
            ? string.Concat(start.Select(letter => char.IsControl(letter) ? '?' : letter))
            : start;
    }
}
