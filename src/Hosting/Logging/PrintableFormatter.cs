using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using WorkReports.Terminal;

namespace WorkReports.Hosting.Logging;

/// <summary>Keeps a log line one line, whatever a file name, an address or a message brings along.</summary>
/// <param name="withException">True where the inner formatter leaves the exception out.</param>
sealed class PrintableFormatter(ITextFormatter inner, bool withException) : ITextFormatter
{
    const int BufferLimit = 64 * 1024;

    [ThreadStatic]
    static StringWriter? buffer;

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var line = buffer ??= new StringWriter(CultureInfo.InvariantCulture);
        inner.Format(logEvent, line);
        output.WriteLine(PrintableText.Of(line.ToString().TrimEnd('\r', '\n')));
        line.GetStringBuilder().Clear();
        if (line.GetStringBuilder().Capacity > BufferLimit)
            buffer = null;
        if (withException && logEvent.Exception is { } exception)
            WriteIndented(exception.ToString(), output);
    }

    /// <summary>A line of a message that begins with a time would look like a line of the log.</summary>
    static void WriteIndented(string lines, TextWriter output)
    {
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
            output.WriteLine("  " + PrintableText.Of(line));
    }
}
