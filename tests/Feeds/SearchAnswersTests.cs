using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Feeds;

/// <summary>Search for machines: JSON, suggestions, and the description that browsers read.</summary>
public sealed class SearchAnswersTests
{
    static ContentOf Content()
    {
        var content = ContentOf.Pillars();
        for (var day = 1; day <= 21; day++)
            content.With(
                $"政治机关/2021-01-{day:00}-甲{day}.md",
                $"---\n网址: r{day}\n关键词: [党建品牌]\n发布单位: 第二单位\n---\n开头。\n\n## 一、学习\n\n清单{day}项。"
            );
        return content;
    }

    static async Task<JsonElement> Json(TestSite site, string address) =>
        JsonDocument.Parse(await site.Http.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    [Fact]
    public async Task The_answer_in_JSON_says_what_the_page_shows()
    {
        await using var site = await TestSite.Of(Content());
        var answer = await Json(site, "/search.json?q=清单&sort=date");
        Assert.Equal(
            (21, 1, 2),
            (
                answer.GetProperty("total").GetInt32(),
                answer.GetProperty("page").GetInt32(),
                answer.GetProperty("pages").GetInt32()
            )
        );
        var hit = answer.GetProperty("hits")[0];
        Assert.Equal("甲21", hit.GetProperty("title").GetString());
        Assert.EndsWith("/reports/r21", hit.GetProperty("url").GetString());
        Assert.Equal("第二单位", hit.GetProperty("unit").GetProperty("name").GetString());
        Assert.Equal("清单21项。", hit.GetProperty("excerpts")[0].GetProperty("text").GetString());
        Assert.EndsWith(
            "#" + Uri.EscapeDataString("一-学习"),
            hit.GetProperty("excerpts")[0].GetProperty("url").GetString()
        );
        Assert.Equal(21, answer.GetProperty("years")[0].GetProperty("count").GetInt32());

        var next = await Json(site, new Uri(answer.GetProperty("next").GetString()!).PathAndQuery);
        Assert.Equal(1, next.GetProperty("hits").GetArrayLength());
        Assert.False(next.TryGetProperty("next", out _));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/search.json?q=清单&p=3"));
    }

    [Theory]
    [InlineData("党建", "党建品牌")]
    [InlineData("dangj", "党建品牌")]
    [InlineData("djp", "党建品牌")]
    [InlineData("甲2", "甲2")]
    public async Task Suggestions_are_keywords_and_titles(string typed, string expected)
    {
        await using var site = await TestSite.Of(Content());
        var answer = await Json(site, "/search/suggest?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(typed, answer[0].GetString());
        Assert.Contains(expected, answer[1].EnumerateArray().Select(word => word.GetString()));
        Assert.InRange(answer[1].GetArrayLength(), 1, 8);
    }

    [Fact]
    public async Task Suggestions_may_be_kept_a_minute()
    {
        await using var site = await TestSite.Of(Content());
        using var answer = await site.Http.GetAsync(
            new Uri("/search/suggest?q=a", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_browser_can_add_the_search_to_its_own()
    {
        await using var site = await TestSite.Of(Content());
        var link = (await site.Page("/")).QuerySelector("link[rel=search]")!;
        Assert.Equal("application/opensearchdescription+xml", link.GetAttribute("type"));
        var description = XDocument
            .Parse(
                await site.Http.GetStringAsync(
                    new Uri(link.GetAttribute("href")!, UriKind.Relative),
                    TestContext.Current.CancellationToken
                )
            )
            .Root!;
        XNamespace space = "http://a9.com/-/spec/opensearch/1.1/";
        Assert.InRange(description.Element(space + "ShortName")!.Value.Length, 1, 16);
        Assert.Contains(description.Elements(space + "Url"), url =>
            url.Attribute("template")!.Value.EndsWith("/search?q={searchTerms}", StringComparison.Ordinal)
        );
    }
}
