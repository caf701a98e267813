using Microsoft.AspNetCore.RateLimiting;

namespace WorkReports.Hosting.Routing;

/// <summary>
/// An address of the site in one row: what answers there, and all that cache, log, metrics, limits and sitemaps must
/// know of it. None of them has a list of addresses of its own.
/// </summary>
/// <param name="Pattern">As routing writes it. A Razor page says it once more, after <c>@page</c>.</param>
/// <param name="Kind">Its label in the metrics. Several rows may share one: a collector stores a series for
/// each.</param>
/// <param name="Cache">Without a default: a page is left out of memory by choice, never by oversight.</param>
sealed record RouteEntry(string Pattern, string Kind, CacheMode Cache)
{
    readonly PatternSegment[] segments = PatternSegment.Parse(Pattern);

    /// <summary>What answers; null for Razor pages and static assets, which the framework finds by itself.</summary>
    public Delegate? Handler { get; init; }

    /// <summary>The limit on how often one client may ask, by its name in <see cref="SearchLimits"/>.</summary>
    public string? RateLimit { get; init; }

    /// <summary>
    /// What answering takes. What the page cache keeps is made of the index, unless the row says otherwise.
    /// </summary>
    public Workload Workload { get; init; } = Cache == CacheMode.Never ? Workload.Light : Workload.Rendering;

    public Crawling Crawling { get; init; }

    /// <summary>
    /// True where <c>?p=</c> chooses a page of a list. Cached pages of all other rows are the same with any query.
    /// </summary>
    public bool IsPaged { get; init; }

    /// <summary>
    /// The query parameter that makes another page, which is not kept: readers send too many different ones.
    /// </summary>
    public string? UncachedQuery { get; init; }

    /// <summary>
    /// True where the page is of the one report that <c>{slug}</c> names: it outlives editions that do not touch that
    /// report.
    /// </summary>
    public bool IsOfOneReport { get; init; }

    /// <summary>True where the request log writes its line only for who debugs.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>False for what can be answered before the first edition, and while the index is made anew.</summary>
    public bool NeedsEdition { get; init; } = true;

    /// <summary>
    /// True for health: probes ask by whatever host name and protocol they know, and on the port of the metrics, too.
    /// </summary>
    public bool IsProbe { get; init; }

    /// <summary>
    /// True for editors' files: opened by itself one could run scripts of its own in the name of the site.
    /// </summary>
    public bool IsSandboxed { get; init; }

    /// <summary>The segment by which the table finds the row; empty for the home page.</summary>
    public string FirstSegment =>
        segments is [] ? ""
        : segments[0].HasParameter ? throw new InvalidOperationException($"{Pattern} begins with a parameter.")
        : segments[0].Literal;

    /// <summary>The more of a path a pattern says, the sooner it is tried.</summary>
    public (int Segments, int Letters) Specificity =>
        (segments.Length, segments.Sum(segment => segment.Literal.Length));

    /// <summary>
    /// True where the whole path fits the pattern. It allocates nothing: it runs several times a request.
    /// </summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        var rest = path.TrimStart('/');
        foreach (var segment in segments)
        {
            if (segment.IsCatchAll)
                return true;
            if (rest.IsEmpty)
                return segment.IsOptional;

            var end = rest.IndexOf('/');
            if (!segment.Matches(end < 0 ? rest : rest[..end]))
                return false;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return rest.IsEmpty;
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        if (Handler is not null)
            routes.Map(Pattern, Handler).Add(AddMetadata);
    }

    /// <summary>Lets an endpoint say which row it is of, and which limit it has.</summary>
    public void AddMetadata(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(this);
        if (RateLimit is not null)
            endpoint.Metadata.Add(new EnableRateLimitingAttribute(RateLimit));
    }
}
