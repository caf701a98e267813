using Microsoft.Playwright;

namespace WorkReports.Tests.Support;

/// <summary>Asks a page what a reader's eyes would find wrong with it. The questions are in <c>Eyes.js</c>.</summary>
public static class Eyes
{
    static readonly string Script = Repository.Read("tests", "Support", "Eyes.js");

    public static Task<T> Ask<T>(this IPage page, string expression) =>
        page.EvaluateAsync<T>($"(() => {{ {Script}\nreturn {expression}; }})()");

    /// <summary>Writes down what the console and the scripts of a page complain of from now on.</summary>
    public static void TellsTrouble(this IPage page, List<string> told)
    {
        page.Console += (_, line) =>
        {
            // That an address answers 404 is the point of asking for it.
            if (
                line.Type is "error" or "warning"
                && !line.Text.StartsWith(
                    "Failed to load resource: the server responded with a status of ",
                    StringComparison.Ordinal
                )
            )
                told.Add($"{page.Url}: {line.Text}");
        };
        page.PageError += (_, error) => told.Add(error);
    }

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
