using System.Data.Common;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Hosting.Watching;
using WorkReports.Terminal;

namespace WorkReports.Hosting;

/// <summary>
/// Logs what publishing did, and each trouble once: a scan every second must not fill a disk with one sentence.
/// </summary>
sealed class PublishingLog(ILogger log)
{
    HashSet<Problem> loggedProblems = [];
    bool isFirst = true;
    string? watcherTrouble;
    string? journalTrouble;
    string? lastFailure;
    string? unshown;
    string? held;
    string? clock;
    bool? lastRole;

    public void ReportPublication(Publication publication, TimeSpan took)
    {
        if (!publication.IsNew && !isFirst)
            return;

        isFirst = false;
        ReportProblems(publication.Problems);
        log.LogInformation(
            "Edition {Edition}: {Read} of {Files} files read, {Removed} removed, {Problems} problems, {Milliseconds} ms",
            publication.Edition,
            publication.Read,
            publication.Files,
            publication.Removed,
            publication.Problems.Count,
            (long)took.TotalMilliseconds
        );
        if (publication.Unread > 0)
            log.LogInformation(
                "{Unread} files are read next, a few at a time: what readers see of them stands in the journal",
                publication.Unread
            );
    }

    /// <param name="trouble">Why no events come from the content folder; null while they do.</param>
    public void ReportWatcher(string? trouble)
    {
        if (trouble is not null && watcherTrouble is null)
            log.LogWarning(
                "Changes of the content folder are found by looking alone, a little later: {Reason}",
                trouble
            );
        watcherTrouble = trouble;
    }

    /// <param name="trouble">Why the journal cannot be written; null while it can.</param>
    public void ReportJournal(string? trouble)
    {
        if (trouble is not null && trouble != journalTrouble)
            log.LogError("The journal cannot be written; it is made good as soon as it can: {Reason}", trouble);
        else if (trouble is null && journalTrouble is not null)
            log.LogInformation("The journal is complete again");
        journalTrouble = trouble;
    }

    /// <param name="files">Of reports that were published and cannot be shown.</param>
    public void ReportUnshown(IReadOnlyList<string> files)
    {
        var sentence = PhraseForUnshown(files);
        if (sentence is not null && sentence != unshown)
            log.LogError("Lost for readers: {Unshown}", sentence);
        else if (sentence is null && unshown is not null)
            log.LogInformation("Every report that was published can be shown again");
        unshown = sentence;
    }

    /// <param name="sentence">What is held, why, and what to do; null while nothing is.</param>
    public void ReportHeld(string? sentence)
    {
        if (sentence is not null && sentence != held)
            log.LogError("Held back: {Held}", sentence);
        else if (sentence is null && held is not null)
            log.LogInformation("Nothing is held back any more");
        held = sentence;
    }

    /// <param name="sentence">Why the clock is not believed, and what to do; null while it is.</param>
    public void ReportClock(string? sentence)
    {
        if (sentence is not null && sentence != clock)
            log.LogError("Held back: {Clock}", sentence);
        else if (sentence is null && clock is not null)
            log.LogInformation("The clock is believed again");
        clock = sentence;
    }

    /// <param name="publishes">Whether this server publishes; null while the shared record cannot be reached.</param>
    public void ReportRole(bool? publishes)
    {
        if (publishes is null || publishes == lastRole)
            return;
        if (publishes == true)
            log.LogInformation("This server publishes; others that share its record follow it");
        else
            log.LogInformation("Another server publishes; this one follows the shared record");
        lastRole = publishes;
    }

    public void ReportOtherJournal() =>
        log.LogWarning(
            "The journal that lies there is gone on with, as was accepted; everything is read and recorded anew"
        );

    /// <param name="rendered">Reports that the index did not show yet.</param>
    public void ReportRecord(long edition, int rendered, TimeSpan took) =>
        log.LogInformation(
            "Edition {Edition}: {Rendered} reports rendered from the journal, {Milliseconds} ms",
            edition,
            rendered,
            (long)took.TotalMilliseconds
        );

    /// <param name="fault">What is wrong with the index: "is damaged", for instance.</param>
    public void ReportRebuild(string fault) => log.LogWarning("The index {Fault} and is made anew", fault);

    public void ReportRecovery()
    {
        if (lastFailure is not null)
            log.LogInformation("The content is published again");
        lastFailure = null;
    }

    public void ReportFailure(Exception exception)
    {
        if (exception.Message != lastFailure)
        {
            if (exception is IOException or UnauthorizedAccessException or DbException)
                log.LogError(
                    "The content could not be published, readers keep the last edition: {Reason}",
                    exception.Message
                );
            else
                log.LogError(exception, "The content could not be published, readers keep the last edition");
        }
        lastFailure = exception.Message;
    }

    /// <summary>What /readyz says of a failure.</summary>
    public static string PhraseFor(Exception exception) =>
        exception switch
        {
            DirectoryNotFoundException => "the content folder is not there",
            EmptyContentException => "the content folder is empty, without a site.yml, and nothing was ever published",
            _ when DiskSpace.IsExhausted(exception) => DiskSpace.Exhausted,
            DbException => "the index cannot be written; the log says why",
            _ => "the content folder could not be published; the log says why",
        };

    /// <summary>What /readyz says of a journal that cannot be written; null while it can.</summary>
    public static string? PhraseForJournal(string? trouble) =>
        trouble is null ? null : "the journal cannot be written; the log says why";

    /// <summary>What /readyz says of reports that were published and cannot be shown; null where all can.</summary>
    public static string? PhraseForUnshown(IReadOnlyList<string> files) =>
        files.Count == 0
            ? null
            : PrintableText.Of(
                $"{files.Count} reports that were published cannot be shown, since the journal has no text of them: mend their files,"
                    + $" the first of them {files[0]}"
            );

    /// <summary>What /readyz says of what is held: names of folders are editors' words.</summary>
    public static string? PhraseForHeld(string? sentence) => sentence is null ? null : PrintableText.Of(sentence);

    /// <summary>What /readyz says of files that take long; null where none does.</summary>
    public static string? PhraseFor(IReadOnlyList<string> slow) =>
        slow switch
        {
            [] => null,
            [var one] => $"one file takes long and is published later (file-slow): {one}",
            _ => $"{slow.Count} files take long and are published later (file-slow), the first of them {slow[0]}",
        };

    void ReportProblems(IReadOnlyList<Problem> current)
    {
        foreach (var problem in current.Where(problem => !loggedProblems.Contains(problem)))
            log.Log(
                problem.IsError ? LogLevel.Error : LogLevel.Warning,
                "{File}:{Line}: {Message}",
                problem.File,
                problem.Line,
                problem.Message
            );
        foreach (
            var file in loggedProblems.Select(problem => problem.File).Except(current.Select(problem => problem.File))
        )
            log.LogInformation("{File}: no problem is left", file);
        loggedProblems = [.. current];
    }
}
