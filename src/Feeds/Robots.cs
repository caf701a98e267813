using System.Text;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/robots.txt</c>: everything may be read; searches and readers' choices are no pages of their own.</summary>
static class Robots
{
    public static void MapRobots(this IEndpointRouteBuilder routes) =>
        routes.Map("/robots.txt", (Library library) => Results.Text(
                $"""
                User-agent: *
                Disallow: /search
                Disallow: /reader/

                Sitemap: {library.Site().Absolute("/sitemap.xml")}

                """.ReplaceLineEndings("\n"),
                "text/plain",
                Encoding.UTF8
            ));
}
