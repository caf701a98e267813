using System.Data.Common;
using WorkReports.Index;

namespace WorkReports.Hosting.Watching;

/// <summary>
/// Logs the last entry of the journal at the start and once a day (Beijing's): logs are kept elsewhere, and show later whether somebody
/// rewrote the journal since.
/// </summary>
sealed class JournalHeadLog(EditionState editions, TimeProvider clock, ILogger<JournalHeadLog> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    string loggedDay = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (editions.IsPreview)
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do Look();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // It is told to stop.
        }
    }

    void Look()
    {
        var today = BeijingTime.Date(clock.GetUtcNow());
        // Without a build nothing is shown of it yet.
        if (today == loggedDay || Record() is not { Number: > 0, Build.Length: > 0 } record)
            return;
        loggedDay = today;
        log.LogInformation(
            "Journal: entry {Number} of {Time}, SHA-256 {Hash}, signature {Signature}",
            record.Number,
            BeijingTime.Rfc3339(record.Time),
            record.Hash,
            record.Signature.Length > 0 ? record.Signature : "none"
        );
    }

    /// <summary>Null while there is no edition, or none that can be read: then it is looked at again.</summary>
    IndexedRecord? Record()
    {
        try
        {
            return editions.Record();
        }
        catch (DbException)
        {
            return null;
        }
    }
}
