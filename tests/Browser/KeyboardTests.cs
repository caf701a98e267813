using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>The keyboard alone reaches and works everything, and shows where it is.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class KeyboardTests(Chromium chromium, EveryKind every)
{
    static readonly string[] Walked =
    [
        "/",
        "/pillars/zhengzhi?p=100",
        "/archive",
        EveryKind.General,
        "/search?q=清单",
        "/reports/none",
    ];

    sealed record Stop
    {
        public bool End { get; init; }
        public string[] Wrong { get; init; } = [];
        public string? Name { get; init; }
    }

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("dark", 375)]
    [InlineData("contrast", 1024)]
    [InlineData("elder", 375)]
    [InlineData("elder dark", 1024)]
    public async Task Every_stop_is_in_view_and_wears_a_ring(string mode, int width)
    {
        var page = await chromium.Open(every.Site, mode, width);
        await using var window = page.Context;
        var wrong = new List<string>();
        foreach (var address in Walked)
        {
            await page.GotoAsync(address);
            var stops = await Walk(page);
            wrong.AddRange(stops.SelectMany(stop => stop.Wrong).Select(line => $"{address} {line}"));
            var targets = await page.Ask<int>("eyes.targets().length");
            Assert.True(stops.Count >= targets, $"{address}: {stops.Count} stops for {targets} targets");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Tab by tab, until the focus leaves the page. A trap never ends, so it is cut off.</summary>
    static async Task<List<Stop>> Walk(IPage page)
    {
        var stops = new List<Stop>();
        await page.Ask<object?>("window.eyes = eyes, null");
        while (stops.Count < 300)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<Stop>("window.eyes.focus()");
            if (stop.End)
                return stops;
            stops.Add(stop);
        }
        throw new InvalidOperationException($"The focus does not leave {page.Url}; it is at {stops[^1].Name}.");
    }

    [Fact]
    public async Task A_ring_changes_the_picture_around_every_stop()
    {
        var page = await chromium.Open(every.Site, "normal", 1024);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        for (var stop = 0; stop < 30; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.ScreenshotAsync();
            var name = await page.EvaluateAsync<string>(
                "(() => { const e = window.left = document.activeElement; e.blur(); return e.outerHTML.slice(0, 80) })()"
            );
            var blurred = await page.ScreenshotAsync();
            Assert.False(focused.SequenceEqual(blurred), name);
            await page.EvaluateAsync("window.left.focus({ preventScroll: true })");
        }
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    public async Task The_skip_link_leads_past_what_is_on_every_page(string mode)
    {
        var page = await chromium.Open(every.Site, mode, scripts: false);
        await using var window = page.Context;
        await page.GotoAsync("/archive");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(
            await page.EvaluateAsync<bool>("document.getElementById('page-main').contains(document.activeElement)")
        );
    }

    [Fact]
    public async Task The_folded_outline_opens_and_leads_to_its_section()
    {
        var page = await chromium.Open(every.Site, "elder", 1024, scripts: false);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        await page.Locator(".outline-details summary").FocusAsync();
        await Expect(page.Locator(".outline-details ol")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "二、品牌机关：把学习落到题目上" }))
            .ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_wide_table_is_moved_by_the_arrow_keys()
    {
        var page = await chromium.Open(every.Site, "normal", 375);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        var wide = page.Locator(".table-wrapper").Nth(1);
        await wide.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(wide.Locator("th").First).Not.ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task A_search_is_typed_and_sent()
    {
        var page = await chromium.Open(every.Site, "elder", 1024, scripts: false);
        await using var window = page.Context;
        await page.GotoAsync("/");
        for (var stop = 0; stop < 20 && !await page.EvaluateAsync<bool>("document.activeElement.name === 'q'"); stop++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("清单");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".results-summary")).ToContainTextAsync("找到");
    }
}
