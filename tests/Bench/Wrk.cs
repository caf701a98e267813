using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Bench;

/// <summary>What wrk found out about one address.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
sealed partial record Wrk(long Requests, double PerSecond, double P50, double P99)
{
    const int Connections = 32;

    /// <summary>Asks for one address, as fast as answers come.</summary>
    public static async Task<Wrk> Ask(string url, int seconds, params IEnumerable<string> headers)
    {
        string[] arguments =
        [
            "--threads",
            "1",
            "--connections",
            $"{Connections}",
            "--duration",
            $"{seconds}s",
            "--latency",
            .. headers.SelectMany(header => new[] { "--header", header }),
            url,
        ];
        var told = await DebianPackages.Run("wrk", arguments);
        if (Trouble().Match(told) is { Success: true } trouble)
            throw new BenchException($"{url}: {trouble.Value}");
        return new Wrk(
            (long)Number(told, Requested()),
            Number(told, Rate()),
            Milliseconds(told, "50"),
            Milliseconds(told, "99")
        );
    }

    static double Number(string told, Regex pattern) =>
        pattern.Match(told) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new BenchException(told);

    static double Milliseconds(string told, string share)
    {
        var found = Latency().Matches(told).First(match => match.Groups[1].Value == share);
        return double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture)
            * found.Groups[3].Value switch
            {
                "us" => 0.001,
                "ms" => 1,
                _ => 1000,
            };
    }

    [GeneratedRegex(@"Non-2xx.*|Socket errors.*|unable to connect.*")]
    private static partial Regex Trouble();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requested();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\s+(\d+)%\s+([\d.]+)(us|ms|s)", RegexOptions.Multiline)]
    private static partial Regex Latency();
}
