using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Protection;

/// <summary>The places for each kind of work that takes time. One kind never takes those of another.</summary>
sealed class Bulkheads(TimeProvider clock) : IDisposable
{
    public Bulkhead Searches { get; } = new(clock);

    public Bulkhead Renderings { get; } = new(clock);

    public void Dispose()
    {
        Searches.Dispose();
        Renderings.Dispose();
    }
}

/// <summary>
/// Only so many searches and so many renderings at once; who finds no place in time is told to come again, by a page
/// that takes nothing to make. Pages from memory, files, health and metrics never come this far, or need no place.
/// </summary>
sealed class LoadShedding(RequestDelegate next, RouteTable routes, Bulkheads bulkheads)
{
    public Task Invoke(HttpContext context) =>
        routes.Of(context).Workload switch
        {
            Workload.Light => next(context),
            // The page of the refusal itself.
            _ when Overload.IsTold(context) => Overload.Tell(context),
            Workload.Search => Enter(context, bulkheads.Searches),
            _ => Enter(context, bulkheads.Renderings),
        };

    async Task Enter(HttpContext context, Bulkhead bulkhead)
    {
        var place = await bulkhead.Enter(context.RequestAborted);
        if (place is null)
        {
            await Overload.Refuse(context);
            return;
        }
        try
        {
            await next(context);
        }
        finally
        {
            KeptPlace.Leave(context, place);
        }
    }
}
