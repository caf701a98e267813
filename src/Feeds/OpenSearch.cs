using System.Xml.Linq;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/opensearch.xml</c>: lets a browser add the site's search to its own.</summary>
static class OpenSearch
{
    public const string Type = "application/opensearchdescription+xml";

    /// <summary>As long as the standard allows.</summary>
    const int ShortNameLimit = 16;

    static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static IResult Answer(Library library)
    {
        var site = library.Site();
        return XmlAnswer.Of(
            new XElement(
                Namespace + "OpenSearchDescription",
                new XElement(
                    Namespace + "ShortName",
                    site.Name.Length > ShortNameLimit ? site.Name[..ShortNameLimit] : site.Name
                ),
                new XElement(Namespace + "Description", $"搜索{site.Name}"),
                new XElement(Namespace + "Language", "zh-CN"),
                new XElement(Namespace + "InputEncoding", "UTF-8"),
                new XElement(
                    Namespace + "Image",
                    new XAttribute("type", "image/svg+xml"),
                    site.Absolute("/img/seal.svg")
                ),
                Url("text/html", site.Absolute("/search?q={searchTerms}")),
                Url("application/json", site.Absolute("/search.json?q={searchTerms}")),
                Url("application/x-suggestions+json", site.Absolute("/search/suggest?q={searchTerms}"))
            ),
            Type
        );
    }

    static XElement Url(string type, string template) =>
        new(
            Namespace + "Url",
            new XAttribute("type", type),
            new XAttribute("method", "get"),
            new XAttribute("template", template)
        );
}
