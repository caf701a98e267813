using System.Globalization;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// What tells one cached page from another: its path, which page of a list it is, and how the reader wants it. Whatever
/// else a request says, and every query parameter that the address does not know, leads to the same page.
/// </summary>
sealed record CacheKey(string Path, int Number, ReaderPreferences Reader)
{
    static readonly ReaderPreferences Default = new();

    /// <summary>
    /// Null for what is not cached: by its row, by its query, or since its spelling is an unusual one.
    /// </summary>
    public static CacheKey? Of(HttpRequest request, RouteEntry route)
    {
        var path = request.Path.Value!;
        if (route.Cache == CacheMode.Never || !IsCanonical(path))
            return null;
        if (route.Cache == CacheMode.Shared)
            return new CacheKey(path, 1, Default);

        var number = request.QueryString.HasValue ? NumberIn(request.Query, route) : 1;
        if (number is null)
            return null;

        var reader =
            request.Headers.Cookie.Count == 0
                ? Default
                : ReaderPreferences.Read(request.Cookies[ReaderPreferences.Cookie]);
        return new CacheKey(path, number.Value, reader);
    }

    /// <summary>The query without what the page does not know.</summary>
    public QueryString Query =>
        Number == 1 ? QueryString.Empty : new QueryString("?p=" + Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Routing knows an address in many spellings. One is cached: else a page could be made to fill the memory.
    /// </summary>
    static bool IsCanonical(string path) =>
        path.Length == 1 || !path.EndsWith('/') && !path.AsSpan().ContainsAnyInRange('A', 'Z');

    /// <summary>
    /// 1 where there is but one page; null where the query asks for what is not cached, or for no page at all.
    /// </summary>
    static int? NumberIn(IQueryCollection query, RouteEntry route) =>
        route.UncachedQuery is { } parameter && query[parameter].ToString().Length > 0 ? null
        : route.IsPaged ? NumberIn(query)
        : 1;

    static int? NumberIn(IQueryCollection query) =>
        query["p"].ToString() is not { Length: > 0 } text ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : null;
}
