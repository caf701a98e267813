using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>
/// From the home page to the words in a report, by keyboard, in any mode, with scripts and without. Addresses are asked for again
/// and again: WaitForURLAsync looks once and then waits for the next navigation, and one that ends between the two is missed.
/// </summary>
[Needs(NeedsAttribute.Browser)]
public sealed class SearchTests(Chromium chromium, SampleSite sample)
{
    [Theory]
    [InlineData("normal", 1440, true)]
    [InlineData("normal", 375, true)]
    [InlineData("normal", 1440, false)]
    [InlineData("elder", 1024, true)]
    [InlineData("elder", 375, false)]
    [InlineData("elder contrast", 1024, false)]
    public async Task The_keyboard_alone_leads_from_home_to_the_words_in_a_report(string mode, int width, bool scripts)
    {
        var page = await chromium.Open(sample.Site, mode, width, scripts);
        await using var window = page.Context;
        await page.GotoAsync("/");
        await TabTo(page, "#page-search");
        await page.Keyboard.TypeAsync("书记");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("找到");

        await TabTo(page, ".hits .excerpt a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/reports/"));
        await Expect(page.Locator("#page-body mark").First).ToHaveTextAsync("书记");
        await Expect(page.Locator(":target")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(375, "left")]
    [InlineData(1440, "center")]
    public async Task What_is_told_of_a_query_stands_below_the_title_as_the_title_stands(int width, string alignment)
    {
        var page = await chromium.Open(sample.Site, "normal", width, scripts: false);
        await using var window = page.Context;
        await page.GotoAsync("/search?q=" + string.Join('+', Enumerable.Range(1, 40)));
        await Expect(page.Locator(".search-notice")).ToHaveCSSAsync("text-align", alignment);
        await Expect(page.Locator("h1")).ToHaveCSSAsync("text-align", alignment);
    }

    [Fact]
    public async Task Links_narrow_the_results_without_a_script()
    {
        var page = await chromium.Open(sample.Site, "normal", 375, scripts: false);
        await using var window = page.Context;
        await page.GotoAsync("/search?q=书记");
        var all = await page.Locator(".hits > li").CountAsync();
        await page.Locator(".facets-link").ClickAsync();
        await page.Locator("#page-facets .facet a", new() { HasText = "2021年" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("year=2021"));
        await Expect(page.GetByRole(AriaRole.Contentinfo)).ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".hits > li").CountAsync(), 1, all - 1);
    }

    [Fact]
    public async Task What_is_typed_fills_the_list_of_suggestions()
    {
        var page = await chromium.Open(sample.Site);
        await using var window = page.Context;
        await page.GotoAsync("/");
        await page.Locator("#page-search").FillAsync("jiguan");
        await Expect(page.Locator("#page-suggestions option").First).ToBeAttachedAsync();
        Assert.Contains("机关", await page.Locator("#page-suggestions option").First.GetAttributeAsync("value"));
    }

    static async Task TabTo(IPage page, string selector)
    {
        for (var stop = 0; stop < 100; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"No tab leads to {selector}.");
    }
}
