using Microsoft.Playwright;

namespace WorkReports.Tests.Support;

/// <summary>
/// What every kind of page answered in one look: a mode of the reader in a window of a width. Opening a page costs more than all
/// that is asked of it, so each is opened once in each look, and the tests of a look share the answers.
/// </summary>
public sealed class Look
{
    /// <summary>Questions besides those of <c>Eyes.js</c>.</summary>
    public const string Axe = "axe",
        Policy = "policy",
        WideSpacing = "wide spacing",
        TwiceTheSize = "twice the size";

    public const string Listen = """
        window.broken = [];
        document.addEventListener("securitypolicyviolation", event => window.broken.push(`${event.effectiveDirective} ${event.blockedURI}`));
        """;

    /// <summary>WCAG 1.4.12, as a reader's own style sheet would say it.</summary>
    const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

    public static readonly string[] Whole = ["sideways()", "cuts()", "collisions()"];

    static readonly string[] Everywhere =
    [
        .. Whole,
        "smallTargets(44)",
        "restless()",
        "faintEdges(3)",
        "faintDrawings(7)",
    ];

    static readonly string[] ForElders = ["smallTargets(60)", "smallText(24, 1.8, 1.5)", "besides()"];

    readonly string mode;
    readonly int width;
    readonly Dictionary<(string Question, string Address), IReadOnlyList<string>> answers = [];
    readonly List<(string Words, string Place)> second = [];

    Look(string mode, int width) => (this.mode, this.width) = (mode, width);

    /// <summary>What the second press of the tab key reaches on each page, and where it stands.</summary>
    public IReadOnlyList<(string Words, string Place)> SecondStops => second;

    bool IsDressed => mode is "normal" or "elder" && width is 320 or 1024 or 1280;

    /// <summary>Tells all that is wrong at once, on some of the pages or on every one.</summary>
    public void HasNone(IEnumerable<string> questions, IReadOnlyList<string>? addresses = null)
    {
        var wrong =
            from question in questions
            from address in addresses ?? EveryKind.Addresses
            from line in answers[(question, address)].Distinct().Take(12)
            select $"{address} {line}";
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    public void HasNone(params string[] questions) => HasNone(questions, null);

    internal static async Task<Look> Take(Chromium chromium, TestSite site, string mode, int width)
    {
        var look = new Look(mode, width);
        var page = await chromium.Open(site, mode, width);
        await using var window = page.Context;
        var told = new List<string>();
        page.TellsTrouble(told);
        await page.AddInitScriptAsync(Listen);
        foreach (var address in EveryKind.Addresses)
        {
            await page.GotoAsync(address);
            var broken = await page.EvaluateAsync<string[]>("window.broken");
            await look.Ask(page, address);
            look.answers[(Policy, address)] = [.. broken, .. told];
            told.Clear();
        }
        return look;
    }

    async Task Ask(IPage page, string address)
    {
        string[] questions = mode.Contains("elder", StringComparison.Ordinal)
            ? [.. Everywhere, .. ForElders]
            : Everywhere;
        foreach (var (question, lines) in questions.Zip(await Lines(page, questions)))
            answers[(question, address)] = lines;
        if (IsDressed)
        {
            answers[(WideSpacing, address)] = await Dressed(page, Spacing);
            answers[(TwiceTheSize, address)] = await Dressed(
                page,
                $"html {{ font-size: {(mode == "elder" ? 325 : 225)}% !important }}"
            );
        }
        if (Support.Axe.RulesOf(mode, width) is { } rules)
            answers[(Axe, address)] = await page.AxeFinds(rules);
        second.Add(await SecondStop(page));
    }

    static Task<string[][]> Lines(IPage page, string[] questions) =>
        page.Ask<string[][]>($"[{string.Join(", ", questions.Select(question => $"eyes.{question}"))}]");

    /// <summary>What is wrong once the reader's own style sheet is worn, which is taken off again.</summary>
    static async Task<IReadOnlyList<string>> Dressed(IPage page, string style)
    {
        await page.EvaluateAsync(
            "style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style); document.adoptedStyleSheets = [sheet]; }",
            style
        );
        var lines = await Lines(page, Whole);
        await page.EvaluateAsync("document.adoptedStyleSheets = []");
        return [.. lines.SelectMany(some => some)];
    }

    static async Task<(string, string)> SecondStop(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        var words = await page.EvaluateAsync<string[]>(
            """
            (() => {
              const range = document.createRange();
              range.selectNodeContents(document.activeElement);
              return [document.activeElement.textContent, `${Math.round(range.getBoundingClientRect().left)} ${document.activeElement.getBoundingClientRect().top}`];
            })()
            """
        );
        return (words[0], words[1]);
    }
}
