using System.Diagnostics;
using WorkReports.Content;

namespace WorkReports.Hosting;

/// <summary>Publishes what changed while the program was not running. Readers are served the last edition meanwhile.</summary>
sealed class PublishAtStart(Publisher publisher, Readiness readiness, ILogger<PublishAtStart> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Publish(stoppingToken), CancellationToken.None);

    void Publish(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var publication = publisher.Publish(new ScanProgress(log), stop);
            readiness.Ready();
            Tell(publication, watch.ElapsedMilliseconds);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nothing was committed, so nothing is lost: the next start reads it again.
        }
        catch (Exception exception)
        {
            readiness.Fail("the first scan of the content folder failed; the log says why");
            log.LogError(exception, "The content folder could not be published; readers keep the last edition");
        }
    }

    void Tell(Publication publication, long milliseconds)
    {
        foreach (var problem in publication.Problems)
            log.Log(problem.IsError ? LogLevel.Error : LogLevel.Warning, "{File}:{Line}: {Message}", problem.File, problem.Line, problem.Message);
        log.LogInformation(
            "Edition {Edition}: {Read} of {Files} files read, {Removed} removed, {Problems} problems, {Milliseconds} ms",
            publication.Edition, publication.Read, publication.Files, publication.Removed, publication.Problems.Count, milliseconds);
    }
}
