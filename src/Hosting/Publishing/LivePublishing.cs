using System.Data.Common;
using System.Diagnostics;
using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Content.Upgrade;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Hosting.Metrics;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Index.Search;
using WorkReports.Pages.Parts;

namespace WorkReports.Hosting.Publishing;

/// <summary>
/// Publishes what changed while the program was not running, then whatever changes: soon after an event that hints at
/// it, and by a scan of everything every now and then, since events do not cross every mount. Readers are served the
/// last edition meanwhile.
/// </summary>
sealed partial class LivePublishing(
    ContentFolder folder,
    Publisher publisher,
    JournalRecorder recorder,
    EditionFromRecord record,
    EarlierEdition earlier,
    Database database,
    EditionState editions,
    SearchIndex search,
    PublicationClock clock,
    Settings settings,
    Readiness readiness,
    EditionNotifier notifier,
    SiteMeter meter,
    HeldNotice notice,
    ILogger<LivePublishing> log
) : BackgroundService
{
    /// <summary>A damaged or deleted index is noticed after so long. The check takes microseconds.</summary>
    static readonly TimeSpan IndexCheckInterval = TimeSpan.FromSeconds(1);

    /// <summary>A file that is still being written or read is looked at again after so long.</summary>
    static readonly TimeSpan RecheckPause = TimeSpan.FromSeconds(0.1);

    readonly PublishingLog publishingLog = new(log);
    readonly ClockHold clockHold = new(clock, recorder, settings.HoldTime);
    IReadOnlyList<string> stillBeingWritten = [];
    DateTimeOffset? nextVisibilityChange;
    readonly ScanSchedule schedule = new();
    string? failure;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => Run(stoppingToken), CancellationToken.None);

    async Task Run(CancellationToken stop)
    {
        using var watcher = new ContentWatcher(folder);
        var (reading, listening) = (Task.CompletedTask, Task.CompletedTask);
        try
        {
            // Watching begins before the first scan: a file saved between the two would wait for the next scan.
            await watcher.Next(TimeSpan.Zero, stop);
            listening = recorder.Listen(watcher.Wake, stop);
            if (database.FaultAtStart is { } fault)
                publishingLog.ReportRebuild(fault);
            Step(PossibleChanges.Everywhere, stop);
            reading = Task.Run(() => WarmAndCheck(stop), CancellationToken.None);
            while (true)
            {
                var hints = await watcher.Next(TimeToNextStep(), stop);
                publishingLog.ReportWatcher(watcher.Trouble);
                var wasFailing = failure is not null;
                Step(IsScanDue ? PossibleChanges.Everywhere : hints.With(stillBeingWritten).With(Unread), stop);
                if (wasFailing || failure is not null)
                    watcher.Restart();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not committed is not lost: the next start reads it again.
        }
        // A reader that is still open would keep the write-ahead log from being checkpointed at the end.
        await reading;
        await listening;
    }

    /// <summary>Loads what the first search would wait for, then reads the whole index to find damage early.</summary>
    void WarmAndCheck(CancellationToken stop)
    {
        try
        {
            using var library = new Library(database, search, clock);
            library.WarmSearch();
        }
        catch (DbException exception)
        {
            database.NoteDamage(exception);
        }
        database.Check(stop);
    }

    bool IsScanDue => schedule.IsDue || (publisher.HasFinishedReading && failure is null);

    /// <summary>Nothing after a failure, which would come again at once; nor while nothing is recorded, since what is read is kept until then.</summary>
    IReadOnlyCollection<string> Unread =>
        failure is null && publishes == true && recorder.Trouble is null ? publisher.Unread : [];

    TimeSpan TimeToNextStep()
    {
        if (Unread.Count > 0)
            return TimeSpan.Zero;
        var due = schedule.TimeLeft;
        if ((stillBeingWritten.Count > 0 || publisher.IsReading) && RecheckPause < due)
            due = RecheckPause;
        if (nextVisibilityChange - clock.GetUtcNow() is { } change && change < due)
            due = change;
        return TimeSpan.FromTicks(Math.Clamp(due.Ticks, 0, IndexCheckInterval.Ticks));
    }

    void Step(PossibleChanges hints, CancellationToken stop)
    {
        Exception? trouble = null;
        try
        {
            if (MustWaitForClock)
            {
                WaitForClock();
                return;
            }
            if (RebuildIfDamaged())
                hints = PossibleChanges.Everywhere;
            if (!Share())
                Follow(stop);
            else
                PublishAndRecord(hints, stop);
            database.Checkpoint();
            nextVisibilityChange = editions.NextVisibilityChange(clock.GetUtcNow());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it was (a full disk, a folder unmounted), readers keep the last edition, and the next try may
            // succeed.
            trouble = exception;
            failure = ReadinessPhrases.ForFailure(exception);
            database.NoteDamage(exception);
            recorder.StepBack();
            nextVisibilityChange = null;
            if (IsScanDue || schedule.Pause > ScanSchedule.EarlyPause)
                schedule.PauseFor(ScanSchedule.EarlyPause);
        }
        Tell(trouble);
    }

    /// <summary>The index is a copy: a lost or damaged one is rebuilt, while the page cache goes on serving.</summary>
    bool RebuildIfDamaged()
    {
        if (database.OpenOrRebuild() is not { } fault)
            return false;
        readiness.Set(false, "the index is made anew");
        publishingLog.ReportRebuild(fault);
        return true;
    }

    /// <summary>What the record holds and the index does not is shown first: readers need not wait for the folder to be read.</summary>
    PossibleChanges ShowRecord(PossibleChanges hints, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var rendered = record.Make(new ScanProgress(log), stop);
        if (earlier.TakeRemains() is { } remains)
            log.LogError(
                "The index of an earlier version cannot be read to its end; what it still holds lies in {File}, and what readers lose is told",
                remains
            );
        if (rendered is null)
            return hints;
        readiness.SetReady();
        publishingLog.ReportRecord(editions.Edition(), rendered.Value, Stopwatch.GetElapsedTime(begun));
        return PossibleChanges.Everywhere;
    }

    void Publish(PossibleChanges hints, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var publication = hints.Anywhere
            ? publisher.Publish(new ScanProgress(log), stop)
            : publisher.Publish(hints, stop);
        var took = Stopwatch.GetElapsedTime(begun);
        if (hints.Anywhere)
            schedule.PauseAfter(took);
        stillBeingWritten = publication.StillBeingWritten;
        // The edition is complete; the journal may need a moment more.
        readiness.SetReady();
        if (publication.IsNew)
            notifier.Notify(publication.Edition);
        // Before the log: whoever reads of it there finds it in the figures, too.
        meter.Published(publication, took);
        publishingLog.ReportPublication(publication, took);
    }
}
