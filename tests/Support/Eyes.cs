using Microsoft.Playwright;

namespace WorkReports.Tests.Support;

/// <summary>Asks a page what a reader's eyes would find wrong with it. The questions are in <c>Eyes.js</c>.</summary>
public static class Eyes
{
    static readonly string Script = Repository.Read("tests", "Support", "Eyes.js");

    public static Task<string[]> See(this IPage page, string question) => page.Ask<string[]>($"eyes.{question}");

    public static Task<T> Ask<T>(this IPage page, string expression) => page.EvaluateAsync<T>($"(() => {{ {Script}\nreturn {expression}; }})()");

    /// <summary>Adds a reader's own style sheet to every page that is opened from now on.</summary>
    public static Task Wear(this IPage page, string style) => page.RouteAsync("**/css/base*.css", async route =>
    {
        var answer = await route.FetchAsync();
        await route.FulfillAsync(new() { Response = answer, Body = await answer.TextAsync() + "\n" + style });
    });

    /// <summary>Asks on every address, and tells all that is wrong at once.</summary>
    public static async Task Expect(this IPage page, IEnumerable<string> addresses, params string[] questions)
    {
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            foreach (var question in questions) wrong.AddRange((await page.See(question)).Distinct().Take(8).Select(line => $"{address} {question} {line}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
