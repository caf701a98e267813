using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace WorkReports.Pages;

/// <summary>JSON-LD (schema.org) of a page: what it is, where it stands, who publishes it.</summary>
public static class StructuredData
{
    /// <summary>Chinese as it is; what could end a script element, the encoder always escapes.</summary>
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Ready for a script element; null for a page that no search engine should keep.</summary>
    public static string? Of(SitePage page)
    {
        JsonObject?[] things = page switch
        {
            { Canonical: null } => [],
            HomeModel => [SiteOf(page), page.Site.DefaultUnit is { } unit ? OrganizationOf(unit, page.Site) : null],
            ReportModel report => [ReportOf(report), CrumbsOf(page)],
            _ => [CrumbsOf(page)],
        };
        return things.Length == 0
            ? null
            : new JsonObject
            {
                ["@context"] = "https://schema.org",
                ["@graph"] = new JsonArray([.. things.Where(thing => thing is not null)]),
            }.ToJsonString(Options);
    }

    static JsonObject SiteOf(SitePage page)
    {
        var json = new JsonObject
        {
            ["@type"] = "WebSite",
            ["@id"] = page.Canonical,
            ["name"] = page.Site.Name,
            ["url"] = page.Canonical,
            ["description"] = page.Site.Description,
            ["inLanguage"] = "zh-CN",
            ["potentialAction"] = new JsonObject
            {
                ["@type"] = "SearchAction",
                ["target"] = new JsonObject
                {
                    ["@type"] = "EntryPoint",
                    ["urlTemplate"] = page.Site.Absolute("/search?q={search_term_string}"),
                },
                ["query-input"] = "required name=search_term_string",
            },
        };
        if (page.Site.DefaultUnit is { } unit)
            json["publisher"] = new JsonObject { ["@id"] = page.Site.Absolute(Address.Unit(unit.Slug)) };
        return json;
    }

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
        if (report.Author is { } author)
            json["author"] = new JsonObject { ["@type"] = "Person", ["name"] = author };
        if (page.Unit is { } unit)
            json["publisher"] = OrganizationOf(unit, page.Site);
        if (page.Image is { } image)
            json["image"] = image;
        return json;
    }

    static JsonObject OrganizationOf(PublishingUnit unit, SiteProfile site)
    {
        var address = site.Absolute(Address.Unit(unit.Slug));
        var json = new JsonObject
        {
            ["@type"] = "GovernmentOrganization",
            ["@id"] = address,
            ["name"] = unit.Name,
            ["url"] = address,
        };
        if (unit.Address is { } place)
            json["address"] = place;
        if (unit.Phone is { } phone)
            json["telephone"] = phone;
        return json;
    }

    /// <summary>The steps that 您的位置 shows; the last is the page itself, by its own title.</summary>
    static JsonObject CrumbsOf(SitePage page) =>
        new()
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([
                .. page
                    .Breadcrumbs.SkipLast(1)
                    .Select(crumb => new Crumb(crumb.Title, page.Site.Absolute(crumb.Address!)))
                    .Prepend(new Crumb("首页", page.Site.Absolute("/")))
                    .Append(new Crumb(page.Title, page.Canonical))
                    .Select(
                        (step, index) =>
                            new JsonObject
                            {
                                ["@type"] = "ListItem",
                                ["position"] = index + 1,
                                ["name"] = step.Title,
                                ["item"] = step.Address,
                            }
                    ),
            ]),
        };
}
