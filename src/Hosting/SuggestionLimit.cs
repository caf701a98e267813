using System.Threading.RateLimiting;
using WorkReports.Feeds;

namespace WorkReports.Hosting;

/// <summary>How often one address may ask for suggestions: faster than anybody types, slower than who only wants to keep the server busy.</summary>
static class SuggestionLimit
{
    const int PerWindow = 50;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public static void AddSuggestionLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Suggestions.Limit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerWindow, Window = Window }));
    });
}
