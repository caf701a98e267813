using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkReports.Pages;

/// <summary>JSON-LD (schema.org) of a report: what it is, where it stands, who publishes it.</summary>
public static class StructuredData
{
    /// <summary>Ready for a script element: the serializer writes every &lt; as an escape, so no word can end it.</summary>
    public static string Of(ReportModel page) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(ReportOf(page), CrumbsOf(page)),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) });

    static JsonObject ReportOf(ReportModel page)
    {
        var report = page.Report;
        var json = new JsonObject
        {
            ["@type"] = "Report",
            ["@id"] = page.Canonical,
            ["headline"] = report.Title,
            ["description"] = report.Summary,
            ["inLanguage"] = "zh-CN",
            ["datePublished"] = BeijingTime.Rfc3339(report.Published),
            ["dateModified"] = BeijingTime.Rfc3339(report.LastChange),
            ["keywords"] = string.Join(',', report.Keywords),
            ["mainEntityOfPage"] = page.Canonical,
        };
        if (report.Author is { } author) json["author"] = new JsonObject { ["@type"] = "Person", ["name"] = author };
        if (page.Unit is { } unit) json["publisher"] = OrganizationOf(unit, page.Site);
        if (page.Image is { } image) json["image"] = image;
        return json;
    }

    static JsonObject OrganizationOf(PublishingUnit unit, SiteProfile site)
    {
        var json = new JsonObject
        {
            ["@type"] = "GovernmentOrganization",
            ["name"] = unit.Name,
            ["url"] = site.Absolute(Address.Unit(unit.Slug)),
        };
        if (unit.Address is { } address) json["address"] = address;
        if (unit.Phone is { } phone) json["telephone"] = phone;
        return json;
    }

    static JsonObject CrumbsOf(ReportModel page) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. page.Trail
            .SkipLast(1)
            .Select(crumb => (crumb.Title, Address: page.Site.Absolute(crumb.Address!)))
            .Prepend(("首页", page.Site.Absolute("/")))
            .Append((page.Report.Title, page.Canonical))
            .Select((step, index) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = step.Item1,
                ["item"] = step.Item2,
            })]),
    };
}
