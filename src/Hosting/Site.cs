using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.WebEncoders;
using Serilog;
using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Content.Recording;
using WorkReports.Content.Upgrade;
using WorkReports.Feeds;
using WorkReports.Hosting.Caching;
using WorkReports.Hosting.Endpoints;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Hosting.Logging;
using WorkReports.Hosting.Metrics;
using WorkReports.Hosting.Network;
using WorkReports.Hosting.Protection;
using WorkReports.Hosting.Publishing;
using WorkReports.Hosting.Routing;
using WorkReports.Hosting.Watching;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Index.Search;
using WorkReports.Journal;
using WorkReports.Pages.Parts;

namespace WorkReports.Hosting;

/// <summary>The web server, put together.</summary>
public static class Site
{
    public static WebApplication Build(Settings settings, TimeProvider clock, Serilog.ILogger log) =>
        Build(settings, clock, log, SiteRoutes.Of(settings), built: BuildInfo.Current.Built);

    /// <param name="clock">The machine's.</param>
    /// <param name="beforeReading">Told the path of each file of the content before it is read.</param>
    /// <param name="built">The day before which no clock can stand; null where nobody knows.</param>
    internal static WebApplication Build(
        Settings settings,
        TimeProvider clock,
        Serilog.ILogger log,
        RouteTable routes,
        Action<string>? beforeReading = null,
        DateTimeOffset? built = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(Site).Assembly.GetName().Name,
                // Pages and styles belong to the program, wherever it is started from.
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
                // The settings alone say who is a proxy: ASPNETCORE_FORWARDEDHEADERS_ENABLED would make anybody one.
                Args = ["--hostBuilder:reloadConfigOnChange=false", "--forwardedHeaders_Enabled=false"],
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.Listen(settings);
        // Before TLS: to begin it with everybody would cost more than the limit saves.
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint =>
            {
                var limit = kestrel.ApplicationServices.GetRequiredService<ConnectionLimit>();
                endpoint.Use(next => connection => limit.Run(connection, next));
            })
        );
        builder.WebHost.ListenByHttps(settings);
        builder.Services.AddSerilog(log);
        // Docker kills a container after ten seconds: three are left to close the index.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(7));
        AddServices(builder.Services, settings, PublicationClockFactory.Of(settings, clock, built), beforeReading);
        AddRoutes(builder.Services, routes);
        // Not AddRazorPages: it brings authentication, which would run for each request, and nobody signs in here.
        // Pages ask for a policy all the same.
        builder.Services.AddMvcCore().AddRazorPages();
        builder.Services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        builder.Services.AddHttps(settings);
        builder.Services.AddSearchLimit(settings);
        // The site takes no forms but searches, so no keys need to outlive a restart.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddCompression();
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        // The default encoder writes each Chinese character as a number: pages almost three times as long.
        builder.Services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );

        var site = builder.Build();
        UsePipeline(site, settings, routes, log);
        MapEndpoints(site, routes);
        RefusedRequestLog.Begin(site.Services);
        return site;
    }

    static void AddServices(
        IServiceCollection services,
        Settings settings,
        PublicationClock clock,
        Action<string>? beforeReading
    )
    {
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(ContentFolder.Of(settings));
        services.AddSingleton<Database>();
        services.AddSingleton<EditionState>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<JournalFile>();
        services.AddSingleton<JournalRecorder>();
        services.AddSingleton<EarlierEdition>();
        services.AddSingleton<EditionFromRecord>();
        services.AddSingleton<PublishedSource>();
        services.AddSingleton(provider => new Publisher(
            provider.GetRequiredService<ContentFolder>(),
            provider.GetRequiredService<EditionState>(),
            provider.GetRequiredService<JournalRecorder>(),
            settings.Preview,
            settings.HoldTime,
            beforeReading: beforeReading
        ));
        services.AddSingleton<EditionNotifier>();
        services.AddScoped<Library>();
        services.AddSingleton<CacheValidity>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<ConnectionLimit>();
        services.AddSingleton<Bulkheads>();
        services.AddSingleton<UnsentBytes>();
        services.AddSingleton<RefusedFiles>();
        services.AddSingleton<FileEndpoint>();
        services.AddSingleton<ImportMap>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<HeldNotice>();
        services.AddSingleton<SiteMeter>();
        services.AddTelemetry(settings);
        services.AddHostedService<LivePublishing>();
        services.AddWatches();
        services.AddHostedService<GracefulStop>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout += TimeSpan.FromSeconds(settings.StopDelay));
    }

    static void AddRoutes(IServiceCollection services, RouteTable routes)
    {
        services.AddSingleton(routes);
        services.AddSingleton(new CrawlerRules(PatternsFor(Crawling.Listed), PatternsFor(Crawling.Disallowed)));

        List<string> PatternsFor(Crawling crawling) =>
            [.. routes.Entries.Where(entry => entry.Crawling == crawling).Select(entry => entry.Pattern)];
    }

    static void UsePipeline(WebApplication site, Settings settings, RouteTable routes, Serilog.ILogger log)
    {
        if (settings.Proxies != Settings.None)
            site.UseProxies(settings);
        site.UseSerilogRequestLogging(options => RequestLog.Configure(options, settings, routes, log));
        if (settings.HasTelemetry)
        {
            site.UseMiddleware<RequestKind>();
            LoadMeter.Observe(site.Services);
        }
        site.UseMiddleware<SecurityHeaders>();
        if (settings.Preview)
            site.UseMiddleware<PreviewGuard>();
        else if (settings.Hosts != "*")
            site.UseMiddleware<HostFilter>();
        site.UseHttps(settings);
        site.UseMiddleware<GetAndHeadOnly>();
        site.UseMiddleware<FallbackErrorPage>();
        // The request log has the exception, with the trace id that the error page shows.
        site.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        if (settings.CachesPages)
            site.UseMiddleware<PageCacheMiddleware>();
        site.UseMiddleware<OtherBuildsAssets>();
        site.UseMiddleware<AnswerBuffer>();
        site.UseMiddleware<ResponseByteCounter>();
        site.UseResponseCompression();
        site.UseRouting();
        site.UseRateLimiter();
        site.UseMiddleware<LoadShedding>();
        site.UseMiddleware<RequireEdition>();
    }

    static void MapEndpoints(WebApplication site, RouteTable routes)
    {
        site.MapStaticAssets();
        routes.Map(site);
        site.MapRazorPages().WithStaticAssets().Add(routes.AddMetadata);
        routes.RequireOneRowPerEndpoint(site);
    }
}
