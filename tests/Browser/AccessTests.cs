using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>WCAG 2.2 AA and the AAA rules for contrast and target size, on every kind of page in every mode.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class AccessTests(Chromium chromium, EveryKind every)
{
    [Fact]
    public async Task Axe_finds_what_is_wrong_in_the_parts_that_it_is_shown()
    {
        var page = await chromium.Open(every.Site);
        await page.SetContentAsync(
            "<main><p class='pale' style='color: #ddd'>看不清的字</p><input class='nameless'></main>"
        );
        Assert.Contains(await page.AxeFinds(Axe.Looks), line =>
            line.StartsWith("color-contrast:", StringComparison.Ordinal)
        );
        var found = await page.AxeFinds(Axe.Everything, ".nameless");
        Assert.Contains(found, line => line.StartsWith("label:", StringComparison.Ordinal));
        Assert.DoesNotContain(found, line => line.Contains("pale", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("elder", 375)]
    public async Task Axe_finds_nothing(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone(Look.Axe);

    [Theory]
    [InlineData("normal", 375)]
    [InlineData("dark", 1280)]
    [InlineData("contrast", 1280)]
    [InlineData("elder", 1024)]
    [InlineData("elder dark", 375)]
    [InlineData("elder contrast", 375)]
    public async Task Axe_finds_nothing_in_the_looks_of_any_mode(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone(Look.Axe);

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("normal", 375)]
    [InlineData("dark", 320)]
    public async Task Targets_measure_44_pixels(string mode, int width) =>
        (await every.Look(chromium, mode, width)).HasNone("smallTargets(44)");

    [Theory]
    [InlineData("normal")]
    [InlineData("dark")]
    [InlineData("contrast")]
    [InlineData("elder")]
    [InlineData("elder dark")]
    public async Task Edges_seals_and_placeholders_stand_out(string mode) =>
        (await every.Look(chromium, mode)).HasNone(
            ["faintEdges(3)", "faintDrawings(7)"],
            ["/", "/archive", "/pillars/zhengzhi?p=100", EveryKind.General]
        );
}
