using Microsoft.AspNetCore.Diagnostics;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Protection;

/// <summary>What a reader is told whom the site has no room for at the moment.</summary>
static class Overload
{
    const string RetryAfter = "5";

    const string Page = $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="robots" content="noindex">
        <title>现在访问的人太多</title>
        <h1>现在访问的人太多</h1>
        <p>请过 {RetryAfter} 秒刷新页面。</p>
        <p><a href="/">回首页</a></p>

        """;

    sealed record Told;

    /// <summary>True for a request that was refused, while its page is made.</summary>
    public static bool IsTold(HttpContext context) => context.Features.Get<Told>() is not null;

    /// <summary>The answer is 503. Readers get the page for it; programs read the number alone.</summary>
    public static Task Refuse(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfter;
        response.Headers.CacheControl = "no-store";
        context.Features.Set(new Told());
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<RouteEntry>() is { Handler: not null }
            && context.Features.Get<IStatusCodePagesFeature>() is { } pages
        )
            pages.Enabled = false;
        // The page of another error found no place: it is told here, since there is no page for the page of an error.
        return context.Features.Get<IStatusCodeReExecuteFeature>() is null ? Task.CompletedTask : Tell(context);
    }

    public static Task Tell(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
