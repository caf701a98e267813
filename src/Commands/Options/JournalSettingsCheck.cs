using WorkReports.Journal;
using WorkReports.Journal.Proof;

namespace WorkReports.Commands.Options;

/// <summary>What is wrong with where the journal is kept, and with the key that signs it.</summary>
static class JournalSettingsCheck
{
    public static IEnumerable<string> Faults(Settings settings)
    {
        if (settings.Journal != Settings.None && JournalFile.FaultOfShared(settings.Journal) is { } fault)
            yield return $"--journal: {fault}";
        if (OfKey(settings) is { } keyFault)
            yield return keyFault;
    }

    static string? OfKey(Settings settings) =>
        settings.JournalKey == Settings.None ? null
        : IsWithin(settings.Data, settings.JournalKey)
            ? $"--journal-key: '{settings.JournalKey}' lies in the data folder: who rewrote the journal there could sign it, too. Keep it elsewhere."
        : JournalKey.Read(settings.JournalKey, out var trouble) is null ? $"--journal-key: {trouble}"
        : null;

    /// <summary>Also by a link: what counts is where the key itself lies.</summary>
    static bool IsWithin(string folder, string file)
    {
        var root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return new[] { Path.GetFullPath(file), Target(file) }.Any(path =>
            path?.StartsWith(root, StringComparison.Ordinal) == true
        );
    }

    static string? Target(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The key is read next, which tells it.
            return null;
        }
    }
}
