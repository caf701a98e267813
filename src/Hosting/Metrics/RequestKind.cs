using Microsoft.AspNetCore.Http.Features;

namespace WorkReports.Hosting.Metrics;

/// <summary>Tells requests apart by what they ask for, in the figures that the server gathers.</summary>
sealed class RequestKind(RequestDelegate next)
{
    public const string Label = "kind";

    public Task Invoke(HttpContext context)
    {
        context
            .Features.Get<IHttpMetricsTagsFeature>()
            ?.Tags.Add(new KeyValuePair<string, object?>(Label, KindOf(context.Request.Path.Value!)));
        return next(context);
    }

    /// <summary>A few words, however many addresses somebody makes up.</summary>
    public static string KindOf(string path)
    {
        if (path == "/")
            return "home";
        if (path.EndsWith("/feed.xml", StringComparison.Ordinal))
            return "feed";

        var end = path.IndexOf('/', 1);
        return path.AsSpan(1, (end < 0 ? path.Length : end) - 1) switch
        {
            "search" => end < 0 ? "search" : "suggestion",
            "search.json" => "search",
            "reports" => "report",
            "pillars" => "pillar",
            "units" => "unit",
            "archive" => "archive",
            "sitemap" or "sitemap.xml" => "sitemap",
            "files" => "file",
            "reader" => "choice",
            "css" or "js" or "img" => "asset",
            "healthz" or "readyz" => "health",
            _ => "other",
        };
    }
}
