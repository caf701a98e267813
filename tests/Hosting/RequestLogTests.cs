using Serilog.Events;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class RequestLogTests
{
    readonly LogLines log = new();

    [Fact]
    public async Task A_request_is_a_line()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        await test.Get("/archive?p=2");
        var line = await log.With("/archive");
        Assert.Equal(LogEventLevel.Information, line.Level);
        Assert.Matches(@"^GET /archive 404 \d+\.\d ms$", line.Text);
    }

    [Fact]
    public async Task Probes_and_styles_are_none()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        await test.Get("/healthz");
        await test.Get("/css/base.css");
        await test.Get("/archive");
        await log.With("/archive");
        Assert.DoesNotContain(log.All, line => line.Text.Contains("/css", StringComparison.Ordinal) || line.Text.Contains("/healthz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_break_in_an_address_forges_no_line()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        await test.RawStatus("/a%0d%0a2026-11-24%2012:00:00%20INF%20forged");
        Assert.StartsWith("GET /a??2026-11-24 12:00:00 INF forged 404 ", (await log.With("forged")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_comes_too_early_is_no_failure()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Pillars(), log: log.Log);
        await test.Get("/archive");
        Assert.Equal(LogEventLevel.Information, (await log.With("GET /archive 503")).Level);
    }
}
