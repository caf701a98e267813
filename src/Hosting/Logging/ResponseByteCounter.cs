using Microsoft.AspNetCore.Http.Features;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// Counts the bytes of answers without Content-Length. Pages from memory have one, and never come this far.
/// </summary>
sealed class ResponseByteCounter(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        var before = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var counted = new CountingStream(before.Stream);
        var body = new StreamResponseBodyFeature(counted, before);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await body.Writer.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(before);
            RequestOutcome.Of(context).Written += counted.Count;
        }
    }
}
