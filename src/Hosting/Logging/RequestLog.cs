using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Serilog.AspNetCore;
using Serilog.Events;
using WorkReports.Hosting.Network;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// One line a request; what its row calls quiet only when somebody debugs. Of the address the path alone: what readers
/// search for stands in the query, and must not be kept.
/// </summary>
static class RequestLog
{
    const string Template =
        "{RequestMethod} {RequestPath} {StatusCode} {Bytes} B {Elapsed:0.0} ms, edition {Edition}, {Reader}, cache {Cache}";

    static readonly ScalarValue[] CacheUses = [new("none"), new("hit"), new("miss")];

    public static void Configure(
        RequestLoggingOptions options,
        Settings settings,
        RouteTable routes,
        Serilog.ILogger log
    )
    {
        options.Logger = log;
        options.MessageTemplate =
            Template + (settings.ClientAddresses == Settings.None ? "{Trace}" : ", {Client}{Trace}");
        options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
            Describe(settings, context, path, elapsed, status);
        options.GetLevel = (context, _, _) =>
            IsFailure(context.Response.StatusCode) ? LogEventLevel.Error
            : routes.Of(context).IsQuiet ? LogEventLevel.Debug
            : LogEventLevel.Information;
        options.EnrichDiagnosticContext = (line, context) =>
        {
            if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } exception)
                line.SetException(exception);
        };
    }

    /// <summary>The number by which the error page names a request.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    static IEnumerable<LogEventProperty> Describe(
        Settings settings,
        HttpContext context,
        string path,
        double elapsed,
        int status
    )
    {
        var outcome = RequestOutcome.Of(context);
        return
        [
            Property("RequestMethod", context.Request.Method),
            Property("RequestPath", LogText.Of(path)),
            Property("StatusCode", status),
            Property("Bytes", outcome.Bytes(context)),
            Property("Elapsed", elapsed),
            Property("Edition", outcome.Edition),
            Property("Reader", ReaderOf(context.Request)),
            Property("Cache", CacheUses[(int)outcome.Cache]),
            .. ClientAddress.ForLog(settings, context.Connection.RemoteIpAddress) is { } client
                ? [Property("Client", client)]
                : Array.Empty<LogEventProperty>(),
            .. settings.LogFormat == "json" ? Headers(context.Request) : [],
            Property("Trace", IsFailure(status) ? " " + TraceId(context) : ""),
        ];
    }

    /// <summary>
    /// What the client says of itself, and by which name it knows the site: in lines for machines alone.
    /// </summary>
    static IEnumerable<LogEventProperty> Headers(HttpRequest request) =>
        [
            Property("Host", LogText.Of(request.Host.Value ?? "")),
            Property("UserAgent", LogText.Of(request.Headers.UserAgent.ToString())),
        ];

    static LogEventProperty Property(string name, object value) =>
        new(name, value as ScalarValue ?? new ScalarValue(value));

    /// <summary>How the reader wants pages, in the cookie's words.</summary>
    static string ReaderOf(HttpRequest request) =>
        request.Headers.Cookie.Count > 0
        && ReaderPreferences.Read(request.Cookies[ReaderPreferences.Cookie]).ToString() is { Length: > 0 } choices
            ? choices
            : "standard";

    /// <summary>A 503 is no failure of the program: readers get it before the first edition.</summary>
    static bool IsFailure(int status) => status is >= 500 and not StatusCodes.Status503ServiceUnavailable;
}
