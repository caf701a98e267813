using System.Text.Json;
using AngleSharp.Dom;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

public sealed partial class HeadTests
{
    [Fact]
    public async Task Structured_data_of_a_report_says_what_its_page_shows()
    {
        var page = await Page(site, "/reports/whole");
        var things = Json(page)!
            .Value.GetProperty("@graph")
            .EnumerateArray()
            .ToDictionary(thing => thing.GetProperty("@type").GetString()!);
        var report = things["Report"];
        Assert.Equal(
            [
                Meta(page, "ArticleTitle"),
                Meta(page, "Description"),
                Meta(page, "article:published_time"),
                Meta(page, "article:modified_time"),
                Meta(page, "Keywords"),
                Meta(page, "Url"),
                Meta(page, "Image"),
            ],
            new[] { "headline", "description", "datePublished", "dateModified", "keywords", "@id", "image" }.Select(
                name => report.GetProperty(name).GetString()
            )
        );
        Assert.Equal(Meta(page, "Author"), report.GetProperty("author").GetProperty("name").GetString());

        var unit = report.GetProperty("publisher");
        Assert.Equal(
            ["GovernmentOrganization", "第一试验单位", $"{Origin}/units/first", "试验路1号", "000-00000001"],
            new[] { "@type", "name", "url", "address", "telephone" }.Select(name => unit.GetProperty(name).GetString())
        );

        var steps = things["BreadcrumbList"].GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], steps.Select(step => step.GetProperty("position").GetInt32()));
        Assert.Equal(
            ["首页", "政治机关", Meta(page, "ArticleTitle")],
            steps.Select(step => step.GetProperty("name").GetString())
        );
        Assert.Equal(
            [$"{Origin}/", $"{Origin}/pillars/zhengzhi", $"{Origin}/reports/whole"],
            steps.Select(step => step.GetProperty("item").GetString())
        );
    }

    [Fact]
    public async Task Structured_data_of_home_names_the_organ_and_how_to_search()
    {
        var page = await Page(site, "/");
        var things = Json(page)!
            .Value.GetProperty("@graph")
            .EnumerateArray()
            .ToDictionary(thing => thing.GetProperty("@type").GetString()!);
        Assert.Equal(["WebSite", "GovernmentOrganization"], things.Keys);
        Assert.Equal(
            things["GovernmentOrganization"].GetProperty("@id").GetString(),
            things["WebSite"].GetProperty("publisher").GetProperty("@id").GetString()
        );

        var template = things["WebSite"]
            .GetProperty("potentialAction")
            .GetProperty("target")
            .GetProperty("urlTemplate")
            .GetString()!;
        var found = await Page(site, template[Origin.Length..].Replace("{search_term_string}", "正文"));
        Assert.NotEmpty(found.QuerySelectorAll(".hits a"));
    }

    [Theory]
    [InlineData("/archive", "往期报告")]
    [InlineData("/archive/2021", "往期,2021年报告")]
    [InlineData("/units/first", "发布单位,第一试验单位")]
    [InlineData("/pillars/zhengzhi", "政治机关")]
    [InlineData("/sitemap", "站点地图")]
    public async Task Structured_data_of_a_list_says_where_it_stands(string address, string steps)
    {
        var thing = Assert.Single(Json(await Page(site, address))!.Value.GetProperty("@graph").EnumerateArray());
        Assert.Equal("BreadcrumbList", thing.GetProperty("@type").GetString());
        Assert.Equal(
            "首页," + steps,
            string.Join(
                ',',
                thing
                    .GetProperty("itemListElement")
                    .EnumerateArray()
                    .Select(step => step.GetProperty("name").GetString())
            )
        );
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("\\\"},{\\\"@type\\\":\\\"Person")]
    [InlineData("' onload='alert(1) &quot; \\u2028")]
    public async Task A_hostile_title_stays_a_title(string title)
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Report($"---\n标题: \"{title}\"\n网址: hostile\n---\n正文。")
                .With("政治机关/2021-08-30-tame.md", "---\n标题: 平常\n网址: tame\n---\n正文。")
        );
        var page = await Page(site, "/reports/hostile");
        var shown = page.QuerySelector("main h1")!.TextContent;
        Assert.Equal(shown, Meta(page, "ArticleTitle"));
        Assert.Equal(shown + " - 试验站", page.Title);
        Assert.Equal(shown, Json(page)!.Value.GetProperty("@graph")[0].GetProperty("headline").GetString());
        Assert.Equal(
            (await Page(site, "/reports/tame")).QuerySelectorAll("script").Length,
            page.QuerySelectorAll("script").Length
        );
    }

    static JsonElement? Json(IDocument page) =>
        page.QuerySelector("script[type='application/ld+json']") is { } script
            ? JsonDocument.Parse(script.TextContent).RootElement
            : null;
}
