using Deque.AxeCore.Commons;

namespace WorkReports.Tests.Support;

/// <summary>What axe is asked: WCAG 2.2 AA and the AAA rules for contrast and target size.</summary>
static class AxeRules
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

    /// <summary>The rules for a look; none where no test asks.</summary>
    public static AxeRunOptions? Of(string mode, int width) =>
        (mode, width) switch
        {
            ("normal", 1280) or ("elder", 375) => Everything,
            ("normal", 375) or ("dark" or "contrast", 1280) or ("elder", 1024) => Looks,
            ("elder dark" or "elder contrast", 375) => Looks,
            _ => Lane.IsDeep ? Looks : null,
        };

    public static IReadOnlyList<string> Lines(AxeResult result) =>
        [
            .. result.Violations.SelectMany(rule =>
                rule.Nodes.Select(node =>
                    $"{rule.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"
                )
            ),
        ];
}
