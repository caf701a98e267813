using System.Globalization;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Index;

namespace WorkReports.Hosting.Endpoints;

/// <summary><c>/preview/events</c>: server-sent events, one for each edition, so that an open preview shows what was just saved.</summary>
static class PreviewEvents
{
    /// <summary>A line now and then keeps the connection, and finds out that the other side is gone.</summary>
    static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);

    public static void MapPreviewEvents(this IEndpointRouteBuilder routes) => routes.Map("/preview/events", Send);

    static async Task Send(
        HttpContext context,
        EditionNotifier news,
        EditionState indexer,
        IHostApplicationLifetime life
    )
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            life.ApplicationStopping
        );
        try
        {
            var next = news.Next;
            await SendEdition(context, indexer.Edition(), end.Token);
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(KeepAliveInterval, end.Token)) == next)
                {
                    var edition = await next;
                    next = news.Next;
                    await SendEdition(context, edition, end.Token);
                }
                else
                {
                    end.Token.ThrowIfCancellationRequested();
                    await Write(context, ":\n\n", end.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server ends.
        }
    }

    static Task SendEdition(HttpContext context, long edition, CancellationToken end) =>
        Write(context, string.Create(CultureInfo.InvariantCulture, $"data: {edition}\n\n"), end);

    static async Task Write(HttpContext context, string text, CancellationToken end)
    {
        await context.Response.WriteAsync(text, end);
        await context.Response.Body.FlushAsync(end);
    }
}
