using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>The guide, printing, and what all scripted tools have in common.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class ReadingToolsTests(Chromium chromium, SampleSite sample)
{
    const string Report = "/reports/sample-2026-eight-years";

    static readonly string[] Scripted = ["朗读", "辅助线", "打印", "复制链接", "复制引用"];

    static readonly string[] Tools = [".reading-tools", "#page-aloud", ".reading-guide", ".outline", ".share"];

    static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static ILocator Guide(IPage page) => page.Locator(".reading-guide");

    async Task<IPage> Open(int width = 1280, string choices = "", ColorScheme scheme = ColorScheme.Light)
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
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.GiveVoice();
        await page.GotoAsync(Report);
        return page;
    }

    [Fact]
    public async Task Without_scripts_no_scripted_tool_shows_and_no_text_is_missing()
    {
        var page = await chromium.Open(sample.Site, scripts: false);
        await page.GotoAsync(Report);
        await Expect(page.Locator("main button")).ToHaveCountAsync(Scripted.Length + 8);
        await Expect(page.Locator("main button:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator(".reading-tools a:visible")).ToHaveCountAsync(5);
        var bare = await page.Locator("#page-body").InnerTextAsync();

        var scripted = await Open();
        Assert.Equal(bare, await scripted.Locator("#page-body").InnerTextAsync());
        foreach (var name in Scripted)
            await Expect(Button(scripted, name)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/archive")]
    [InlineData("/reports/none")]
    public async Task A_page_without_tools_loads_no_script_but_the_search_boxs(string address)
    {
        var page = await chromium.Open(sample.Site);
        await page.GotoAsync(address);
        await Expect(page.Locator("script[src]:not([src*='/suggest.'])")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_guide_follows_the_pointer_and_catches_no_click()
    {
        var page = await Open();
        await Expect(Guide(page)).ToHaveCountAsync(0);
        await Button(page, "辅助线").ClickAsync();
        await Expect(Button(page, "辅助线")).ToHaveAttributeAsync("aria-pressed", "true");
        foreach (var height in new[] { 300, 500 })
        {
            await page.Mouse.MoveAsync(400, height);
            await Expect(Guide(page)).ToHaveCSSAsync("top", $"{height}px");
        }
        await Expect(Guide(page)).ToHaveCSSAsync("pointer-events", "none");
        await Button(page, "辅助线").ClickAsync();
        await Expect(Guide(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_guide_is_remembered_and_stays_while_the_keys_scroll()
    {
        var page = await Open();
        await Button(page, "辅助线").PressAsync("Enter");
        await page.GotoAsync("/reports/sample-2025-annual");
        await Expect(Button(page, "辅助线")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Guide(page)).ToHaveCSSAsync("top", "400px");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.WaitForFunctionAsync("() => scrollY > 0");
        await Expect(Guide(page)).ToHaveCSSAsync("top", "400px");
    }

    [Fact]
    public async Task A_browser_that_remembers_nothing_still_has_the_tools()
    {
        var page = await chromium.Open(sample.Site);
        await page.AddInitScriptAsync(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } })"
        );
        await page.GiveVoice();
        await page.GotoAsync(Report);
        await Button(page, "辅助线").ClickAsync();
        await Expect(Guide(page)).ToBeVisibleAsync();
        await Button(page, "朗读").ClickAsync();
        await Button(page, "更快").ClickAsync();
        await Expect(Button(page, "更快")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Prints()
    {
        var page = await chromium.Open(sample.Site);
        await page.AddInitScriptAsync("window.print = () => document.title = 'printed'");
        await page.GotoAsync(Report);
        await Button(page, "打印").ClickAsync();
        await Expect(page).ToHaveTitleAsync("printed");
    }

    [Fact]
    public async Task The_keyboard_reaches_every_tool_in_the_order_shown()
    {
        var page = await Open();
        var reached = new List<string>();
        await page.Locator(".reading-tools a").First.FocusAsync();
        for (var stop = 0; stop < 9; stop++)
        {
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.textContent"));
            Assert.NotEqual(
                "0px",
                await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineWidth")
            );
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Equal(["大", "中", "小", "大光标", "朗读", "辅助线", "打印", "复制链接", "二维码"], reached);
    }

    [Theory]
    [InlineData(1440, "", 44)]
    [InlineData(320, "", 44)]
    [InlineData(375, "contrast", 44)]
    [InlineData(1440, "elder", 60)]
    [InlineData(320, "elder.large", 60)]
    public async Task Every_tool_is_large_enough_to_hit(int width, string choices, int least)
    {
        var page = await Open(width, choices);
        await Button(page, "朗读").ClickAsync();
        var small = await page.EvaluateAsync<string[]>(
            """
            least => [...document.querySelectorAll(".reading-tools a, .reading-tools button, .share button, .aloud button")]
                .filter(target => { const { width, height } = target.getBoundingClientRect(); return width < least || height < least })
                .map(target => target.textContent)
            """,
            least
        );
        Assert.Empty(small);
    }

    [Theory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("elder", ColorScheme.Light)]
    [InlineData("elder", ColorScheme.Dark)]
    [InlineData("contrast", ColorScheme.Light)]
    public async Task Axe_finds_nothing_with_the_tools_at_work(string choices, ColorScheme scheme)
    {
        var page = await Open(1280, choices, scheme);
        await Button(page, "辅助线").ClickAsync();
        await Button(page, "朗读").ClickAsync();
        await page.EndSentence();
        Assert.Empty(await page.AxeFinds(Axe.Everything, Tools));
    }

    [Theory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("elder", ColorScheme.Dark)]
    [InlineData("contrast", ColorScheme.Light)]
    public async Task What_is_read_stands_out(string choices, ColorScheme scheme)
    {
        var page = await Open(1280, choices, scheme);
        await Button(page, "朗读").ClickAsync();
        var (ground, words) = (await Colour(page, "backgroundColor"), await Colour(page, "color"));
        Assert.True(Contrast(ground, words) >= 7, $"{Contrast(ground, words):0.0}");
    }

    /// <summary>Of the highlight over the title.</summary>
    static async Task<double> Colour(IPage page, string property)
    {
        var colour = await page.EvaluateAsync<int[]>(
            $"() => getComputedStyle(document.querySelector('.report h1'), '::highlight(aloud)').{property}.match(/\\d+/g).slice(0, 3).map(Number)"
        );
        var parts = colour
            .Select(part => part / 255d)
            .Select(part => part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4))
            .ToArray();
        return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
    }

    static double Contrast(double one, double other) => (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);
}
