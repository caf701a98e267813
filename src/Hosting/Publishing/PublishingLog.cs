using System.Data.Common;
using WorkReports.Content;

namespace WorkReports.Hosting.Publishing;

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

    /// <param name="lost">Files of reports that were published and cannot be shown.</param>
    /// <param name="unkept">Files of reports that stand, and of which the journal has no text.</param>
    public void ReportUnshown(IReadOnlyList<string> lost, IReadOnlyList<string> unkept)
    {
        var sentence = ReadinessPhrases.ForUnshown(lost, unkept);
        if (sentence is not null && sentence != unshown)
            log.LogError("{Unshown}", sentence);
        else if (sentence is null && unshown is not null)
            log.LogInformation("The journal has the text of every report that was published");
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
        var mended = loggedProblems.Select(problem => problem.File).Except(current.Select(problem => problem.File));
        foreach (var file in mended)
            log.LogInformation("{File}: no problem is left", file);
        loggedProblems = [.. current];
    }
}
