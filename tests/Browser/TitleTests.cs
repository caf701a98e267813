using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>Titles break where a reader would break them, and those of the pillars stand in rows.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class TitleTests(Chromium chromium, EveryKind kinds, SampleSite sample)
{
    [Theory]
    [InlineData("normal")]
    [InlineData("large")]
    [InlineData("elder")]
    public async Task A_name_in_quotes_is_never_broken_in_a_title(string mode)
    {
        var page = await chromium.Open(kinds.Site, mode);
        await page.GotoAsync(EveryKind.General);
        for (var width = 360; width <= 1460; width += 50)
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(
                1,
                await page.EvaluateAsync<int>(
                    "new Set([...document.querySelector('h1 .keep-together').getClientRects()].map(line => line.top)).size"
                )
            );
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(1440)]
    public async Task The_rows_of_the_pillars_line_up(int width)
    {
        var page = await chromium.Open(sample.Site, width);
        await page.GotoAsync("/");
        var tops = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll(".pillar-card")].map(column =>
              [".motto", "li:nth-child(1)", "li:nth-child(2)", "li:nth-child(3)", ".view-all"].map(part => Math.round(column.querySelector(part).getBoundingClientRect().top)).join())
            """
        );
        Assert.Equal(5, tops.Length);
        Assert.Single(tops.Distinct());
        await page.Context.CloseAsync();
    }
}
