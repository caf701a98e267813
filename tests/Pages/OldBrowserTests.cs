using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>
/// A browser of the IE 9 generation at 1024×768: outside @supports and @media the styles use only what it has, and with nothing
/// else the pages are whole.
/// </summary>
public sealed partial class OldBrowserTests(Chromium chromium, EveryKind every)
{
    static readonly HashSet<string> Properties = Words(
        """
        background background-color background-image background-position background-repeat background-size border border-bottom border-bottom-color
        border-bottom-width border-collapse border-color border-left border-left-color border-left-width border-radius border-right border-right-color
        border-spacing border-style border-top border-top-color border-top-width border-width bottom box-shadow box-sizing caption-side clear clip color
        content counter-increment counter-reset cursor direction display empty-cells float font-family font-size font-style font-weight height left
        letter-spacing line-height list-style list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top max-height
        max-width min-height min-width opacity orphans outline outline-color outline-style outline-width overflow overflow-x overflow-y padding
        padding-bottom padding-left padding-right padding-top page-break-after page-break-before page-break-inside position quotes right table-layout
        text-align text-decoration text-indent text-overflow text-transform top vertical-align visibility white-space widows width word-break word-spacing
        word-wrap z-index
        """
    );

    static readonly HashSet<string> Functions = Words("url rgb rgba hsl hsla attr rect counter var");
    static readonly HashSet<string> Units = Words("px em rem % pt mm cm ex");

    static readonly HashSet<string> Pseudos = Words(
        ":hover :active :focus :link :visited :first-child :last-child :nth-child :only-child :first-of-type :last-of-type :nth-of-type :empty :root :not :checked :disabled :target :lang :before :after :first-letter :first-line"
    );

    static readonly Dictionary<string, HashSet<string>> Keywords = new()
    {
        ["display"] = Words("none block inline inline-block list-item table table-row table-cell table-caption"),
        ["position"] = Words("static relative absolute fixed"),
        ["float"] = Words("left right none"),
        ["clear"] = Words("left right both none"),
        ["overflow"] = Words("visible hidden scroll auto"),
        ["overflow-x"] = Words("visible hidden scroll auto"),
        ["overflow-y"] = Words("visible hidden scroll auto"),
        ["text-align"] = Words("left right center justify"),
        ["text-decoration"] = Words("none underline line-through"),
        ["white-space"] = Words("normal nowrap pre pre-wrap pre-line"),
        ["word-wrap"] = Words("normal break-word"),
        ["word-break"] = Words("normal break-all keep-all"),
        ["visibility"] = Words("visible hidden collapse"),
    };

    public static TheoryData<string> Sheets =>
        [
            .. Directory
                .GetFiles(Repository.Path("wwwroot", "css"), "*.css")
                .Select(file => Path.GetFileName(file))
                .Where(name => name != "print.css")
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Base_styles_use_what_the_browser_has(string sheet)
    {
        var wrong = new List<string>();
        foreach (
            var rule in StyleSheet.Read(Repository.Read("wwwroot", "css", sheet)).Where(rule => !rule.IsConditional)
        )
        {
            if (rule.Prelude.StartsWith('@') || rule.Rules.Count > 0)
                wrong.Add(rule.Prelude);
            wrong.AddRange(
                Pseudo()
                    .Matches(rule.Prelude)
                    .Select(match => match.Value)
                    .Where(pseudo => !Pseudos.Contains(pseudo))
                    .Select(pseudo => $"{rule.Prelude} {pseudo}")
            );
            for (var i = 0; i < rule.Declarations.Count; i++)
                wrong.AddRange(
                    Faults(rule.Declarations[i], rule.Declarations.Take(i), rule, sheet)
                        .Select(fault =>
                            $"{rule.Prelude} {{ {rule.Declarations[i].Property}: {rule.Declarations[i].Value} }} {fault}"
                        )
                );
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static IEnumerable<string> Faults(
        Declaration declaration,
        IEnumerable<Declaration> before,
        StyleRule rule,
        string sheet
    )
    {
        var (property, value) = declaration;
        if (property.StartsWith("--", StringComparison.Ordinal))
        {
            if (sheet != "tokens.css")
                yield return "custom properties belong to tokens.css";
            yield break;
        }
        if (!Properties.Contains(property))
            yield return "unknown property";
        if (
            value.Contains("var(", StringComparison.Ordinal)
            && !before.Any(other => StyleSheet.IsPlain(other) && StyleSheet.Covers(other.Property, property))
        )
            yield return "no plain value before it";
        var bare = Quoted().Replace(value, "");
        foreach (Match match in Function().Matches(bare))
            if (!Functions.Contains(match.Groups[1].Value))
                yield return $"function {match.Groups[1].Value}";
        foreach (Match match in Dimension().Matches(bare))
        {
            if (!Units.Contains(match.Groups[1].Value))
                yield return $"unit {match.Groups[1].Value}";
            if (
                match.Groups[1].Value == "rem"
                && (property == "font" || rule.Prelude.Contains(":before") || rule.Prelude.Contains(":after"))
            )
                yield return "rem does not work here";
        }
        if (Keywords.TryGetValue(property, out var keywords) && !keywords.Contains(value))
            yield return $"value {value}";
    }

    [Fact]
    public void What_is_behind_conditions_is_taken_apart_too()
    {
        var rules = StyleSheet.Read(
            "a:hover, b { color: red; background: url(\"x;y.svg\") } @supports (display: grid) { @media (min-width: 1px) { c { gap: 1px; } } d { } }"
        );
        Assert.Equal(["a:hover", "b"], rules[0].Selectors);
        Assert.Equal(new Declaration("background", "url(\"x;y.svg\")"), rules[0].Declarations[1]);
        Assert.Equal("gap", rules[1].Rules[0].Rules[0].Declarations.Single().Property);
        Assert.Equal("d", rules[1].Rules[1].Prelude);
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    [InlineData("contrast")]
    [Needs(NeedsAttribute.Browser)]
    public async Task Pages_are_whole_without_newer_styles_and_scripts(string mode)
    {
        var page = await chromium.Open(every.Site, mode, 1024, scripts: false, height: 768);
        await using var window = page.Context;
        await page.RouteAsync("**/css/*.css", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = StyleSheet.Plain(await answer.TextAsync()) });
        });
        await page.Expect(
            ["/", "/archive", "/units", "/search?q=清单", "/sitemap", EveryKind.General],
            "sideways()",
            "cuts()",
            "collisions()"
        );

        await page.GotoAsync("/");
        Assert.Equal(
            mode == "contrast" ? "rgb(0, 0, 0)" : "rgb(251, 248, 243)",
            await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")
        );
        var parts = await page.EvaluateAsync<double[]>(
            "['.utility-bar', '.site-header', '.site-navigation', '#page-main', '.site-footer'].flatMap(part => { const box = document.querySelector(part).getBoundingClientRect(); return [box.top, box.bottom] })"
        );
        Assert.Equal(parts.Order(), parts);
        Assert.Equal(
            "left",
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.site-navigation li')).float")
        );
        var sides = await page.EvaluateAsync<double[]>(
            "[document.querySelector('.sidebar-layout-main').getBoundingClientRect().right, document.querySelector('.sidebar-layout-side').getBoundingClientRect().left]"
        );
        Assert.Equal(mode != "elder", sides[0] < sides[1]);
    }

    static HashSet<string> Words(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex("::?[a-z-]+")]
    private static partial Regex Pseudo();

    [GeneratedRegex("\"[^\"]*\"|#[0-9a-fA-F]+")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"([a-z-]+)\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)([a-z%]+)")]
    private static partial Regex Dimension();
}
