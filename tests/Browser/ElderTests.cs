using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>长者模式: large type, wide lines, large targets, one column, the way out always at the very top.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class ElderTests(Chromium chromium, EveryKind every)
{
    [Theory]
    [InlineData("elder", 1280)]
    [InlineData("elder", 375)]
    [InlineData("elder small", 1024)]
    [InlineData("elder large", 1024)]
    [InlineData("elder contrast", 1024)]
    public async Task Type_is_large_and_lines_are_wide(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone("smallText(24, 1.8, 1.5)");

    [Theory]
    [InlineData("elder", 1280)]
    [InlineData("elder", 320)]
    [InlineData("elder contrast", 1024)]
    public async Task Targets_measure_60_pixels(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone("smallTargets(60)");

    [Fact]
    public async Task Paragraphs_stand_apart_by_half_a_line_more()
    {
        var page = await chromium.Open(every.Site, "elder", 1024);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        var (line, pitch) = (
            await Measure(page, "parseFloat(getComputedStyle(a).lineHeight)"),
            await Measure(
                page,
                "b.getBoundingClientRect().top - a.getBoundingClientRect().bottom + parseFloat(getComputedStyle(a).lineHeight)"
            )
        );
        Assert.True(pitch >= 1.5 * line, $"lines {line} px, paragraphs {pitch} px apart");
    }

    static Task<double> Measure(IPage page, string expression) =>
        page.EvaluateAsync<double>(
            $"(() => {{ const a = document.querySelector('.body > p + p').previousElementSibling, b = a.nextElementSibling; return {expression} }})()"
        );

    [Theory]
    [InlineData(1440)]
    [InlineData(1024)]
    [InlineData(375)]
    public async Task Nothing_stands_beside_the_text_and_no_line_is_stretched(int width)
    {
        (await every.Look(chromium, "elder", width)).HasNone("besides()");
        var page = await chromium.Open(every.Site, "elder", width);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).textAlign === 'justify').map(e => e.outerHTML.slice(0, 80))"
            )
        );
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_way_in_and_out_is_the_first_thing_after_the_skip_link_at_one_place(int width)
    {
        var places = new HashSet<string>();
        foreach (var (mode, words) in new[] { ("normal", "长者模式"), ("elder", "退出长者模式") })
        {
            var stops = (await every.Look(chromium, mode, width)).SecondStops;
            Assert.Equal(EveryKind.Addresses.Count, stops.Count);
            Assert.All(stops, stop => Assert.Equal(words, stop.Words));
            places.UnionWith(stops.Select(stop => stop.Place));
        }
        Assert.Single(places);
    }

    [Fact]
    public async Task It_is_entered_and_left_without_a_script_and_remembered()
    {
        var page = await chromium.Open(every.Site, "normal", width: 1024, scripts: false);
        await using var window = page.Context;
        await page.GotoAsync("/search?q=清单");
        await page.GetByRole(AriaRole.Link, new() { Name = "长者模式", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "退出长者模式" })).ToBeVisibleAsync();
        Assert.EndsWith("/search?q=" + Uri.EscapeDataString("清单"), page.Url);
        await page.GotoAsync(EveryKind.General);
        await Expect(page.Locator("body")).ToHaveCSSAsync("font-size", "26px");
        await page.GetByRole(AriaRole.Link, new() { Name = "退出长者模式" }).ClickAsync();
        await Expect(page.Locator("body")).ToHaveCSSAsync("font-size", "18px");
    }
}
