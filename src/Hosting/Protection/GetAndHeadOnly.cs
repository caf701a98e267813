using Microsoft.AspNetCore.Http.Features;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// The site is read, never written to: a page asked by another method would be shown without its answer. Behind it, addresses
/// need not name their methods. Nor does a question bring anything along.
/// </summary>
sealed class GetAndHeadOnly(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        // Methods are told by case: 'head' is none, and the server would miss the body that HEAD has not.
        if (context.Request.Method is not ("GET" or "HEAD"))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        }
        return next(context);
    }
}
