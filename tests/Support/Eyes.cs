using Microsoft.Playwright;

namespace WorkReports.Tests.Support;

/// <summary>Asks a page what a reader's eyes would find wrong with it. The questions are in <c>Eyes.js</c>.</summary>
public static class Eyes
{
    static readonly string Script = Repository.Read("tests", "Support", "Eyes.js");

    public static Task<T> Ask<T>(this IPage page, string expression) =>
        page.EvaluateAsync<T>($"(() => {{ {Script}\nreturn {expression}; }})()");

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
            var lines = await page.Ask<string[]>(
                $"[{string.Join(", ", questions.Select(question => $"...eyes.{question}"))}]"
            );
            wrong.AddRange(lines.Distinct().Take(12).Select(line => $"{address} {line}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
