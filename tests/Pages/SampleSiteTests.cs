using System.Net;
using AngleSharp.Dom;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>The sample site as an inspector walks it.</summary>
public sealed class SampleSiteTests(SampleSite sample)
{
    readonly TestSite site = sample.Site;

    [Fact]
    public void The_sample_content_has_no_problems() => Assert.Empty(Reading.ProblemsIn(Repository.Path("content")));

    [Fact]
    public async Task No_link_is_dead_and_every_page_is_within_three_clicks_of_home()
    {
        var depths = new Dictionary<string, int> { ["/"] = 0 };
        var waiting = new Queue<string>(depths.Keys);
        while (waiting.TryDequeue(out var address))
        {
            var answer = await site.Http.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (
                var next in (await site.Page(address)).QuerySelectorAll("[href], [src]").Select(Target).OfType<string>()
            )
            {
                if (depths.TryAdd(next, depths[address] + 1))
                    waiting.Enqueue(next);
            }
        }
        Assert.True(depths.Count > 60, $"only {depths.Count} addresses were found");
        Assert.DoesNotContain(depths, entry => entry.Value > 3);
    }

    [Fact]
    public async Task Every_link_to_a_section_finds_it()
    {
        foreach (var pillar in new[] { "zhengzhi", "pinpai", "shuxiang", "huoli", "qinlian" })
        {
            foreach (
                var link in (await site.Page("/pillars/" + pillar))
                    .QuerySelectorAll(".report-list a[href*='#']")
                    .Select(link => link.GetAttribute("href")!)
            )
                Assert.NotNull(
                    (await site.Page(link.Split('#')[0])).GetElementById(Uri.UnescapeDataString(link.Split('#')[1]))
                );
        }
    }

    [Fact]
    public async Task Nothing_is_embedded_and_forms_only_search()
    {
        foreach (
            var address in new[]
            {
                "/",
                "/pillars/zhengzhi",
                "/units",
                "/archive",
                "/search?q=党建",
                "/sitemap",
                "/reports/sample-2025-annual",
            }
        )
        {
            var page = await site.Page(address);
            Assert.All(page.QuerySelectorAll("form"), form => Assert.Equal("/search", form.GetAttribute("action")));
            Assert.Empty(page.QuerySelectorAll("input:not(form input), input[type=password], textarea"));
            Assert.Empty(page.QuerySelectorAll("iframe, object, embed, dialog, [autoplay], meta[http-equiv=refresh]"));
        }
    }

    [Fact]
    public async Task Every_page_names_its_language_its_title_and_the_site()
    {
        foreach (
            var address in new[]
            {
                "/",
                "/pillars/zhengzhi",
                "/units",
                "/units/sample-czj",
                "/archive",
                "/archive/2023",
                "/search?q=党建",
                "/sitemap",
                "/reports/sample-2025-annual",
            }
        )
        {
            var page = await site.Page(address);
            Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
            Assert.EndsWith("机关工作报告", page.Title);
            Assert.Equal("机关工作报告", page.QuerySelector("meta[name=SiteName]")!.GetAttribute("content"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal(
                address.StartsWith("/reports/", StringComparison.Ordinal) ? 1 : 0,
                page.QuerySelectorAll("script[type=importmap]").Length
            );
            Assert.Empty(
                page.QuerySelectorAll(
                    "script:not([src]):not([type='application/ld+json']):not([type=importmap]), style, [style], [onclick]"
                )
            );
        }
    }

    /// <summary>An address of this site, without what follows the number sign; what another address does alone is left out.</summary>
    static string? Target(IElement element)
    {
        var target = element.GetAttribute("href") ?? element.GetAttribute("src")!;
        return target.StartsWith('/') && !target.StartsWith("/reader/", StringComparison.Ordinal)
            ? target.Split('#')[0]
            : null;
    }
}
