using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WorkReports.Tests.Support;

/// <summary>
/// Axe, run in the page itself: its package for Playwright gathers the results of frames in a second page, which took five times as
/// long as the rules, and no page of the site has a frame.
/// </summary>
static class Axe
{
    /// <summary>WCAG 2.2 AA and the AAA rules for contrast and target size.</summary>
    public const string Everything = """
        {
          runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
          rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
          resultTypes: ["violations"],
        }
        """;

    /// <summary>What a mode or a width can change; the markup is the same in all of them.</summary>
    public const string Looks = """
        {
          runOnly: {
            type: "rule",
            values: ["color-contrast", "color-contrast-enhanced", "link-in-text-block", "target-size", "scrollable-region-focusable"],
          },
          resultTypes: ["violations"],
        }
        """;

    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules for a look; none where no test asks.</summary>
    public static string? RulesOf(string mode, int width) =>
        (mode, width) switch
        {
            ("normal", 1280) or ("elder", 375) => Everything,
            ("normal", 375) or ("dark" or "contrast", 1280) or ("elder", 1024) => Looks,
            ("elder dark" or "elder contrast", 375) => Looks,
            _ => Lane.IsDeep ? Looks : null,
        };

    /// <param name="rules">As axe.run takes them.</param>
    /// <param name="parts">Selectors of the parts that are looked at; without any, the whole page.</param>
    public static async Task<string[]> AxeFinds(this IPage page, string rules, params string[] parts)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            $$"""
            async parts => {
              const result = await axe.run(parts.length > 0 ? { include: parts.map(part => [part]) } : document, {{rules}});
              return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.any.map(check => check.message).join(" ")}`));
            }
            """,
            parts
        );
    }
}
