using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace WorkReports.Hosting.Routing;

/// <summary>
/// The rows of all addresses. A path finds its row before routing does, by its first segment, in some 30 ns and without
/// allocating: cheaper than to remember the row with the request, and never out of date when an error page takes its
/// place.
/// </summary>
sealed class RouteTable
{
    readonly FrozenDictionary<string, RouteEntry[]>.AlternateLookup<ReadOnlySpan<char>> byFirstSegment;

    public RouteTable(IReadOnlyList<RouteEntry> entries)
    {
        Entries = entries;
        // Routing ignores case. A table that did not would take /FILES/x.svg for no file, and leave its scripts
        // unfenced.
        byFirstSegment = entries
            .GroupBy(entry => entry.FirstSegment, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Specificity).ToArray(),
                StringComparer.OrdinalIgnoreCase
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<RouteEntry> Entries { get; }

    /// <summary>What is known of an address that nobody knows.</summary>
    public static RouteEntry Unknown { get; } = new("/", "other", CacheMode.Never);

    /// <summary>
    /// The row of what is being answered: while an error page is shown in place of another, the error page's.
    /// </summary>
    public RouteEntry Of(HttpContext context) => Find(context.Request.Path.Value);

    /// <summary>
    /// The row whose pattern the path fits; where its first segment is known and the rest fits none (a 404), the most
    /// general of that segment, so that nonsense below /reports is counted and logged with the reports.
    /// </summary>
    public RouteEntry Find(string? path)
    {
        // Two slashes at the beginning are no home page.
        if (string.IsNullOrEmpty(path) || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal))
            return Unknown;

        var segment = path.AsSpan(1);
        if (segment.IndexOf('/') is >= 0 and var end)
            segment = segment[..end];
        if (!byFirstSegment.TryGetValue(segment, out var entries))
            return Unknown;

        foreach (var entry in entries)
        {
            if (entry.Matches(path))
                return entry;
        }
        return entries[^1];
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var entry in Entries)
            entry.Map(routes);
    }

    /// <summary>Lets a Razor page say which row it is of.</summary>
    public void AddMetadata(EndpointBuilder page)
    {
        var pattern = "/" + ((RouteEndpointBuilder)page).RoutePattern.RawText!.TrimStart('/');
        Entries.FirstOrDefault(entry => entry.Handler is null && entry.Pattern == pattern)?.AddMetadata(page);
    }

    /// <summary>
    /// An endpoint without a row would be cached, measured and logged by chance; a row without an endpoint promises a
    /// page that is not there. With either the site does not start.
    /// </summary>
    public void RequireOneRowPerEndpoint(IEndpointRouteBuilder routes)
    {
        var missing = Entries.ToHashSet<RouteEntry>(ReferenceEqualityComparer.Instance);
        foreach (var endpoint in routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            // The last resort that development adds for assets is nobody's address.
            if (endpoint.Order == int.MaxValue)
                continue;

            var entry = endpoint.Metadata.GetMetadata<RouteEntry>()
                ?? (
                    endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is { } asset
                        ? Find("/" + asset.Route)
                        : Unknown
                );
            if (entry == Unknown)
                throw new InvalidOperationException($"{endpoint.DisplayName} has no row in the table of addresses.");
            missing.Remove(entry);
        }
        if (missing.FirstOrDefault() is { } row)
            throw new InvalidOperationException($"{row.Pattern} has a row in the table of addresses, and no endpoint.");
    }
}
