using Serilog.Events;
using WorkReports.Hosting.Logging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Logging;

/// <summary>What the server refuses by itself is told, with who sent it and without what it said.</summary>
public sealed class RefusedRequestLogTests
{
    readonly LogLines log = new();

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n", "400")]
    [InlineData("GET /?q=secret\0 HTTP/1.1\r\nHost: a\r\n", "400")]
    [InlineData("GET /?q=secret HTTP/1.1\r\nHost: a\r\nsecret\r\n", "400")]
    [InlineData("secret\r\n", "400")]
    public async Task What_is_no_request_is_a_line(string head, string status) => await IsTold(head, status);

    [Fact]
    public async Task So_is_an_address_too_long() =>
        await IsTold($"GET /search?q={new string('x', 10_000)} HTTP/1.1\r\nHost: a\r\n", "414");

    [Fact]
    public async Task So_are_headers_too_many() =>
        await IsTold($"GET / HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Repeat("X: y\r\n", 70))}", "431");

    [Fact]
    public async Task However_much_is_refused_the_log_stays_short()
    {
        await using var site = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        for (var number = 0; number < DailyLogLimiter.Limit + 20; number++)
            await site.RawStatus("nonsense\r\n", "");
        await log.With("not told today");
        Assert.Equal(DailyLogLimiter.Limit, log.All.Count(IsRefusal));
    }

    async Task IsTold(string head, string status)
    {
        await using var site = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        Assert.Equal(status, $"{await site.RawStatus(head, "")}");
        var line = await log.With("Refused before it was a request");
        Assert.Equal(LogEventLevel.Information, line.Level);
        Assert.Matches($"^Refused before it was a request: {status} [A-Z][^:]*, 127\\.0\\.0\\.0$", line.Text);
        Assert.DoesNotContain("secret", line.Text, StringComparison.Ordinal);
    }

    static bool IsRefusal(LogLine line) => line.Text.StartsWith("Refused before", StringComparison.Ordinal);
}
