using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Metrics;

/// <summary>What a collector of OpenTelemetry gets of the real program.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class TelemetryTests() : OverFolders(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"))
{
    static readonly (string Variable, string Value)[] Soon =
    [
        ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
    ];

    [Fact]
    public async Task A_collector_gets_the_figures_and_a_span_for_each_request()
    {
        await using var collector = await Collector.Start();
        using var program = new ProgramProcess([.. Serve, "--otlp", collector.Address], Soon);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/a", "正文");
        await Wait.Until(
            () => collector.Received,
            _ =>
                collector.Got(
                    "/v1/metrics",
                    "workreports",
                    "workreports.reports",
                    "http.server.request.duration",
                    "report"
                ) && collector.Got("/v1/traces", "workreports", "/reports/a")
        );
    }

    [Fact]
    public async Task What_is_still_to_be_sent_at_the_stop_is_sent()
    {
        await using var collector = await Collector.Start();
        using var program = new ProgramProcess([.. Serve, "--otlp", collector.Address]);
        await Until(await program.Says("Now listening on:") + "/reports/a", "正文");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
        Assert.True(collector.Got("/v1/metrics", "workreports.reports") && collector.Got("/v1/traces", "/reports/a"));
    }

    [Fact]
    public async Task A_collector_that_is_away_is_told_of_once_and_readers_do_not_notice()
    {
        // Bound, and never listened to: a port that was only free a moment ago may be another program's by now.
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var away = $"http://{nobody.LocalEndPoint}";
        using var program = new ProgramProcess([.. Serve, "--otlp", away], Soon);
        var origin = await program.Says("Now listening on:");
        Assert.Contains(new Uri(away).Authority, await program.SaysAnyTime("OpenTelemetry:"), StringComparison.Ordinal);
        await Until(origin + "/reports/a", "正文");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
        Assert.Equal(1, program.HasSaid("OpenTelemetry:"));
    }

    /// <summary>Takes whatever is sent. Its form is the library's affair: names are looked for in the bytes.</summary>
    sealed class Collector(WebApplication server) : IAsyncDisposable
    {
        readonly ConcurrentQueue<(string Path, string Text)> received = [];

        public string Address => server.Urls.Single();

        public IReadOnlyCollection<(string Path, string Text)> Received => received;

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            await collector.Listen();
            return collector;
        }

        public bool Got(string path, params string[] words) =>
            words.All(word =>
                received.Any(message => message.Path == path && message.Text.Contains(word, StringComparison.Ordinal))
            );

        Task Listen()
        {
            server.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                received.Enqueue((context.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
            return server.StartAsync();
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
