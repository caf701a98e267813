using System.Text.RegularExpressions;

namespace WorkReports.Commands.Record;

/// <summary>Copies of the journal in a folder, by the names that <c>backup</c> gives them: other files are nobody's business.</summary>
static partial class BackupCopies
{
    public static string NameOfDay(DateTimeOffset now) => $"journal-{BeijingTime.Date(now)}.db";

    /// <summary>For a day that has a copy already.</summary>
    public static string NameOfMinute(DateTimeOffset now) =>
        $"journal-{BeijingTime.Date(now)}-{BeijingTime.Minute(now)[^5..].Replace(":", "")}.db";

    public static bool IsName(string file) => Name().IsMatch(Path.GetFileName(file));

    /// <summary>True for a copy that bears the name of a moment which has not come: the clock was wrong when it was made.</summary>
    public static bool IsOfFuture(string file, DateTimeOffset now) =>
        string.CompareOrdinal(
            Path.GetFileNameWithoutExtension(file),
            Path.GetFileNameWithoutExtension(NameOfMinute(now))
        ) > 0;

    /// <summary>Whole paths, the newest first.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(IsName)
                // Without its ending: else a day's second copy would come before its first.
                .OrderByDescending(Path.GetFileNameWithoutExtension, StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"^journal-[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]{4})?\.db\z")]
    private static partial Regex Name();
}
