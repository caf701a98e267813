namespace WorkReports.Hosting;

/// <summary>The third fence: whatever a page holds, a browser runs and loads only what the site itself serves.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public Task Invoke(HttpContext context)
    {
        // At the last moment: the error page begins with all headers cleared.
        context.Response.OnStarting(Add, context.Response.Headers);
        return next(context);
    }

    static Task Add(object state)
    {
        var headers = (IHeaderDictionary)state;
        // Files bring a stricter policy of their own.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
