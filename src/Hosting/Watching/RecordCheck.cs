using WorkReports.Hosting.Lifecycle;
using WorkReports.Journal;

namespace WorkReports.Hosting.Watching;

/// <summary>
/// Reads the whole journal soon after the start, and once an hour where its file was written since, as <c>journal --verify</c> does:
/// what somebody changed in it by hand is told before anybody asks.
/// </summary>
sealed class RecordCheck(
    JournalFile journal,
    Settings settings,
    Readiness readiness,
    TimeProvider clock,
    ILogger<RecordCheck> log
) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    (DateTime Written, long Size) seen;
    long? lookedAt;
    string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Preview)
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Look();
        }
        catch (OperationCanceledException)
        {
            // It is told to stop.
        }
    }

    void Look()
    {
        var file = new FileInfo(settings.JournalFile);
        if (!readiness.IsReady || !file.Exists || (file.LastWriteTimeUtc, file.Length) == seen)
            return;
        // What was told is looked at again as soon as somebody mends it.
        if (told is null && lookedAt is { } last && clock.GetElapsedTime(last) < Pause)
            return;
        (seen, lookedAt) = ((file.LastWriteTimeUtc, file.Length), clock.GetTimestamp());
        Tell(journal.DetectTampering());
    }

    void Tell(string? found)
    {
        var sentence = found is null
            ? null
            : $"the journal is not as this program wrote it ({found}): 'journal --verify' tells where;"
                + " find out who changed it, and put the newest sound backup back";
        readiness.Note(nameof(RecordCheck), sentence is null ? [] : [sentence]);
        if (sentence is not null && sentence != told)
            log.LogError("Changed by hand: {Sentence}", sentence);
        else if (sentence is null && told is not null)
            log.LogInformation("The journal is whole again");
        told = sentence;
    }
}
