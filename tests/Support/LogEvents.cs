using System.Collections.Concurrent;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using WorkReports.Hosting.Logging;

namespace WorkReports.Tests.Support;

/// <summary>The lines of the log with all that a machine would read in them.</summary>
public sealed class LogEvents : ILogEventSink
{
    readonly ConcurrentQueue<LogEvent> all = [];

    public LogEvents() => Log = ProgramLog.BaseConfiguration().WriteTo.Sink(this).CreateLogger();

    public ILogger Log { get; }

    public void Emit(LogEvent logEvent) => all.Enqueue(logEvent);

    /// <summary>The line of a request for this path; waits for it.</summary>
    public async Task<LogEvent> With(string path) =>
        (await Wait.Until(() => all, some => some.Any(line => IsOf(line, path)), $"a line of {path}")).First(line =>
            IsOf(line, path)
        );

    /// <summary>Null where the line lacks it.</summary>
    public static string? Text(LogEvent line, string property) =>
        line.Properties.TryGetValue(property, out var value) ? (string?)((ScalarValue)value).Value : null;

    static bool IsOf(LogEvent line, string path) => Text(line, "RequestPath") == path;
}
