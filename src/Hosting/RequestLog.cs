using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Serilog.AspNetCore;
using Serilog.Events;

namespace WorkReports.Hosting;

/// <summary>One line a request; probes and style sheets only when somebody debugs.</summary>
static class RequestLog
{
    public static void Configure(RequestLoggingOptions options, Serilog.ILogger log)
    {
        options.Logger = log;
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms{Trace}";
        options.GetMessageTemplateProperties = Describe;
        options.GetLevel = (context, _, _) =>
            IsFailure(context.Response.StatusCode) ? LogEventLevel.Error
            : IsQuiet(context.Request.Path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
        options.EnrichDiagnosticContext = (line, context) =>
        {
            if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } exception) line.SetException(exception);
        };
    }

    /// <summary>The number by which the error page names a request.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    static IEnumerable<LogEventProperty> Describe(HttpContext context, string path, double elapsed, int status)
    {
        static LogEventProperty Property(string name, object value) => new(name, new ScalarValue(value));
        return
        [
            Property("RequestMethod", context.Request.Method),
            Property("RequestPath", OnOneLine(path)),
            Property("StatusCode", status),
            Property("Elapsed", elapsed),
            Property("Trace", IsFailure(status) ? " " + TraceOf(context) : ""),
        ];
    }

    /// <summary>A line break in an address must not begin a line of its own.</summary>
    static string OnOneLine(string path) => path.Any(char.IsControl) ? string.Concat(path.Select(letter => char.IsControl(letter) ? '?' : letter)) : path;

    /// <summary>503 is none: it is what readers are told before the first edition.</summary>
    static bool IsFailure(int status) => status is >= 500 and not StatusCodes.Status503ServiceUnavailable;

    static bool IsQuiet(PathString path) =>
        path.StartsWithSegments("/healthz") || path.StartsWithSegments("/readyz")
        || path.StartsWithSegments("/css") || path.StartsWithSegments("/js") || path.StartsWithSegments("/img");
}
