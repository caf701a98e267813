using System.Globalization;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Index;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// <c>/preview/events</c>: server-sent events, one for each edition, so that an open preview shows what was just saved.
/// </summary>
static class PreviewEvents
{
    /// <summary>
    /// An empty event now and then keeps proxies from closing the connection, and notices that the browser is gone.
    /// </summary>
    static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);

    public static async Task Send(
        HttpContext context,
        EditionNotifier notifier,
        EditionState editions,
        IHostApplicationLifetime lifetime
    )
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        try
        {
            var next = notifier.Next;
            await SendEdition(context, editions.Edition(), stop.Token);
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(KeepAliveInterval, stop.Token)) == next)
                {
                    var edition = await next;
                    next = notifier.Next;
                    await SendEdition(context, edition, stop.Token);
                }
                else
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await Write(context, ":\n\n", stop.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops.
        }
    }

    static Task SendEdition(HttpContext context, long edition, CancellationToken cancellation) =>
        Write(context, string.Create(CultureInfo.InvariantCulture, $"data: {edition}\n\n"), cancellation);

    static async Task Write(HttpContext context, string text, CancellationToken cancellation)
    {
        await context.Response.WriteAsync(text, cancellation);
        await context.Response.Body.FlushAsync(cancellation);
    }
}
