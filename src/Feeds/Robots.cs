using System.Text;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary>
/// <c>/robots.txt</c>: everything may be read; searches and readers' choices are no pages of their own.
/// </summary>
static class Robots
{
    public static IResult Answer(Library library, CrawlerRules rules) =>
        Results.Text(
            $"User-agent: *\n{Disallow(rules)}\nSitemap: {library.Site().Absolute("/sitemap.xml")}\n",
            "text/plain",
            Encoding.UTF8
        );

    /// <summary>
    /// A line forbids whatever begins with it: /search.json and /search/suggest need none beside /search.
    /// </summary>
    static string Disallow(CrawlerRules rules)
    {
        var beginnings = rules.Disallowed.Select(pattern => pattern.Split('{')[0]).Distinct().ToList();
        return string.Concat(
            beginnings
                .Where(path =>
                    !beginnings.Any(other => other != path && path.StartsWith(other, StringComparison.Ordinal))
                )
                .Select(path => $"Disallow: {path}\n")
        );
    }
}
