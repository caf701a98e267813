using System.Net;
using System.Text.Json;
using Serilog.Events;
using WorkReports.Hosting.Network;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Logging;

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
        Assert.Matches(
            @"^GET /archive 404 \d+ B \d+\.\d ms, edition 1, standard, cache miss, 127\.0\.0\.0$",
            line.Text
        );
    }

    [Fact]
    public async Task Probes_and_styles_are_none()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        await test.Get("/healthz");
        await test.Get("/css/base.css");
        await test.Get("/archive");
        await log.With("/archive");
        Assert.DoesNotContain(log.All, line =>
            line.Text.Contains("/css", StringComparison.Ordinal)
            || line.Text.Contains("/healthz", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_line_tells_edition_mode_cache_and_the_bytes_that_were_sent()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        (string, string)[] elder = [("Cookie", "reader=elder.contrast"), ("Accept-Encoding", "br")];
        var bytes = (await test.Get("/units", elder)).Bytes.Length;
        Assert.StartsWith(
            $"GET /units 200 {bytes} B ",
            (await log.With(", edition 1, elder.contrast, cache miss, ")).Text,
            StringComparison.Ordinal
        );
        var tag = (await test.Get("/units", elder))["ETag"];
        Assert.StartsWith(
            $"GET /units 200 {bytes} B ",
            (await log.With(", edition 1, elder.contrast, cache hit, ")).Text,
            StringComparison.Ordinal
        );
        await test.Get("/units", [.. elder, ("If-None-Match", tag)]);
        await log.With("GET /units 304 0 B ");
        await test.Send("HEAD", "/units");
        await log.With("HEAD /units 200 0 B ");
        var found = (await test.Get("/search", ("Accept-Encoding", "br"))).Bytes.Length;
        Assert.Contains(
            ", edition 1, standard, cache none, ",
            (await log.With($"GET /search 200 {found} B ")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_condition_that_meets_a_page_not_yet_kept_sends_nothing()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        var tag = (await test.Get("/archive"))["ETag"];
        test.Content.With("政治机关/2021-08-30-乙.md", "# 乙\n\n正文。");
        await log.With("Edition 2");
        await test.Get("/units", ("If-None-Match", "*"), ("Cookie", "reader=large"));
        Assert.Contains("GET /units 304 0 B ", (await log.With("large, cache miss")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_readers_search_for_is_told_to_nobody()
    {
        await using var test = await TestSite.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"), log: log.Log);
        foreach (
            var address in new[]
            {
                "/search?q=secret",
                "/search.json?q=secret",
                "/search/suggest?q=secret",
                "/reports/a?q=secret",
                "/?q=secret",
            }
        )
            await test.Get(address, ("Referer", "http://www.example.cn/search?q=secret"));
        await test.Get("/archive");
        await log.With("GET /archive");
        Assert.DoesNotContain(log.All, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("full", ", 127.0.0.1$")]
    [InlineData("short", ", 127.0.0.0$")]
    [InlineData("none", ", cache miss$")]
    public async Task Clients_are_named_as_the_settings_want(string addresses, string end)
    {
        await using var test = await TestSite.With(
            ContentOf.Pillars(),
            settings => settings with { ClientAddresses = addresses },
            log.Log
        );
        await test.Get("/archive");
        Assert.Matches(end, (await log.With("GET /archive")).Text);
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::")]
    [InlineData("fe80::1%3", "fe80::")]
    [InlineData("::1", "::")]
    public void An_address_is_shortened_to_its_neighbourhood(string address, string expected) =>
        Assert.Equal(expected, ClientAddress.Truncated(IPAddress.Parse(address)));

    [Theory]
    [InlineData("/a%0d%0a2026-11-24%2012:00:00%20INF%20forged", @"/a\u000d\u000a2026-11-24 12:00:00 INF forged")]
    [InlineData("/a%1b]0;forged%07", @"/a\u001b]0;forged\u0007")]
    [InlineData("/a%c2%9b2Jforged%e2%80%a8", @"/a\u009b2Jforged\u2028")]
    [InlineData("/%e2%80%aeforged", @"/\u202eforged")]
    [InlineData("/%23%23vso[forged]", @"/\u0023#vso[forged]")]
    public async Task An_address_forges_no_line_and_steers_no_terminal(string address, string shown)
    {
        foreach (var format in new[] { "text", "json" })
        {
            var console = new Printed(format);
            await using var test = await TestSite.Of(ContentOf.Pillars(), log: console.Log);
            await test.RawStatus(address);
            var line = await console.With("forged");
            Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter is '\u2028' or '\u202e');
            if (format == "text")
                Assert.Contains($" GET {shown} 404 ", line);
            else
                Assert.Equal(
                    Uri.UnescapeDataString(address),
                    JsonDocument.Parse(line).RootElement.GetProperty("RequestPath").GetString()
                );
        }
    }

    [Theory]
    [InlineData("json", "www.example.cn:8080", "Reader/1.0 (test)")]
    [InlineData("text", null, null)]
    public async Task Lines_for_machines_say_who_asked_and_by_which_name(string format, string? host, string? agent)
    {
        var events = new LogEvents();
        await using var test = await TestSite.With(
            ContentOf.Pillars(),
            settings => settings with { LogFormat = format },
            events.Log
        );
        await test.Get("/archive", ("Host", "www.example.cn:8080"), ("User-Agent", "Reader/1.0 (test)"));
        var line = await events.With("/archive");
        Assert.Equal((host, agent), (LogEvents.Text(line, "Host"), LogEvents.Text(line, "UserAgent")));
    }

    [Fact]
    public async Task What_a_client_says_of_itself_is_cut()
    {
        var events = new LogEvents();
        await using var test = await TestSite.With(
            ContentOf.Pillars(),
            settings => settings with { LogFormat = "json" },
            events.Log
        );
        await test.Get("/archive", ("User-Agent", new string('x', 5000)));
        Assert.InRange(LogEvents.Text(await events.With("/archive"), "UserAgent")!.Length, 100, 300);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task So_is_the_address_that_it_asks_for(string format)
    {
        var console = new Printed(format);
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: console.Log);
        await test.RawStatus("/asked" + string.Concat(Enumerable.Repeat("%01", 2_000)));
        Assert.InRange((await console.With("/asked")).Length, 200, 200 * 6 + 600);
    }

    [Fact]
    public async Task What_a_client_says_of_itself_steers_no_terminal_and_is_told_as_it_was_said()
    {
        const string Agent = "forged\u001b[31m";
        var console = new Printed("json");
        await using var test = await TestSite.With(
            ContentOf.Pillars(),
            settings => settings with { LogFormat = "json" },
            console.Log
        );
        await test.Get("/archive", ("User-Agent", Agent));
        var line = await console.With("forged");
        Assert.DoesNotContain(line, char.IsControl);
        Assert.Equal(Agent, JsonDocument.Parse(line).RootElement.GetProperty("UserAgent").GetString());
    }

    [Fact]
    public async Task A_reader_who_comes_too_early_is_no_failure()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Pillars(), log: log.Log);
        await test.Get("/archive");
        Assert.Equal(LogEventLevel.Information, (await log.With("GET /archive 503")).Level);
    }
}
