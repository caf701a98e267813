using WorkReports.Hosting.Logging;
using WorkReports.Hosting.Routing;
using WorkReports.Index;
using WorkReports.Index.Editions;

namespace WorkReports.Hosting;

/// <summary>
/// Answers 503 before the first edition, and where the index is damaged: there is nothing to show. It also gives each
/// page the headers by which a cache between server and reader tells pages of different choices apart.
/// </summary>
sealed class RequireEdition(RequestDelegate next, RouteTable routes, Database database)
{
    public async Task Invoke(HttpContext context, Library library)
    {
        context.Response.OnStarting(AddCacheHeaders, context.Response.Headers);
        try
        {
            if (!routes.Of(context).NeedsEdition || (RequestOutcome.Of(context).Edition = library.Edition()) > 0)
                await next(context);
            else
                AnswerUnavailable(context.Response);
        }
        catch (Exception exception) when (database.NoteDamage(exception) && !context.Response.HasStarted)
        {
            // The next look at the index rebuilds it: within seconds.
            AnswerUnavailable(context.Response);
        }
    }

    static void AnswerUnavailable(HttpResponse response)
    {
        response.Clear();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "5";
    }

    /// <summary>Files and assets have set their own by then.</summary>
    static Task AddCacheHeaders(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (headers.CacheControl.Count > 0)
            return Task.CompletedTask;

        headers.CacheControl = "no-cache";
        headers.Vary = "Cookie, Accept-Encoding";
        return Task.CompletedTask;
    }
}
