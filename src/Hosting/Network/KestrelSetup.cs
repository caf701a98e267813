using Microsoft.Extensions.Primitives;

namespace WorkReports.Hosting.Network;

/// <summary>How the server meets its clients: the addresses, and the most that one of them may take.</summary>
static class KestrelSetup
{
    /// <summary>Above any browser's, below what costs memory when thousands come with it.</summary>
    const int HeaderCountLimit = 64;
    const int HeaderBytesLimit = 16 * 1024;

    /// <summary>An idle connection takes some kilobytes: these take less than 200 MB.</summary>
    const int ConnectionLimit = 20_000;

    /// <summary>Who takes longer to ask is no reader, but somebody who holds connections.</summary>
    static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    public static void Listen(this IWebHostBuilder host, Settings settings)
    {
        // The thread that learns of a request answers it: less work for a page from memory. KeptPages sends elsewhere what takes time.
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

    /// <summary>Whoever asks for another site's name is refused; probes ask by whatever address they know.</summary>
    public static void UseHosts(this IApplicationBuilder site, Settings settings)
    {
        var names = settings
            .Hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => new StringSegment(name))
            .ToList();
        site.Use(
            (context, next) =>
            {
                if (IsProbe(context.Request.Path) || HostString.MatchesAny(context.Request.Host.Host, names))
                    return next(context);

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );
    }

    internal static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/healthz") || path.StartsWithSegments("/readyz");
}
