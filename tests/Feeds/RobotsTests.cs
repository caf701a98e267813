using WorkReports.Tests.Support;

namespace WorkReports.Tests.Feeds;

public sealed class RobotsTests
{
    [Fact]
    public async Task Crawlers_are_led_to_the_map_and_kept_from_searches()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars());
        var answer = await test.Get("/robots.txt");
        Assert.Equal((200, "text/plain; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(
            "User-agent: *\nDisallow: /search\nDisallow: /reader/\n\nSitemap: https://www.example.cn/sitemap.xml\n",
            answer.Text
        );
    }
}
