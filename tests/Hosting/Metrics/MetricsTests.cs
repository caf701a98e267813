using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Metrics;

/// <summary>What Prometheus sees of the real program.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class MetricsTests : IAsyncLifetime
{
    readonly ContentOf content = ContentOf
        .Report("---\n网址: a\n---\n# 甲\n\n正文。")
        .With("政治机关/2021-08-30-乙.md", "---\ntitle: 乙\ndate: 2021-02-30\n---\n正文。")
        .With("政治机关/2021-08-29-丙.md", "---\n草稿: 是\n---\n# 丙\n\n[链接](没有.md)");
    readonly ContentOf data = ContentOf.Nothing();
    readonly HttpClient http = new();
    ProgramProcess program = null!;
    string metrics = "";
    string origin = "";

    public async ValueTask InitializeAsync()
    {
        program = new ProgramProcess([
            "--content",
            content.Folder,
            "--data",
            data.Folder,
            "--urls",
            "http://127.0.0.1:0",
            "--metrics",
            "http://127.0.0.1:0",
        ]);
        metrics = await program.Says("Metrics on");
        origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("Edition 1");
    }

    [Fact]
    public async Task Requests_are_counted_and_timed_by_kind_and_status()
    {
        foreach (var address in new[] { "/units", "/units", "/reports/a", "/reports/none", "/search?q=甲" })
            await Status(origin + address);
        var told = await Scrape();
        Assert.Equal(
            2,
            told("http_server_request_duration_seconds_count", "kind=\"unit\"", "http_response_status_code=\"200\"")
        );
        Assert.Equal(
            1,
            told("http_server_request_duration_seconds_count", "kind=\"report\"", "http_response_status_code=\"200\"")
        );
        Assert.Equal(
            1,
            told("http_server_request_duration_seconds_count", "kind=\"report\"", "http_response_status_code=\"404\"")
        );
        Assert.Equal(1, told("http_server_request_duration_seconds_count", "kind=\"search\""));
        Assert.Equal(1, told("http_server_request_duration_seconds_bucket", "kind=\"search\"", "le=\"+Inf\""));
    }

    [Fact]
    public async Task Figures_carry_the_fence_and_are_not_kept()
    {
        foreach (
            var address in new[]
            {
                metrics,
                metrics.Replace("/metrics", "/healthz"),
                metrics.Replace("/metrics", "/none"),
            }
        )
        {
            using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
            var answer = await Answer.Of(response);
            Assert.Equal(
                ("nosniff", "DENY", "no-store", ""),
                (answer["X-Content-Type-Options"], answer["X-Frame-Options"], answer["Cache-Control"], answer["Server"])
            );
        }
    }

    [Fact]
    public async Task The_page_cache_tells_what_it_had_and_what_it_holds()
    {
        foreach (var address in new[] { "/units", "/units", "/units", "/archive" })
            await Status(origin + address);
        var told = await Scrape();
        Assert.Equal(
            (2, 2),
            (
                told("workreports_page_cache_requests_total", "result=\"hit\""),
                told("workreports_page_cache_requests_total", "result=\"miss\"")
            )
        );
        Assert.Equal((2, 2), (told("workreports_page_cache_entries"), told("workreports_page_cache_renderings_total")));
        Assert.True(told("workreports_page_cache_size_bytes") > 1000);
    }

    [Fact]
    public async Task Work_that_waits_and_what_slow_readers_hold_is_told()
    {
        await Status(origin + "/search?q=甲");
        var told = await ScrapeAll();
        foreach (
            var name in new[]
            {
                "workreports_load_running",
                "workreports_load_waiting",
                "workreports_load_refused_total",
                "workreports_load_unsent_bytes",
                "workreports_connections_refused_total",
            }
        )
            Assert.Equal((name, 0), (name, told(name, [])));
        var lines = await http.GetStringAsync(metrics, TestContext.Current.CancellationToken);
        foreach (var work in new[] { "search", "rendering" })
            Assert.Matches($"workreports_load_refused_total{{[^}}]*work=\"{work}\"[^}}]*}} 0", lines);
        Assert.Contains("\nworkreports_load_unsent_bytes{", lines, StringComparison.Ordinal);
        Assert.Contains("\nworkreports_connections_refused_total{", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_tells_editions_files_problems_and_how_reports_stand()
    {
        content.With("政治机关/2021-08-31-试验.md", "---\n网址: a\n---\n# 甲\n\n改过。");
        await program.Says("Edition 2");
        var told = await Scrape();
        Assert.Equal((2, 2), (told("workreports_publishing_editions_total"), told("workreports_edition")));
        Assert.Equal((4, 3), (told("workreports_publishing_files_read_total"), told("workreports_files")));
        Assert.Equal(2, told("workreports_publishing_duration_seconds_count"));
        Assert.Equal(
            (1, 1),
            (told("workreports_problems", "severity=\"error\""), told("workreports_problems", "severity=\"warning\""))
        );
        Assert.Equal(
            (1, 1, 0),
            (
                told("workreports_reports", "state=\"published\""),
                told("workreports_reports", "state=\"draft\""),
                told("workreports_reports", "state=\"expired\"")
            )
        );
        Assert.Equal((0, 0), (told("workreports_trouble"), told("workreports_journal_trouble")));
        Assert.True(told("workreports_publishing_last_success_timestamp_seconds") > 1_600_000_000);
        Assert.True(told("workreports_index_size_bytes") > 0 && told("workreports_journal_size_bytes") > 0);
        Assert.True(told("dotnet_process_memory_working_set_bytes") > 0);
    }

    [Fact]
    public async Task The_build_is_named_by_version_and_commit()
    {
        var build = (await Typed.RunAlone(["version"])).Output.Trim().Split(", commit ");
        var told = await Scrape();
        Assert.Equal(1, told("workreports_build_info", $"version=\"{build[0]}\"", $"commit=\"{build[1]}\""));
    }

    [Fact]
    public async Task The_public_address_has_no_metrics_and_theirs_has_no_pages()
    {
        Assert.Equal(HttpStatusCode.NotFound, await Status(origin + "/metrics"));
        var other = metrics.Replace("/metrics", "");
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK),
            (await Status(other + "/healthz"), await Status(other + "/readyz"))
        );
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (await Status(other + "/"), await Status(other + "/units"))
        );
    }

    [Fact]
    public async Task Both_end_when_they_are_told_to()
    {
        program.Terminate();
        var typed = await program.End();
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            http.GetAsync(metrics, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_taken_address_is_told_in_a_sentence()
    {
        var taken = metrics.Replace("/metrics", "");
        using var folder = ContentOf.Nothing();
        var typed = await Typed.RunAlone([
            "--content",
            content.Folder,
            "--data",
            folder.Folder,
            "--urls",
            "http://127.0.0.1:0",
            "--metrics",
            taken,
        ]);
        Assert.Equal(1, typed.Code);
        Assert.Contains($"{taken}: address already in use", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", typed.Output, StringComparison.Ordinal);
    }

    async Task<HttpStatusCode> Status(string address)
    {
        using var answer = await http.GetAsync(address);
        return answer.StatusCode;
    }

    /// <summary>Asks for the sum of all series of a name that have these labels.</summary>
    async Task<Func<string, string[], double>> ScrapeAll()
    {
        var lines = (await http.GetStringAsync(metrics)).Split('\n');
        return (name, labels) =>
            lines
                .Where(line =>
                    Regex.IsMatch(line, $@"^{name}[{{ ]")
                    && labels.All(label => line.Contains(label, StringComparison.Ordinal))
                )
                .Sum(line =>
                    double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture)
                );
    }

    delegate double Told(string name, params string[] labels);

    async Task<Told> Scrape() => new(await ScrapeAll());

    public ValueTask DisposeAsync()
    {
        program.Dispose();
        http.Dispose();
        content.Dispose();
        data.Dispose();
        return ValueTask.CompletedTask;
    }
}
