using System.Diagnostics.Tracing;
using System.Globalization;

namespace WorkReports.Hosting.Metrics;

/// <summary>Tells once of each way in which the collector does not get its figures: the library itself tells only who listens.</summary>
sealed class ExportFailureLog(ILogger<ExportFailureLog> log) : IHostedService, IDisposable
{
    const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    readonly HashSet<int> alreadyLogged = [];
    EventListener? listener;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener = new Listener();
        listener.EventSourceCreated += (_, created) =>
        {
            if (created.EventSource!.Name == Exporter)
                listener.EnableEvents(created.EventSource, EventLevel.Error);
        };
        listener.EventWritten += (_, happened) => Warn(happened);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => listener?.Dispose();

    void Warn(EventWrittenEventArgs happened)
    {
        lock (alreadyLogged)
        {
            if (!alreadyLogged.Add(happened.EventId))
                return;
        }
        var words = string.Format(CultureInfo.InvariantCulture, happened.Message ?? "{0}", [.. happened.Payload ?? []]);
        // The first line of the library's words has the reason; a stack trace follows.
        log.LogWarning("OpenTelemetry: {Reason}", words.Split('\n')[0].Trim());
    }

    sealed class Listener : EventListener;
}
