using System.Data.Common;
using System.Diagnostics;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Hosting.Metrics;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Index.Search;

namespace WorkReports.Hosting;

/// <summary>
/// Publishes what changed while the program was not running, then whatever changes: soon after an event that hints at it,
/// and by a look at everything every now and then, since events do not cross every mount. Readers are served the last
/// edition meanwhile.
/// </summary>
sealed class LivePublishing(
    ContentFolder folder,
    Publisher publisher,
    JournalRecorder recorder,
    Database database,
    EditionState indexer,
    SearchIndex search,
    TimeProvider clock,
    Readiness readiness,
    EditionNotifier news,
    SiteMeter meter,
    ILogger<LivePublishing> log
) : BackgroundService
{
    /// <summary>A look at everything is taken so much more seldom than it takes long, within these bounds.</summary>
    const int ScanPauseFactor = 20;

    static readonly TimeSpan MinimumScanPause = TimeSpan.FromSeconds(0.5);
    static readonly TimeSpan MaximumScanPause = TimeSpan.FromMinutes(1);

    /// <summary>A look at the index alone, which takes no time.</summary>
    static readonly TimeSpan IndexCheckInterval = TimeSpan.FromSeconds(1);

    /// <summary>After a failure everything is looked at again after so long.</summary>
    static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(3);

    /// <summary>A file that is being written is looked at again after so long.</summary>
    static readonly TimeSpan RecheckPause = TimeSpan.FromSeconds(0.1);

    readonly PublishingLog publishingLog = new(log);
    IReadOnlyList<string> stillBeingWritten = [];
    DateTimeOffset? nextVisibilityChange;
    TimeSpan scanPause;
    long lastScan;
    string? failure;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => Run(stoppingToken), CancellationToken.None);

    async Task Run(CancellationToken stop)
    {
        using var watcher = new ContentWatcher(folder);
        var reading = Task.CompletedTask;
        try
        {
            // Listening begins before the first look, so that nothing falls between the two.
            await watcher.Next(TimeSpan.Zero, stop);
            if (database.FaultAtStart is { } fault)
                publishingLog.ReportRebuild(fault);
            Step(PossibleChanges.Everywhere, stop);
            reading = Task.Run(() => WarmAndCheck(stop), CancellationToken.None);
            while (true)
            {
                var hints = await watcher.Next(TimeToNextStep(), stop);
                publishingLog.ReportWatcher(watcher.Trouble);
                var wasFailing = failure is not null;
                Step(IsScanDue ? PossibleChanges.Everywhere : hints.With(stillBeingWritten), stop);
                if (wasFailing || failure is not null)
                    watcher.Restart();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not committed is not lost: the next start reads it again.
        }
        // Whoever still reads keeps the index's log from being put into its file.
        await reading;
    }

    /// <summary>What the first search would wait for, then the whole index, to find damage before a reader does.</summary>
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

    bool IsScanDue => Stopwatch.GetElapsedTime(lastScan) >= scanPause;

    TimeSpan TimeToNextStep()
    {
        var due = scanPause - Stopwatch.GetElapsedTime(lastScan);
        if (stillBeingWritten.Count > 0 && RecheckPause < due)
            due = RecheckPause;
        if (nextVisibilityChange - clock.GetUtcNow() is { } turn && turn < due)
            due = turn;
        return due > IndexCheckInterval ? IndexCheckInterval
            : due > TimeSpan.Zero ? due
            : TimeSpan.Zero;
    }

    void Step(PossibleChanges hints, CancellationToken stop)
    {
        Exception? trouble = null;
        try
        {
            if (RebuildIfDamaged())
                hints = PossibleChanges.Everywhere;
            if (hints.Any)
                Publish(hints, stop);
            recorder.CatchUp();
            database.Checkpoint();
            nextVisibilityChange = indexer.NextVisibilityChange(clock.GetUtcNow());
            if (hints.Any)
                failure = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it was (a full disk, a folder unmounted), readers keep the last edition, and the next look may mend it.
            trouble = exception;
            failure = PublishingLog.PhraseFor(exception);
            database.NoteDamage(exception);
            nextVisibilityChange = null;
            if (IsScanDue || scanPause > RetryPause)
                ScheduleScan(RetryPause);
        }
        // Whoever reads of it in the log finds it on the health page.
        readiness.Set(HasEdition(), failure, JournalTrouble);
        publishingLog.ReportJournal(recorder.Trouble);
        if (trouble is not null)
            publishingLog.ReportFailure(trouble);
        else if (failure is null)
            publishingLog.ReportRecovery();
    }

    /// <summary>The index is a copy: where it is gone or damaged, it is made anew, and readers wait for what memory does not hold.</summary>
    bool RebuildIfDamaged()
    {
        if (database.OpenOrRebuild() is not { } fault)
            return false;
        readiness.Set(false, "the index is made anew");
        publishingLog.ReportRebuild(fault);
        return true;
    }

    string? JournalTrouble => recorder.Trouble is null ? null : "the journal cannot be written; the log says why";

    bool HasEdition()
    {
        try
        {
            return indexer.Edition() > 0;
        }
        catch (DbException)
        {
            return readiness.IsReady;
        }
    }

    void Publish(PossibleChanges hints, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var publication = hints.Anywhere
            ? publisher.Publish(new ScanProgress(log), stop)
            : publisher.Publish(hints, stop);
        var took = Stopwatch.GetElapsedTime(begun);
        if (hints.Anywhere)
            ScheduleScan(took * ScanPauseFactor);
        stillBeingWritten = publication.StillBeingWritten;
        // What stands is whole; the journal may need a moment more.
        readiness.Set(true);
        if (publication.IsNew)
            news.Notify(publication.Edition);
        publishingLog.ReportPublication(publication, took);
        meter.Published(publication, took);
    }

    void ScheduleScan(TimeSpan time) =>
        (lastScan, scanPause) = (
            Stopwatch.GetTimestamp(),
            TimeSpan.FromTicks(Math.Clamp(time.Ticks, MinimumScanPause.Ticks, MaximumScanPause.Ticks))
        );
}
