using Microsoft.Playwright;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>What stands beside words: the mark of a link that leaves the site, the dots of Chinese emphasis.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class MarksTests(Chromium chromium, EveryKind every)
{
    [Fact]
    public async Task A_link_to_elsewhere_is_marked_and_one_within_the_site_is_not()
    {
        var page = await chromium.Open(every.Site);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        var marks = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#page-body a[href]')].map(a => (a.origin === location.origin ? 'here ' : 'away ') + getComputedStyle(a, '::after').content)"
        );
        Assert.Contains(marks, mark => mark.StartsWith("away", StringComparison.Ordinal));
        Assert.Contains(marks, mark => mark.StartsWith("here", StringComparison.Ordinal));
        Assert.All(marks, mark =>
            Assert.Equal(
                mark.StartsWith("away", StringComparison.Ordinal),
                mark.Contains("↗\" / \"，站外链接", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Emphasis_is_dots_below_and_no_slant()
    {
        var page = await chromium.Open(every.Site);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        foreach (var medium in new[] { Media.Screen, Media.Print })
        {
            await page.EmulateMediaAsync(new() { Media = medium });
            Assert.Equal(
                "normal dot under",
                await page.EvaluateAsync<string>(
                    "(() => { const style = getComputedStyle(document.querySelector('.body em')); return [style.fontStyle, style.textEmphasisStyle, style.textEmphasisPosition].join(' ') })()"
                )
            );
        }
    }
}
