using WorkReports.Hosting.Logging;
using WorkReports.Hosting.Metrics;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// Serves pages from memory for as long as they stand. After that a page is rendered once more; where nothing of it changed, it
/// keeps its compressed forms and its tag.
/// </summary>
sealed class PageCacheMiddleware(RequestDelegate next, PageCache store, CacheValidity periods, SiteMeter meter)
{
    public Task Invoke(HttpContext context) =>
        CacheKey.Of(context.Request) is not { } key ? Bypass(context)
        : periods.CurrentPeriod() is { } period ? Serve(context, key, period)
        : ServeDuringSwitch(context, key);

    async Task Serve(HttpContext context, CacheKey key, ValidityPeriod period)
    {
        var visit = RequestOutcome.Of(context);
        (visit.Edition, visit.Cache) = (period.Edition, CacheUse.Hit);
        if (store.Find(key, period) is { } kept)
        {
            meter.Found();
            await kept.Send(context);
            return;
        }
        visit.Cache = CacheUse.Miss;
        meter.Missed();
        await Task.Yield();
        var isMine = false;
        var made = await store.GetOrRender(key, period, () =>
        {
            isMine = true;
            return Render(context, key, period);
        });
        if (made is not null)
            await made.Send(context);
        else if (!isMine)
            await next(context);
    }

    /// <summary>A connection's own thread serves what is ready, and nothing that takes time: others wait for it.</summary>
    async Task Bypass(HttpContext context)
    {
        await Task.Yield();
        await next(context);
    }

    /// <summary>One edition gives way to the next. Where there is none yet, since the index is made anew, what memory served until now is served once more.</summary>
    async Task ServeDuringSwitch(HttpContext context, CacheKey key)
    {
        await Bypass(context);
        var response = context.Response;
        if (
            response.StatusCode != StatusCodes.Status503ServiceUnavailable
            || periods.LatestPeriod is not { } until
            || store.Find(key, until) is not { } last
        )
            return;
        response.Clear();
        await last.Send(context);
    }

    /// <summary>Null for an error or a redirect, which is sent as it is.</summary>
    async Task<CachedPage?> Render(HttpContext context, CacheKey key, ValidityPeriod period)
    {
        var bytes = await RenderToBytes(context, key.Query);
        var response = context.Response;
        // What was counted went into memory.
        RequestOutcome.Of(context).Written = response.StatusCode == StatusCodes.Status200OK ? 0 : bytes.Length;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            return CachedPage.Of(bytes, response.ContentType, key.IsForReaders, period, store.FindStale(key));
        }
        if (bytes.Length > 0)
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        return null;
    }

    /// <summary>What is rendered must not depend on who happened to ask for it first: no query of theirs, no coding.</summary>
    async Task<byte[]> RenderToBytes(HttpContext context, QueryString query)
    {
        var (request, response) = (context.Request, context.Response);
        var (body, asked, accept) = (response.Body, request.QueryString, request.Headers.AcceptEncoding);
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
            (response.Body, request.QueryString, request.Headers.AcceptEncoding) = (body, asked, accept);
        }
    }
}
