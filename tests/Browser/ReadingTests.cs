using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>A reader with a browser, scripts off: from home to a report and through it.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class ReadingTests(Chromium chromium, SampleSite sample)
{
    [Fact]
    public async Task A_reader_finds_a_report_and_reads_it()
    {
        var page = await chromium.Open(sample.Site, width: 1440, scripts: false);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "栏目" }).GetByText("品牌机关").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "政务服务办件时限压减八年回看" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("政务服务办件时限压减八年回看");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "本文目录" }).GetByText("五、走过的弯路").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "五、走过的弯路" })).ToBeInViewportAsync();

        var picture = page.Locator(".body img").First;
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<bool>("picture => picture.naturalWidth > 0"));

        var attachment = await page.RunAndWaitForDownloadAsync(() => page.Locator(".attachments a").ClickAsync());
        Assert.EndsWith(".csv", attachment.SuggestedFilename);
    }

    [Fact]
    public async Task Body_text_is_set_for_Chinese_readers()
    {
        var page = await chromium.Open(sample.Site);
        await page.GotoAsync("/reports/sample-2026-eight-years");
        var style = await page.Locator(".body > p")
            .First.EvaluateAsync<string[]>(
                "p => { const s = getComputedStyle(p); return [s.fontSize, s.lineHeight, s.textIndent] }"
            );
        Assert.Equal(["18px", "32.4px", "36px"], style);
    }

    [Fact]
    public async Task Elder_mode_is_a_plain_link_and_stays()
    {
        var page = await chromium.Open(sample.Site, width: 1024, scripts: false);
        await page.GotoAsync("/reports/sample-2025-annual");
        await page.GetByRole(AriaRole.Link, new() { Name = "长者模式" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/reports/sample-2025-annual$"));
        await page.GotoAsync("/archive");
        await page.GetByRole(AriaRole.Link, new() { Name = "退出长者模式" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "长者模式", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, "")]
    [InlineData(375, "")]
    [InlineData(320, "")]
    [InlineData(1024, "elder")]
    [InlineData(375, "elder")]
    [InlineData(320, "elder.large")]
    public async Task Nothing_scrolls_sideways(int width, string choices)
    {
        var page = await chromium.Open(sample.Site, width);
        await page.Context.AddCookiesAsync([
            new()
            {
                Name = ReaderPreferences.Cookie,
                Value = choices,
                Url = sample.Site.Origin.ToString(),
            },
        ]);
        foreach (
            var address in new[]
            {
                "/",
                "/pillars/pinpai",
                "/reports/sample-2026-eight-years",
                "/archive",
                "/units",
                "/search?q=党建",
                "/sitemap",
                "/reports/none",
            }
        )
        {
            await page.GotoAsync(address);
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                $"{address} at {width} {choices}"
            );
        }
    }

    [Fact]
    public async Task Nothing_is_asked_of_another_host_and_no_page_breaks_its_policy()
    {
        var page = await chromium.Open(sample.Site);
        var outside = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(sample.Site.Origin.ToString(), StringComparison.Ordinal))
                outside.Add(request.Url);
        };
        page.Console += (_, message) => outside.Add(message.Text);
        foreach (var address in new[] { "/", "/pillars/huoli", "/reports/sample-2025-reading", "/search?q=书屋" })
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(outside);
    }
}
