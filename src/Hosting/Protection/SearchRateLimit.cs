using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using WorkReports.Hosting.Network;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// How often one client may search. An office of two hundred behind one address may search all at once, and type
/// meanwhile; two hundred searches in ten seconds still leave most of a small machine to everybody else.
/// </summary>
static class SearchRateLimit
{
    /// <summary>Requests for suggestions while somebody types the words of one search.</summary>
    const int SuggestionsPerSearch = 5;

    /// <summary>
    /// A fixed number: a limiter for each network would let somebody with many addresses fill the memory. Two clients
    /// rarely share one.
    /// </summary>
    const int PartitionCount = 1 << 16;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public static void AddSearchLimit(this IServiceCollection services, Settings settings) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = Reject;
            limits.AddPolicy(SearchLimits.Search, context => PartitionFor(context, settings.SearchRate));
            limits.AddPolicy(SearchLimits.Suggestions, context =>
                PartitionFor(context, Math.Min((long)settings.SearchRate * SuggestionsPerSearch, int.MaxValue))
            );
        });

    static RateLimitPartition<int> PartitionFor(HttpContext context, long limit) =>
        limit == 0 || context.Connection.RemoteIpAddress is not { } address
            ? RateLimitPartition.GetNoLimiter(0)
            : RateLimitPartition.GetFixedWindowLimiter(PartitionOf(address), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = (int)limit,
                Window = Window,
            });

    /// <summary>
    /// HashCode is seeded anew at each start: nobody can choose an address that uses up another's limit.
    /// </summary>
    static int PartitionOf(IPAddress address) =>
        HashCode.Combine(ClientAddress.Network(address)) & (PartitionCount - 1);

    static ValueTask Reject(OnRejectedContext refused, CancellationToken _)
    {
        var context = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        // Programs read the status alone; rendering an error page for them is work that the limit is there to save.
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<RouteEntry>() is { Handler: not null }
            && context.Features.Get<IStatusCodePagesFeature>() is { } page
        )
            page.Enabled = false;
        return ValueTask.CompletedTask;
    }
}
