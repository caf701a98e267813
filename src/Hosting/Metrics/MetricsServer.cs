using OpenTelemetry.Metrics;
using Serilog;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Hosting.Protection;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Metrics;

/// <summary>
/// A small server beside the site's, for <c>/metrics</c> and health alone: readers never reach it, and it answers while
/// they take every connection that the site has.
/// </summary>
sealed class MetricsServer(
    Settings settings,
    MeterProvider meters,
    RouteTable routes,
    Readiness readiness,
    ILogger<MetricsServer> log
) : IHostedService
{
    WebApplication? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
            }
        );
        builder.Services.AddSerilog(Serilog.Core.Logger.None);
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfSite>();
        builder.Services.AddSingleton(readiness);
        builder.Services.AddSingleton(routes);
        builder.WebHost.UseUrls(settings.Metrics);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        server = builder.Build();
        server.UseMiddleware<SecurityHeaders>();
        server.UseOpenTelemetryPrometheusScrapingEndpoint(
            meters,
            predicate: null,
            path: "/metrics",
            configureBranchedPipeline: null,
            optionsName: null
        );
        foreach (var probe in routes.Entries.Where(entry => entry.IsProbe))
            probe.Map(server);
        await server.StartAsync(cancellationToken);
        log.LogInformation("Metrics on {Address}/metrics", server.Urls.Single());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is null)
            return;
        await server.StopAsync(cancellationToken);
        await server.DisposeAsync();
    }

    /// <summary>It stops with the site: signals are for the site alone.</summary>
    sealed class LifetimeOfSite : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
