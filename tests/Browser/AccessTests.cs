using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>WCAG 2.2 AA and the AAA rules for contrast and target size, on every kind of page in every mode.</summary>
public sealed class AccessTests(Chromium chromium, EveryKind every)
{
    static readonly AxeRunOptions Everything = new()
    {
        RunOnly = RunOnlyOptions.Tags(
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22a",
            "wcag22aa",
            "best-practice"
        ),
        Rules = new()
        {
            ["color-contrast-enhanced"] = new() { Enabled = true },
            ["target-size"] = new() { Enabled = true },
        },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What a mode or a width can change; the markup is the same in all of them.</summary>
    static readonly AxeRunOptions Looks = new()
    {
        RunOnly = RunOnlyOptions.Rules(
            "color-contrast",
            "color-contrast-enhanced",
            "link-in-text-block",
            "target-size",
            "scrollable-region-focusable"
        ),
        ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("elder", 375)]
    public Task Axe_finds_nothing(string mode, int width) => Ask(Everything, mode, width);

    [Theory]
    [InlineData("normal", 375)]
    [InlineData("dark", 1280)]
    [InlineData("contrast", 1280)]
    [InlineData("elder", 1024)]
    [InlineData("elder dark", 375)]
    [InlineData("elder contrast", 375)]
    public Task Axe_finds_nothing_in_the_looks_of_any_mode(string mode, int width) => Ask(Looks, mode, width);

    async Task Ask(AxeRunOptions rules, string mode, int width)
    {
        var page = await chromium.Open(every.Site, mode, width);
        await using var window = page.Context;
        var found = new List<string>();
        foreach (var address in EveryKind.Addresses)
        {
            await page.GotoAsync(address);
            var result = await page.RunAxe(rules);
            found.AddRange(
                result.Violations.SelectMany(rule =>
                    rule.Nodes.Select(node =>
                        $"{address} {rule.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"
                    )
                )
            );
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("normal", 1280)]
    [InlineData("normal", 375)]
    [InlineData("dark", 320)]
    public async Task Targets_measure_44_pixels(string mode, int width)
    {
        var page = await chromium.Open(every.Site, mode, width);
        await using var window = page.Context;
        await page.Expect(EveryKind.Addresses, "smallTargets(44)");
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("dark")]
    [InlineData("contrast")]
    [InlineData("elder")]
    [InlineData("elder dark")]
    public async Task Edges_seals_and_placeholders_stand_out(string mode)
    {
        var page = await chromium.Open(every.Site, mode);
        await using var window = page.Context;
        await page.Expect(
            ["/", "/archive", "/pillars/zhengzhi?p=100", EveryKind.General],
            "faintEdges(3)",
            "faintDrawings(7)"
        );
    }
}
