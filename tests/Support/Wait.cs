using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace WorkReports.Tests.Support;

/// <summary>Waits for what happens by itself. Where it never does, the failure says what was awaited and what was seen last.</summary>
public static class Wait
{
    const int LongestTold = 2000;

    /// <summary>Longer than the program waits for anything by itself, which is a minute, on a machine that is busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task<T> Until<T>(
        Func<T> look,
        Func<T, bool> isThere,
        [CallerArgumentExpression(nameof(isThere))] string awaited = ""
    ) => Until(() => Task.FromResult(look()), isThere, awaited);

    /// <returns>What was seen when it was there.</returns>
    public static async Task<T> Until<T>(
        Func<Task<T>> look,
        Func<T, bool> isThere,
        [CallerArgumentExpression(nameof(isThere))] string awaited = "",
        TimeSpan? patience = null
    )
    {
        var longest = patience ?? Patience;
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(10))
        {
            var seen = await look();
            if (isThere(seen))
                return seen;
            if (Stopwatch.GetElapsedTime(begun) > longest)
                throw new TimeoutException(
                    $"In {longest.TotalSeconds} seconds there was never: {awaited}\nLast there was: {Told(seen)}"
                );
        }
    }

    /// <summary>Waits until the page holds these words, whatever its status.</summary>
    public static Task UntilSaid(HttpClient http, string address, string words) =>
        Until(
            async () =>
            {
                using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
                return await Answer.Of(answer);
            },
            answer => answer.Text.Contains(words, StringComparison.Ordinal),
            $"'{words}' at {address}"
        );

    static string Told(object? seen)
    {
        var text = seen switch
        {
            null => "nothing",
            string said => said,
            Answer answer => $"{answer.Status} {answer.Text}",
            IEnumerable many => string.Join('\n', many.Cast<object?>()),
            _ => seen.ToString()!,
        };
        return text.Length <= LongestTold ? text : text[..LongestTold] + "…";
    }
}
