using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>Narrow windows, large text and wide spacing: nothing scrolls sideways, is cut, or lies over something else.</summary>
public sealed class ReflowTests(Chromium chromium, EveryKind every)
{
    static readonly string[] Whole = ["sideways()", "cuts()", "collisions()"];

    /// <summary>WCAG 1.4.12, as a reader's own style sheet would say it.</summary>
    const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

    [Theory]
    [InlineData("normal", 320)]
    [InlineData("normal", 768)]
    [InlineData("normal", 1024)]
    [InlineData("normal", 3840)]
    [InlineData("large", 320)]
    [InlineData("elder", 320)]
    [InlineData("elder", 1024)]
    [InlineData("elder large", 320)]
    public async Task Every_page_fits_its_window(string mode, int width)
    {
        var page = await chromium.Open(every.Site, mode, width);
        await using var window = page.Context;
        await page.Expect(EveryKind.Addresses, Whole);
    }

    [Theory]
    [InlineData("normal", 320)]
    [InlineData("normal", 1280)]
    [InlineData("elder", 1024)]
    public async Task Text_of_twice_the_size_fits(string mode, int width)
    {
        var page = await chromium.Open(every.Site, mode, width);
        await using var window = page.Context;
        await page.Wear($"html {{ font-size: {(mode == "elder" ? 325 : 225)}% !important }}");
        await page.Expect(EveryKind.Addresses, Whole);
    }

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("normal", 320)]
    [InlineData("elder", 1024)]
    [InlineData("elder", 320)]
    public async Task Wide_spacing_breaks_nothing(string mode, int width)
    {
        var page = await chromium.Open(every.Site, mode, width);
        await using var window = page.Context;
        await page.Wear(Spacing);
        await page.Expect(EveryKind.Addresses, Whole);
    }

    [Fact]
    public async Task A_wide_table_scrolls_inside_its_frame()
    {
        var page = await chromium.Open(every.Site, "normal", 320);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        var widths = await page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('.table-wrapper')].map(frame => frame.scrollWidth - frame.clientWidth)"
        );
        Assert.True(widths[1] > 300, string.Join(' ', widths));
        Assert.Equal(
            "auto",
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.table-wrapper')).overflowX")
        );
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    public async Task Nothing_moves_or_floats_over_the_page(string mode)
    {
        var page = await chromium.Open(every.Site, mode);
        await using var window = page.Context;
        await page.Expect(EveryKind.Addresses, "restless()");
    }
}
