using Serilog.Events;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class LivePublishingTests
{
    [Fact]
    public async Task A_bad_file_is_logged_with_its_line_and_the_rest_is_served()
    {
        var log = new LogLines();
        await using var test = await TestSite.Of(
            ContentOf.Report("---\ntitle: 甲\ndate: 2021-02-30\n---\n正文。").With("政治机关/2021-08-30-乙.md", "# 乙\n\n[链接](没有.md)"), log: log.Log);
        var (error, warning) = (await log.With("政治机关/2021-08-31-试验.md"), await log.With("政治机关/2021-08-30-乙.md"));
        Assert.Equal((LogEventLevel.Error, LogEventLevel.Warning), (error.Level, warning.Level));
        Assert.StartsWith("政治机关/2021-08-31-试验.md:3: ", error.Text, StringComparison.Ordinal);
        Assert.StartsWith("政治机关/2021-08-30-乙.md:3: ", warning.Text, StringComparison.Ordinal);
        Assert.Matches("^Edition 1: 2 of 2 files read, 0 removed, 2 problems, ", (await log.With("Edition")).Text);
        Assert.Contains("乙", (await test.Get("/archive")).Text, StringComparison.Ordinal);
    }
}
