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

    /// <summary>A browser opens a connection again in no time; one that says nothing costs memory.</summary>
    static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longer than proxies keep theirs (nginx 60 seconds, others up to two minutes): one that ends first sends no
    /// request down a connection that is just being closed.
    /// </summary>
    static readonly TimeSpan IdleTimeoutOfProxies = TimeSpan.FromSeconds(130);

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
            kestrel.Limits.KeepAliveTimeout = settings.Proxies == Settings.None ? IdleTimeout : IdleTimeoutOfProxies;
            kestrel.Limits.MaxConcurrentConnections = ConnectionLimit;
        });
    }
}
