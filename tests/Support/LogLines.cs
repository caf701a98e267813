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
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly MessageTemplateTextFormatter Formatter = new("{Message:lj}", CultureInfo.InvariantCulture);

    readonly ConcurrentQueue<LogLine> lines = [];

    public LogLines() => Log = ProgramLog.Lines().WriteTo.Sink(this).CreateLogger();

    public ILogger Log { get; }

    public IReadOnlyCollection<LogLine> All => lines;

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        Formatter.Format(logEvent, text);
        lines.Enqueue(new LogLine(logEvent.Level, text.ToString(), logEvent.Exception));
    }

    /// <summary>The first line with these words; waits for it, since an answer may arrive before its line is written.</summary>
    public async Task<LogLine> With(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (lines.FirstOrDefault(line => line.Text.Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            await Task.Delay(5, patience.Token);
        }
    }
}
