using Microsoft.AspNetCore.Http.Features;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// The site is read, never written to. Other methods and request bodies are refused here, so that endpoints need not
/// name their methods.
/// </summary>
sealed class GetAndHeadOnly(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        // Methods are case-sensitive: 'head' is none, and the server would wait for a body that was not written.
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
