using System.Collections.Concurrent;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using WorkReports.Hosting.Logging;

namespace WorkReports.Tests.Support;

/// <summary>The lines of the log, as the console and the files get them.</summary>
public sealed class Printed : ILogEventSink
{
    readonly ITextFormatter formatter;
    readonly ConcurrentQueue<string> texts = [];

    public Printed(string format)
    {
        formatter = ProgramLog.FormatterFor(new Settings { LogFormat = format });
        Log = ProgramLog.BaseConfiguration().WriteTo.Sink(this).CreateLogger();
    }

    public ILogger Log { get; }

    /// <summary>Every line, however many an event took.</summary>
    public IEnumerable<string> Lines => texts.SelectMany(text => text.TrimEnd('\n').Split('\n'));

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter { NewLine = "\n" };
        formatter.Format(logEvent, text);
        texts.Enqueue(text.ToString());
    }

    public async Task<string> With(string words) =>
        (
            await Wait.Until(
                () => Lines.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)),
                line => line is not null,
                $"a line with '{words}'"
            )
        )!;
}
