using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>Narrow windows, large text and wide spacing: nothing scrolls sideways, is cut, or lies over something else.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class ReflowTests(Chromium chromium, EveryKind every)
{
    [Theory]
    [InlineData("normal", 320)]
    [InlineData("normal", 768)]
    [InlineData("normal", 1024)]
    [InlineData("normal", 3840)]
    [InlineData("large", 320)]
    [InlineData("elder", 320)]
    [InlineData("elder", 1024)]
    [InlineData("elder large", 320)]
    public async Task Every_page_fits_its_window(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone(Look.Whole);

    [Theory]
    [InlineData("normal", 320)]
    [InlineData("normal", 1280)]
    [InlineData("elder", 1024)]
    public async Task Text_of_twice_the_size_fits(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone(Look.TwiceTheSize);

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("normal", 320)]
    [InlineData("elder", 1024)]
    [InlineData("elder", 320)]
    public async Task Wide_spacing_breaks_nothing(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone(Look.WideSpacing);

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
    public async Task Nothing_moves_or_floats_over_the_page(string mode) =>
        (await every.Look(chromium, mode)).HasNone("restless()");
}
