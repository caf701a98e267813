using WorkReports.Hosting.Logging;
using WorkReports.Index;
using WorkReports.Index.Editions;

namespace WorkReports.Hosting;

/// <summary>
/// Keeps pages out of the wrong hands: a reader's mode depends on the cookie, so no cache may mix them up. Before the first
/// edition, and where the index is damaged, there is nothing to show, and pages say so.
/// </summary>
sealed class RequireEdition(RequestDelegate next, Database database)
{
    public async Task Invoke(HttpContext context, Library library)
    {
        context.Response.OnStarting(AddCacheHeaders, context.Response.Headers);
        try
        {
            if (IsOfServer(context.Request.Path) || (RequestOutcome.Of(context).Edition = library.Edition()) > 0)
                await next(context);
            else
                AnswerUnavailable(context.Response);
        }
        catch (Exception exception) when (database.NoteDamage(exception) && !context.Response.HasStarted)
        {
            // In a moment the index is made anew.
            AnswerUnavailable(context.Response);
        }
    }

    static void AnswerUnavailable(HttpResponse response)
    {
        response.Clear();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "5";
    }

    /// <summary>Files and styles have spoken for themselves by then.</summary>
    static Task AddCacheHeaders(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (headers.CacheControl.Count > 0)
            return Task.CompletedTask;

        headers.CacheControl = "no-cache";
        headers.Vary = "Cookie, Accept-Encoding";
        return Task.CompletedTask;
    }

    /// <summary>Styles, health and the error page itself: they need no edition.</summary>
    static bool IsOfServer(PathString path) =>
        path.StartsWithSegments("/healthz")
        || path.StartsWithSegments("/readyz")
        || path.StartsWithSegments("/error")
        || path.StartsWithSegments("/css")
        || path.StartsWithSegments("/js")
        || path.StartsWithSegments("/img");
}
