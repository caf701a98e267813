using Serilog.Events;
using WorkReports.Hosting.Logging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

public sealed class HostFilterTests
{
    [Theory]
    [InlineData("www.example.cn", "/", 200)]
    [InlineData("www.example.cn:8080", "/archive", 200)]
    [InlineData("a.example.org", "/archive", 200)]
    [InlineData("evil.example", "/", 400)]
    [InlineData("www.example.cn.evil.example", "/archive", 400)]
    [InlineData("evil.example", "/css/base.css", 400)]
    [InlineData("10.0.0.7", "/healthz", 200)]
    [InlineData("10.0.0.7:8080", "/readyz", 200)]
    public async Task The_site_answers_to_its_own_names(string host, string address, int status)
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), hosts: "www.example.cn; *.example.org");
        Assert.Equal(status, (await test.Get(address, ("Host", host))).Status);
    }

    [Fact]
    public async Task Who_is_refused_is_told_why_and_the_log_says_which_name_once_a_day()
    {
        var log = new LogLines();
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log, hosts: "www.example.cn");
        var answer = await test.Get("/", ("Host", "evil.example"));
        Assert.Equal((400, "text/plain; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Contains("不使用您访问的域名", answer.Text, StringComparison.Ordinal);
        Assert.Contains("does not answer to the host name", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Text, StringComparison.Ordinal);
        await test.Get("/archive", ("Host", "evil.example"));
        Assert.Equal(LogEventLevel.Warning, (await log.With("evil.example")).Level);
        Assert.Single(log.All, line => line.Text.Contains("evil.example", StringComparison.Ordinal));
        test.Clock.Advance(TimeSpan.FromDays(1));
        await test.Get("/", ("Host", "evil.example"));
        await Wait.Until(() => log.All, all => all.Count(line => line.Text.Contains("evil.example")) == 2);
    }

    [Fact]
    public async Task However_many_names_are_made_up_the_log_stays_short()
    {
        var log = new LogLines();
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log, hosts: "www.example.cn");
        for (var number = 0; number < DailyLogLimiter.Limit + 50; number++)
            await test.Get("/", ("Host", $"evil-{number}.example"));
        await log.With("not told today");
        Assert.Equal(
            DailyLogLimiter.Limit,
            log.All.Count(line => line.Text.Contains("evil-", StringComparison.Ordinal))
        );
        Assert.Single(log.All, line => line.Text.Contains("not told today", StringComparison.Ordinal));
    }
}
