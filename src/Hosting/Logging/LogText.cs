namespace WorkReports.Hosting.Logging;

/// <summary>What a client said, not longer than a line of the log should be; what would steer it the formatters write out.</summary>
static class LogText
{
    const int LengthLimit = 200;

    public static string Of(string text) => text.Length > LengthLimit ? text[..LengthLimit] + "…" : text;
}
