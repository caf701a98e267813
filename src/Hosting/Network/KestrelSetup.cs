using Microsoft.Extensions.Primitives;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Network;

/// <summary>Where the server listens, and the limits that one client has.</summary>
static class KestrelSetup
{
    /// <summary>More than any browser sends, less than what costs memory when thousands of clients send it.</summary>
    const int HeaderCountLimit = 64;
    const int HeaderBytesLimit = 16 * 1024;

    /// <summary>An idle connection takes some kilobytes: all of these less than 200 MB.</summary>
    const int ConnectionLimit = 20_000;

    /// <summary>
    /// Who takes longer for the head of a request is no reader, but holds connections open (Slowloris).
    /// </summary>
    static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    public static void Listen(this IWebHostBuilder host, Settings settings)
    {
        // The thread of the connection answers: less work for a page from memory. PageCacheMiddleware leaves it for
        // what takes time.
        if (settings.CachesPages)
            host.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        host.UseUrls([.. settings.ListenAddresses]);
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeaderCount = HeaderCountLimit;
            kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytesLimit;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.MaxConcurrentConnections = ConnectionLimit;
        });
    }

    /// <summary>Requests for another host name are refused; probes ask by whatever address they know.</summary>
    public static void UseHosts(this IApplicationBuilder site, Settings settings)
    {
        var names = settings
            .Hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => new StringSegment(name))
            .ToList();
        var routes = site.ApplicationServices.GetRequiredService<RouteTable>();
        site.Use(
            (context, next) =>
            {
                if (routes.Of(context).IsProbe || HostString.MatchesAny(context.Request.Host.Host, names))
                    return next(context);

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );
    }
}
