using System.Globalization;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// What tells one page from another: its path, which page of a list it is, and how the reader wants it. Whatever else a request
/// says, and every query that the address does not know, leads to the same page.
/// </summary>
sealed record CacheKey(string Path, int Number, ReaderPreferences Reader)
{
    static readonly string[] Kept =
    [
        "pillars",
        "reports",
        "units",
        "archive",
        "sitemap",
        "sitemap.xml",
        "feed.xml",
        "robots.txt",
    ];
    static readonly string[] Lists = ["/pillars/", "/units/", "/archive"];
    const string Reports = "/reports/";
    static readonly string[] Machines = [".xml", ".txt", ".md", ".svg"];

    /// <summary>
    /// Null for what is not kept: searches, reports with the words of a search marked, choices, files, errors, and addresses in an
    /// unusual spelling.
    /// </summary>
    public static CacheKey? Of(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (!IsKept(path))
            return null;

        // What feeds and maps say is the same for every reader.
        if (IsMachines(path))
            return new CacheKey(path, 1, Default);

        var number = request.QueryString.HasValue ? NumberIn(path, request.Query) : 1;
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

    /// <summary>True where the reader's choices make another page.</summary>
    public bool IsForReaders => !IsMachines(Path);

    static readonly ReaderPreferences Default = new();

    /// <summary>The address of the report whose page it is, or whose Markdown, or QR code; null for what speaks of many.</summary>
    public string? Report
    {
        get
        {
            if (!Path.StartsWith(Reports, StringComparison.Ordinal))
                return null;

            var slug = Path.AsSpan(Reports.Length);
            if (slug.IndexOf('/') is > 0 and var end)
                slug = slug[..end];
            return (slug.EndsWith(".md") ? slug[..^3] : slug).ToString();
        }
    }

    /// <summary>Routing knows an address in many spellings; one of them is kept.</summary>
    static bool IsKept(string path)
    {
        if (path == "/")
            return true;

        var end = path.IndexOf('/', 1);
        var room = path.AsSpan(1, (end < 0 ? path.Length : end) - 1);
        foreach (var kept in Kept)
        {
            if (room.SequenceEqual(kept))
                return !path.EndsWith('/') && !path.AsSpan().ContainsAnyInRange('A', 'Z');
        }
        return false;
    }

    static bool IsMachines(string path) => Machines.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>1 where there is but one page; null for what is no number of a page, and for words to be marked.</summary>
    static int? NumberIn(string path, IQueryCollection query)
    {
        if (path.StartsWith(Reports, StringComparison.Ordinal))
            return query["q"].ToString().Length > 0 ? null : 1;
        return Lists.Any(list => path.StartsWith(list, StringComparison.Ordinal)) ? NumberIn(query) : 1;
    }

    static int? NumberIn(IQueryCollection query) =>
        query["p"].ToString() is not { Length: > 0 } text ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : null;
}
