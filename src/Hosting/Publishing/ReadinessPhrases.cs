using System.Data.Common;
using WorkReports.Content.Files;
using WorkReports.Hosting.Watching;
using WorkReports.Terminal;

namespace WorkReports.Hosting.Publishing;

/// <summary>What <c>/readyz</c> says, a sentence for each trouble; null where there is none.</summary>
static class ReadinessPhrases
{
    /// <summary>Of a failure.</summary>
    public static string ForFailure(Exception exception) =>
        exception switch
        {
            DirectoryNotFoundException => "the content folder is not there",
            EmptyContentException => "the content folder is empty, without a site.yml, and nothing was ever published",
            _ when DiskSpace.IsExhausted(exception) => DiskSpace.Exhausted,
            DbException => "the index cannot be written; the log says why",
            _ => "the content folder could not be published; the log says why",
        };

    /// <summary>Of a journal that cannot be written; null while it can.</summary>
    public static string? ForJournal(string? trouble) =>
        trouble is null ? null : "the journal cannot be written; the log says why";

    /// <summary>Of reports that were published and cannot be shown; null where all can.</summary>
    public static string? ForUnshown(IReadOnlyList<string> lost, IReadOnlyList<string> unkept)
    {
        string[] sentences =
        [
            .. lost.Take(1)
                .Select(first =>
                    $"{lost.Count} reports that were published are lost for readers, since the journal has no text of them: mend their files, the first of them {first}"
                ),
            .. unkept
                .Take(1)
                .Select(first =>
                    $"{unkept.Count} reports stand of which the journal has no text, and would be lost with index.db: mend their files, the first of them {first}"
                ),
        ];
        return sentences.Length == 0 ? null : PrintableText.Of(string.Join("; ", sentences));
    }

    /// <summary>Of what is held: names of folders are editors' words.</summary>
    public static string? ForHeld(string? sentence) => sentence is null ? null : PrintableText.Of(sentence);

    /// <summary>Of files that take long; null where none does.</summary>
    public static string? ForSlow(IReadOnlyList<string> slow) =>
        slow switch
        {
            [] => null,
            [var one] => $"one file takes long and is published later (file-slow): {PrintableText.Of(one)}",
            _ =>
                $"{slow.Count} files take long and are published later (file-slow), the first of them {PrintableText.Of(slow[0])}",
        };
}
