using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Lifecycle;

public sealed class GracefulStopTests
{
    [Fact]
    public async Task Between_the_signal_and_the_end_balancers_are_told_and_readers_and_editors_served()
    {
        var log = new LogLines();
        await using var site = await TestSite.With(
            ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"),
            settings => settings with { StopDelay = 5 },
            log.Log
        );
        var stopped = site.Stop();
        await log.With("About to stop, in 5 s");
        var told = await site.Get("/readyz");
        Assert.Equal((503, "not ready: it is about to stop\n"), (told.Status, told.Text));
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK),
            (await site.Status("/healthz"), await site.Status("/reports/a"))
        );
        site.Content.With("政治机关/2021-08-31-试验.md", "---\n网址: a\n---\n# 甲\n\n改过的正文。");
        await site.UntilSaid("/reports/a", "改过的正文");
        Assert.False(stopped.IsCompleted);
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await stopped;
        await Assert.ThrowsAsync<HttpRequestException>(() => site.Status("/healthz"));
    }

    [Fact]
    public async Task Without_a_delay_it_ends_at_once()
    {
        await using var site = await TestSite.Of(ContentOf.Pillars());
        await site.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => site.Status("/healthz"));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("300", true)]
    [InlineData("301", false)]
    [InlineData("-1", false)]
    [InlineData("5s", false)]
    public async Task The_delay_is_a_number_of_seconds(string value, bool isFine)
    {
        var typed = await Typed.Run("serve", "--stop-delay", value, "--content", "/nowhere");
        Assert.Equal(
            !isFine,
            typed.Errors.Contains("--stop-delay: write a number of seconds, at most 300.", StringComparison.Ordinal)
        );
    }
}
