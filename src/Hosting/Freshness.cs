using Microsoft.Net.Http.Headers;
using WorkReports.Index;

namespace WorkReports.Hosting;

/// <summary>
/// Keeps pages out of the wrong hands: a reader's mode depends on the cookie, so no cache may mix them up. Before the first
/// edition there is nothing to show, and pages say so.
/// </summary>
sealed class Freshness(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, Library library)
    {
        context.Response.Headers[HeaderNames.Vary] = HeaderNames.Cookie;
        context.Response.Headers.CacheControl = "no-cache";
        if (library.Edition() > 0 || IsOfServer(context.Request.Path))
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }
    }

    /// <summary>Styles, health and the error page itself: they need no edition.</summary>
    static bool IsOfServer(PathString path) =>
        path.StartsWithSegments("/healthz") || path.StartsWithSegments("/readyz") || path.StartsWithSegments("/error")
        || path.StartsWithSegments("/css") || path.StartsWithSegments("/js") || path.StartsWithSegments("/img");
}
