using WorkReports.Hosting.Logging;
using WorkReports.Hosting.Protection;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// Serves pages from memory while they are valid. After that a page is rendered once more; where its bytes are the
/// same, it keeps its compressed forms and its ETag.
/// </summary>
sealed class PageCacheMiddleware(RequestDelegate next, RouteTable routes, PageCache cache, CacheValidity validity)
{
    public Task Invoke(HttpContext context)
    {
        var route = routes.Of(context);
        // A probe must not wait for a thread, either.
        return route.IsProbe ? next(context)
            : CacheKey.Of(context.Request, route) is not { } key ? Bypass(context)
            : validity.CurrentPeriod() is { } period ? Serve(context, route, key, period)
            : ServeDuringSwitch(context, key);
    }

    async Task Serve(HttpContext context, RouteEntry route, CacheKey key, ValidityPeriod period)
    {
        var outcome = RequestOutcome.Of(context);
        (outcome.Edition, outcome.Cache) = (period.Edition, CacheUse.Hit);
        if (cache.Serve(key, period) is { } cached)
        {
            await cached.Send(context);
            return;
        }
        outcome.Cache = CacheUse.Miss;
        await Task.Yield();
        var isRenderer = false;
        var rendered = await cache.GetOrRender(key, period, () =>
        {
            isRenderer = true;
            return Render(context, route, key, period);
        });
        if (rendered is not null)
            await rendered.Send(context);
        else if (!isRenderer)
            await next(context);
    }

    /// <summary>
    /// The thread of a connection sends what is ready. Whatever takes time leaves it: other connections wait for it.
    /// </summary>
    async Task Bypass(HttpContext context)
    {
        await Task.Yield();
        await next(context);
    }

    /// <summary>
    /// One edition gives way to the next: what is rendered now could be of either, and is not cached. Where there is no
    /// edition, since the index is made anew, the last valid page is sent instead of the 503.
    /// </summary>
    async Task ServeDuringSwitch(HttpContext context, CacheKey key)
    {
        await Bypass(context);
        var response = context.Response;
        if (
            response.StatusCode != StatusCodes.Status503ServiceUnavailable
            || validity.LatestPeriod is not { } latest
            || cache.Find(key, latest) is not { } last
        )
            return;
        response.Clear();
        await last.Send(context);
    }

    /// <summary>Null for an error or a redirect, which is sent as it is.</summary>
    async Task<CachedPage?> Render(HttpContext context, RouteEntry route, CacheKey key, ValidityPeriod period)
    {
        // Compressing takes longer than rendering: the place is given back when the page is made.
        using var place = KeptPlace.For(context);
        var bytes = await RenderToBytes(context, key.Query);
        var response = context.Response;
        // What was counted until now went into memory, not to the client.
        RequestOutcome.Of(context).Written = response.StatusCode == StatusCodes.Status200OK ? 0 : bytes.Length;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            return CachedPage.Of(
                bytes,
                response.ContentType,
                route.Cache == CacheMode.PerReader,
                period,
                cache.FindStale(key),
                route.IsOfOneReport ? context.GetRouteValue("slug") as string : null
            );
        }
        if (bytes.Length > 0)
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        return null;
    }

    /// <summary>
    /// What is rendered must not depend on who happened to ask for it first: no query of theirs, no coding.
    /// </summary>
    async Task<byte[]> RenderToBytes(HttpContext context, QueryString query)
    {
        var (request, response) = (context.Request, context.Response);
        var (body, originalQuery, accept) = (response.Body, request.QueryString, request.Headers.AcceptEncoding);
        using var bytes = new MemoryStream();
        try
        {
            (response.Body, request.QueryString, request.Headers.AcceptEncoding) = (bytes, query, default);
            await next(context);
            await response.BodyWriter.FlushAsync();
            return bytes.ToArray();
        }
        finally
        {
            (response.Body, request.QueryString, request.Headers.AcceptEncoding) = (body, originalQuery, accept);
        }
    }
}
