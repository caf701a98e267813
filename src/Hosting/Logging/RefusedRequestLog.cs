using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using WorkReports.Hosting.Network;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// A line for what the server refuses before it is a request (400, 408, 414, 431 …): no other part of the program ever
/// sees it. Who is kept out by a proxy that sends nonsense is found here.
/// </summary>
sealed class RefusedRequestLog : IObserver<KeyValuePair<string, object?>>
{
    const string EventName = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    readonly Settings settings;
    readonly DailyLogLimiter lines;

    RefusedRequestLog(Settings settings, TimeProvider clock, ILogger log)
    {
        this.settings = settings;
        lines = new DailyLogLimiter(
            clock,
            line => log.LogInformation("Refused before it was a request: {Reason}", line),
            () => log.LogInformation("Further requests that the server refuses are not told today")
        );
    }

    public static void Begin(IServiceProvider services)
    {
        var observer = new RefusedRequestLog(
            services.GetRequiredService<Settings>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<RefusedRequestLog>>()
        );
        // Of this event alone: to make others costs each request time.
        services.GetRequiredService<DiagnosticListener>().Subscribe(observer, name => name == EventName);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is not { Key: EventName, Value: IFeatureCollection features })
            return;
        var error = features.Get<IBadRequestExceptionFeature>()?.Error as BadHttpRequestException;
        var client = ClientAddress.ForLog(settings, features.Get<IHttpConnectionFeature>()?.RemoteIpAddress);
        var status = error?.StatusCode ?? StatusCodes.Status400BadRequest;
        lines.Tell($"{status} {ReasonOf(error)}{(client is null ? "" : ", " + client)}");
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    /// <summary>Without what follows a colon: there the server repeats what the client sent.</summary>
    static string ReasonOf(BadHttpRequestException? error) =>
        LogText.Of((error?.Message ?? "").Split(':')[0].TrimEnd('.'));
}
