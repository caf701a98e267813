using Microsoft.AspNetCore.Http.Features;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Metrics;

/// <summary>
/// Labels each request, in the figures that the server gathers, with the kind that the row of its address names.
/// </summary>
sealed class RequestKind(RequestDelegate next, RouteTable routes)
{
    public const string Label = "kind";

    public Task Invoke(HttpContext context)
    {
        context
            .Features.Get<IHttpMetricsTagsFeature>()
            ?.Tags.Add(new KeyValuePair<string, object?>(Label, routes.Of(context).Kind));
        return next(context);
    }
}
