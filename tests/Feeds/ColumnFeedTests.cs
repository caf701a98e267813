using System.Net;
using System.Xml.Linq;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Feeds;

/// <summary>The feeds of pillars and units.</summary>
public sealed class ColumnFeedTests
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/pillars/shuxiang", "书香机关 - 试验站", "书")]
    [InlineData("/units/second", "第二试验单位 - 试验站", "政")]
    public async Task A_column_has_a_feed_of_its_own(string list, string title, string report)
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Pillars()
                .With("书香机关/2021-01-01-a.md", "# 书\n\n正文**全文**。")
                .With("政治机关/2021-01-01-b.md", "---\n标题: 政\n发布单位: 第二单位\n---\n正文**全文**。")
        );
        var feed = XDocument
            .Parse(await site.Http.GetStringAsync(list + "/feed.xml", TestContext.Current.CancellationToken))
            .Root!;
        Assert.Equal(title, feed.Element(Atom + "title")!.Value);
        Assert.Equal("https://www.example.cn" + list, feed.Element(Atom + "id")!.Value);
        Assert.Equal(
            $"https://www.example.cn{list}/feed.xml",
            feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value
        );
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal(report, entry.Element(Atom + "title")!.Value);
        Assert.Contains("<strong>全文</strong>", entry.Element(Atom + "content")!.Value);
        Assert.Equal(
            list + "/feed.xml",
            (await site.Page(list)).QuerySelectorAll("link[type='application/atom+xml']").Last().GetAttribute("href")
        );
    }

    [Theory]
    [InlineData("/pillars/none/feed.xml")]
    [InlineData("/units/none/feed.xml")]
    public async Task There_is_no_feed_of_a_column_that_is_not_there(string address)
    {
        await using var site = await TestSite.Of(ContentOf.Pillars());
        Assert.Equal(HttpStatusCode.NotFound, await site.Status(address));
    }
}
