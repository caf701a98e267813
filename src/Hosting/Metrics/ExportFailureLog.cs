using System.Diagnostics.Tracing;
using System.Globalization;

namespace WorkReports.Hosting.Metrics;

/// <summary>
/// Logs once each way in which the collector does not get its figures: the library itself writes only to an
/// EventSource.
/// </summary>
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
        listener.EventWritten += (_, failure) => Warn(failure);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => listener?.Dispose();

    void Warn(EventWrittenEventArgs failure)
    {
        lock (alreadyLogged)
        {
            if (!alreadyLogged.Add(failure.EventId))
                return;
        }
        var message = string.Format(CultureInfo.InvariantCulture, failure.Message ?? "{0}", [.. failure.Payload ?? []]);
        // The first line has the reason; a stack trace follows.
        log.LogWarning("OpenTelemetry: {Reason}", message.Split('\n')[0].Trim());
    }

    sealed class Listener : EventListener;
}
