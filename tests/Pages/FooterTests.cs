using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>The foot as an inspector reads it: whole for each unit, nothing twice, nothing empty, each number where it is looked up.</summary>
public sealed class FooterTests(EveryKind every, SampleSite sample)
{
    [Fact]
    public async Task Each_unit_stands_whole_at_the_foot_of_its_page()
    {
        foreach (var units in new[] { every.Site, sample.Site })
        {
            foreach (
                var address in (await units.Page("/units"))
                    .QuerySelectorAll(".link-list a")
                    .Select(link => link.GetAttribute("href")!)
            )
            {
                var page = await units.Page(address);
                Assert.Equal(
                    "主办单位：" + page.QuerySelector("h1")!.TextContent,
                    page.QuerySelector(".site-footer-unit")!.TextContent
                );
                AssertWhole(page, address);
            }
        }
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Every_kind_of_page_has_a_whole_foot()
    {
        foreach (var address in EveryKind.Addresses)
        {
            var page = new HtmlParser().ParseDocument((await every.Site.Get(address)).Text);
            AssertWhole(page, address);
            var facts = Facts(page);
            Assert.Contains("网站标识码：3200000000", facts);
            foreach (
                var start in new[]
                {
                    "地址：",
                    "技术支持电话：",
                    "本网站支持IPv6",
                    "推荐使用",
                    "苏公网安备3200000000000",
                    "苏ICP备",
                }
            )
                Assert.Single(facts, fact => fact.StartsWith(start, StringComparison.Ordinal));
        }
    }

    static void AssertWhole(IDocument page, string address)
    {
        var facts = Facts(page);
        Assert.All(facts, fact => Assert.NotEqual("", fact));
        Assert.True(facts.Distinct().Count() == facts.Count, $"{address} says something twice");
        Assert.All(page.QuerySelectorAll(".site-footer p"), row => Assert.NotEqual("", row.TextContent.Trim()));
        Assert.Equal(
            ["/sitemap", "/feed.xml"],
            page.QuerySelectorAll(".site-footer-links a").Select(link => link.GetAttribute("href"))
        );
        foreach (var police in page.QuerySelectorAll(".site-footer .police-record"))
            Assert.Equal(
                "https://beian.mps.gov.cn/#/query/webSearch?code="
                    + string.Concat(police.TextContent.Where(char.IsAsciiDigit)),
                police.GetAttribute("href")
            );
        foreach (
            var icp in page.QuerySelectorAll(".site-footer a")
                .Where(link => link.TextContent.Contains("ICP", StringComparison.Ordinal))
        )
            Assert.Equal("https://beian.miit.gov.cn/", icp.GetAttribute("href"));
    }

    static List<string> Facts(IDocument page) =>
        [.. page.QuerySelectorAll(".site-footer-facts > span").Select(fact => fact.TextContent.Trim())];
}
