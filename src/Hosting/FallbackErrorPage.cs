using WorkReports.Hosting.Logging;

namespace WorkReports.Hosting;

/// <summary>When even the error page fails, since the index cannot be read: a page that needs nothing.</summary>
sealed class FallbackErrorPage(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                $"""
                <!DOCTYPE html>
                <html lang="zh-CN">
                <meta charset="utf-8">
                <title>网站出了一点问题</title>
                <h1>网站出了一点问题</h1>
                <p>请过一会儿再试。如果还是这样，请把下面的编号告诉网站的技术支持。</p>
                <p>编号：{RequestLog.TraceId(context)}</p>

                """
            );
        }
    }
}
