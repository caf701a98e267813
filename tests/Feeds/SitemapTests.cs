using System.Xml.Linq;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Feeds;

public sealed class SitemapTests(SitemapTests.Running running) : IClassFixture<SitemapTests.Running>
{
    static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public sealed class Running()
        : SharedSite(
            ContentOf
                .Pillars()
                .With("政治机关/2021-08-31-甲.md", "---\n网址: jia\n---\n# 甲")
                .With("政治机关/2020-08-31-乙.md", "---\n网址: yi\n修订日期: 2022-01-02 03:04\n---\n# 乙")
                .With("政治机关/2021-09-03-丙.md", "---\n草稿: 是\n网址: bing\n---\n# 丙")
                .With("政治机关/2019-09-04-丁.md", "---\n撤稿: 有误。\n网址: ding\n---\n# 丁")
                .With("政治机关/2026-11-25-戊.md", "---\n网址: wu\n---\n# 戊")
        );

    [Fact]
    public async Task Every_visible_address_is_named_once()
    {
        var addresses = (await Entries()).Select(entry =>
            entry.Element(Map + "loc")!.Value.Replace("https://www.example.cn", "")
        );
        Assert.Equal(
            [
                "/",
                "/archive",
                "/archive/2020",
                "/archive/2021",
                "/journal",
                "/pillars/shuxiang",
                "/pillars/zhengzhi",
                "/reports/jia",
                "/reports/yi",
                "/sitemap",
                "/units",
                "/units/first",
                "/units/second",
            ],
            addresses.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_address_that_is_named_is_there()
    {
        foreach (var entry in await Entries())
        {
            var address = new Uri(entry.Element(Map + "loc")!.Value).PathAndQuery;
            Assert.Equal((address, 200), (address, (await running.Site.Get(address)).Status));
        }
    }

    [Fact]
    public async Task A_report_says_when_it_last_changed() =>
        Assert.Equal(
            ["2021-08-31T00:00:00+08:00", "2022-01-02T03:04:00+08:00"],
            (await Entries()).Select(entry => entry.Element(Map + "lastmod")?.Value).OfType<string>()
        );

    async Task<IEnumerable<XElement>> Entries()
    {
        var answer = await running.Site.Get("/sitemap.xml");
        Assert.Equal((200, "application/xml; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        var root = XDocument.Load(new MemoryStream(answer.Bytes)).Root!;
        Assert.Equal(Map + "urlset", root.Name);
        return root.Elements(Map + "url");
    }
}
