using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// A line of the log, as text or as a JSON object. Its time is Beijing's and says so: the container's own zone is mostly
/// UTC, and a time without an offset is taken for what the reader's watch shows. As text without the exception.
/// </summary>
sealed class LineFormatter(bool asJson) : ITextFormatter
{
    const string JsonStart = "{\"@t\":\"";

    static readonly JsonValueFormatter Values = new(typeTagName: "$type");

    static readonly MessageTemplateTextFormatter Text = new(" {Level:u3} {Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var time = BeijingTime.At(logEvent.Timestamp);
        if (asJson)
            FormatJson(logEvent, time, output);
        else
        {
            output.Write(time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
            Text.Format(logEvent, output);
            output.WriteLine();
        }
    }

    /// <summary>The library writes the time in UTC: what stands in its first pair of quotes is replaced.</summary>
    static void FormatJson(LogEvent logEvent, DateTimeOffset time, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        CompactJsonFormatter.FormatEvent(logEvent, line, Values);
        var text = line.ToString();
        output.Write(JsonStart);
        output.Write(time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture));
        output.WriteLine(text.AsSpan(text.IndexOf('"', JsonStart.Length)));
    }
}
