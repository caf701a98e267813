using Serilog.AspNetCore;
using Serilog.Events;

namespace WorkReports.Hosting;

/// <summary>One line a request; probes and style sheets only when somebody debugs.</summary>
static class RequestLog
{
    public static void Configure(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms";
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : IsQuiet(context.Request.Path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    }

    static bool IsQuiet(PathString path) =>
        path.StartsWithSegments("/healthz") || path.StartsWithSegments("/readyz") || path.StartsWithSegments("/css") || path.StartsWithSegments("/js");
}
