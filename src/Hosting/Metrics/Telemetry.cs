using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WorkReports.Hosting.Metrics;

/// <summary>
/// Hands what the program, its server and its runtime count to whoever the settings name; to nobody, when they name
/// nobody.
/// </summary>
static class Telemetry
{
    const string RequestDuration = "http.server.request.duration";

    /// <summary>
    /// Seconds. A page from memory takes less than the first bound, a search or a first rendering falls in the middle.
    /// </summary>
    static readonly double[] BucketBoundaries =
    [
        0.0001,
        0.00025,
        0.0005,
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
    ];

    public static void AddTelemetry(this IServiceCollection services, Settings settings)
    {
        if (!settings.HasTelemetry)
            return;

        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource
                    .AddService("workreports", serviceVersion: BuildInfo.Current.Version)
                    .AddAttributes([new("vcs.ref.head.revision", BuildInfo.Current.Commit)])
            )
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(
                    SiteMeter.Name,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "System.Runtime"
                );
                metrics.AddView(
                    RequestDuration,
                    new ExplicitBucketHistogramConfiguration
                    {
                        Boundaries = BucketBoundaries,
                        TagKeys = [RequestKind.Label, "http.request.method", "http.response.status_code"],
                    }
                );
                if (settings.Metrics != Settings.None)
                    metrics.AddPrometheusExporter();
            });
        if (settings.Metrics != Settings.None)
            services.AddHostedService<MetricsServer>();
        if (settings.Otlp == Settings.None)
            return;

        telemetry
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation())
            .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, new Uri(settings.Otlp));
        services.AddHostedService<ExportFailureLog>();
    }
}
