using Microsoft.Extensions.Primitives;
using WorkReports.Hosting.Logging;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Protection;

/// <summary>Requests for another host name are refused; probes ask by whatever address they know.</summary>
sealed class HostFilter
{
    const string Sentence =
        "这个网站不使用您访问的域名。请检查网址；如果网址没有写错，请告诉网站的管理员。\n"
        + "This site does not answer to the host name that was asked for.\n";

    readonly RequestDelegate next;
    readonly RouteTable routes;
    readonly List<StringSegment> names;
    readonly DailyLogLimiter lines;

    public HostFilter(
        RequestDelegate next,
        RouteTable routes,
        Settings settings,
        TimeProvider clock,
        ILogger<HostFilter> log
    )
    {
        (this.next, this.routes) = (next, routes);
        names =
        [
            .. settings
                .Hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => new StringSegment(name)),
        ];
        lines = new DailyLogLimiter(
            clock,
            host => log.LogWarning("Requests for the host {Host} are refused: --hosts does not name it", host),
            () => log.LogWarning("Further hosts that --hosts does not name are not told today")
        );
    }

    public Task Invoke(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (routes.Of(context).IsProbe || HostString.MatchesAny(host, names))
            return next(context);

        lines.TellOnce(LogText.Of(host));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Sentence, context.RequestAborted);
    }
}
