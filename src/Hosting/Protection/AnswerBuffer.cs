using Microsoft.AspNetCore.Http.Features;
using WorkReports.Hosting.Network;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// An answer that takes work is made whole, then sent: by the time the first byte leaves, its place, its snapshot of
/// the index and everything it was made of are given back, however slowly the reader takes it. What is not sent yet is
/// counted, and bounded for all readers together.
/// </summary>
sealed class AnswerBuffer(RequestDelegate next, RouteTable routes, UnsentBytes unsent, IServiceScopeFactory scopes)
{
    public Task Invoke(HttpContext context) =>
        routes.Of(context).Workload == Workload.Light ? next(context)
        // The page cache takes what is made, and sends it itself.
        : context.Response.Body is MemoryStream ? Make(context)
        : MakeAndSend(context);

    async Task MakeAndSend(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await MakeInto(bytes, context);
        if (bytes.Length == 0)
            return;
        if (bytes.Length > UnsentBytes.Small && !unsent.TryAdd(bytes.Capacity))
        {
            context.Response.Clear();
            await Overload.Refuse(context);
            return;
        }
        try
        {
            context.Response.ContentLength ??= bytes.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
                await context.Response.WriteInParts(
                    bytes.GetBuffer().AsMemory(0, (int)bytes.Length),
                    context.RequestAborted
                );
        }
        finally
        {
            if (bytes.Length > UnsentBytes.Small)
                unsent.Remove(bytes.Capacity);
        }
    }

    async Task MakeInto(MemoryStream bytes, HttpContext context)
    {
        var before = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var body = new StreamResponseBodyFeature(bytes, before);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await Make(context);
            await body.Writer.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(before);
        }
    }

    /// <summary>With services of its own, which end when it is made: among them the snapshot of the index.</summary>
    async Task Make(HttpContext context)
    {
        var services = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            context.RequestServices = scope.ServiceProvider;
            await next(context);
        }
        finally
        {
            context.RequestServices = services;
            // Pages leave things here that hold on to all that they were made of.
            context.Items.Clear();
        }
    }
}

/// <summary>What readers have not taken yet of the answers made for them alone.</summary>
sealed class UnsentBytes
{
    /// <summary>The server itself buffers as much for each connection.</summary>
    public const int Small = 64 * 1024;

    public const long Limit = 64 * 1024 * 1024;

    long count;

    public long Count => Volatile.Read(ref count);

    /// <summary>False where all readers together would keep too much.</summary>
    public bool TryAdd(int bytes)
    {
        if (Interlocked.Add(ref count, bytes) <= Limit)
            return true;
        Remove(bytes);
        return false;
    }

    public void Remove(int bytes) => Interlocked.Add(ref count, -bytes);
}
