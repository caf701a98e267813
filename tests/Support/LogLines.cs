using System.Collections.Concurrent;
using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using WorkReports.Hosting.Logging;

namespace WorkReports.Tests.Support;

/// <summary>A line of the log.</summary>
public sealed record LogLine(LogEventLevel Level, string Text, Exception? Exception);

/// <summary>The lines that the console would show.</summary>
public sealed class LogLines : ILogEventSink
{
    static readonly MessageTemplateTextFormatter Formatter = new("{Message:lj}", CultureInfo.InvariantCulture);

    readonly ConcurrentQueue<LogLine> lines = [];

    public LogLines() => Log = ProgramLog.BaseConfiguration().WriteTo.Sink(this).CreateLogger();

    public ILogger Log { get; }

    public IReadOnlyCollection<LogLine> All => lines;

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        Formatter.Format(logEvent, text);
        lines.Enqueue(new LogLine(logEvent.Level, text.ToString(), logEvent.Exception));
    }

    /// <summary>The first line with these words; waits for it, since an answer may arrive before its line is written.</summary>
    public async Task<LogLine> With(string words) =>
        (await Wait.Until(() => lines, some => some.Any(line => IsOf(line, words)), $"a line with '{words}'")).First(
            line => IsOf(line, words)
        );

    static bool IsOf(LogLine line, string words) => line.Text.Contains(words, StringComparison.Ordinal);
}
