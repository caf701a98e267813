using System.Xml.Linq;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/opensearch.xml</c>: lets a browser add the site's search to its own.</summary>
static class OpenSearch
{
    public const string Type = "application/opensearchdescription+xml";

    /// <summary>As long as the standard allows.</summary>
    const int LongestName = 16;

    static readonly XNamespace Space = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this IEndpointRouteBuilder routes) =>
        routes.Map("/opensearch.xml", (Library library) =>
        {
            var site = library.Site();
            return XmlAnswer.Of(
                new XElement(
                    Space + "OpenSearchDescription",
                    new XElement(
                        Space + "ShortName",
                        site.Name.Length > LongestName ? site.Name[..LongestName] : site.Name
                    ),
                    new XElement(Space + "Description", $"搜索{site.Name}"),
                    new XElement(Space + "Language", "zh-CN"),
                    new XElement(Space + "InputEncoding", "UTF-8"),
                    new XElement(
                        Space + "Image",
                        new XAttribute("type", "image/svg+xml"),
                        site.Absolute("/img/seal.svg")
                    ),
                    Url("text/html", site.Absolute("/search?q={searchTerms}")),
                    Url("application/json", site.Absolute("/search.json?q={searchTerms}")),
                    Url("application/x-suggestions+json", site.Absolute("/search/suggest?q={searchTerms}"))
                ),
                Type
            );
        });

    static XElement Url(string type, string template) =>
        new(
            Space + "Url",
            new XAttribute("type", type),
            new XAttribute("method", "get"),
            new XAttribute("template", template)
        );
}
