using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>A link that leaves the site says so, to the eye and to a screen reader.</summary>
public sealed class OutsideTests(Chromium chromium, EveryKind every)
{
    [Fact]
    public async Task A_link_to_elsewhere_is_marked_and_one_within_the_site_is_not()
    {
        var page = await chromium.Open(every.Site);
        await using var window = page.Context;
        await page.GotoAsync(EveryKind.General);
        var marks = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#page-body a[href]')].map(a => (a.origin === location.origin ? 'here ' : 'away ') + getComputedStyle(a, '::after').content)");
        Assert.Contains(marks, mark => mark.StartsWith("away", StringComparison.Ordinal));
        Assert.Contains(marks, mark => mark.StartsWith("here", StringComparison.Ordinal));
        Assert.All(marks, mark => Assert.Equal(mark.StartsWith("away", StringComparison.Ordinal), mark.Contains("↗\" / \"，站外链接", StringComparison.Ordinal)));
    }
}
