using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using WorkReports.Hosting.Network;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// How often one client may search. An office of two hundred behind one address may search all at once, and type meanwhile; two
/// hundred searches in ten seconds still leave most of a small machine to everybody else.
/// </summary>
static class SearchRateLimit
{
    /// <summary>So many are asked for while somebody types what is searched for once.</summary>
    const int SuggestionsPerSearch = 5;

    /// <summary>Clients are counted in so many slots and no more, whatever networks somebody asks from; two rarely share one.</summary>
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

    static RateLimitPartition<int> PartitionFor(HttpContext context, long most) =>
        most == 0 || context.Connection.RemoteIpAddress is not { } address
            ? RateLimitPartition.GetNoLimiter(0)
            : RateLimitPartition.GetFixedWindowLimiter(PartitionOf(address), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = (int)most,
                Window = Window,
            });

    /// <summary>Seeded anew at each start: nobody can choose to share another's.</summary>
    static int PartitionOf(IPAddress address) =>
        HashCode.Combine(ClientAddress.Network(address)) & (PartitionCount - 1);

    static ValueTask Reject(OnRejectedContext refused, CancellationToken _)
    {
        var context = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var rest) ? rest : Window;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        // Machines read the number; a page would be work for nobody.
        if (IsForMachines(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } page)
            page.Enabled = false;
        return ValueTask.CompletedTask;
    }

    static bool IsForMachines(PathString path) => !path.Equals("/search", StringComparison.OrdinalIgnoreCase);
}
