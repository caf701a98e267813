using System.Text.Json;
using Serilog.Events;
using Serilog.Parsing;
using WorkReports.Hosting.Logging;

namespace WorkReports.Tests.Hosting.Logging;

/// <summary>A line tells its time with the offset, in Beijing time, wherever the machine stands.</summary>
public sealed class LineFormatterTests
{
    static readonly DateTimeOffset Time = new(2026, 11, 30, 17, 30, 5, 250, TimeSpan.Zero);

    static string Format(bool asJson)
    {
        var line = new LogEvent(
            Time,
            LogEventLevel.Warning,
            null,
            new MessageTemplateParser().Parse("{Count} files of \"{Folder}\""),
            [
                new LogEventProperty("Count", new ScalarValue(2)),
                new LogEventProperty("Folder", new ScalarValue("甲\n乙")),
            ]
        );
        using var output = new StringWriter { NewLine = "\n" };
        new LineFormatter(asJson).Format(line, output);
        return output.ToString();
    }

    [Fact]
    public void As_text() =>
        Assert.StartsWith(
            "2026-12-01 01:30:05 +08:00 WRN 2 files of ",
            Format(asJson: false),
            StringComparison.Ordinal
        );

    [Fact]
    public void As_JSON()
    {
        var text = Format(asJson: true);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Single(text.TrimEnd().Split('\n'));
        var line = JsonDocument.Parse(text).RootElement;
        Assert.Equal("2026-12-01T01:30:05.2500000+08:00", line.GetProperty("@t").GetString());
        Assert.Equal(Time, line.GetProperty("@t").GetDateTimeOffset());
        Assert.Equal(
            ("Warning", "{Count} files of \"{Folder}\"", 2, "甲\n乙"),
            (
                line.GetProperty("@l").GetString(),
                line.GetProperty("@mt").GetString(),
                line.GetProperty("Count").GetInt32(),
                line.GetProperty("Folder").GetString()
            )
        );
    }
}
