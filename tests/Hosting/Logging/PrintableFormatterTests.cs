using System.Globalization;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Logging;

public sealed class PrintableFormatterTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void What_a_file_is_called_forges_no_line(string format)
    {
        var console = new Printed(format);
        console.Log.Information(
            "{File}: {Message}",
            "甲\n2026-11-30 12:00:00 INF forged.md",
            "\u001b[2J\u202e\u2028::error::\ud800"
        );
        var line = Assert.Single(console.Lines);
        Assert.DoesNotContain(line, letter =>
            char.IsControl(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
        );
    }

    [Fact]
    public void The_lines_of_an_exception_are_indented()
    {
        var console = new Printed("text");
        console.Log.Error(new InvalidDataException("甲\n2026-11-30 12:00:00 INF forged\u0007"), "Trouble");
        Assert.Collection(
            console.Lines,
            line => Assert.EndsWith(" ERR Trouble", line, StringComparison.Ordinal),
            line => Assert.Equal("  System.IO.InvalidDataException: 甲", line),
            line => Assert.Equal(@"  2026-11-30 12:00:00 INF forged\u0007", line)
        );
    }
}
