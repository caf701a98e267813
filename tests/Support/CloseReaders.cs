using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace WorkReports.Tests.Support;

/// <summary>
/// Readers at full speed who look closely: every answer must be whole, of one edition alone, and of none before one that anybody
/// has seen already. One report, on many pages and several times on each, tells which edition a page is of.
/// </summary>
public sealed partial class CloseReaders(Uri origin, int connections)
{
    /// <summary>Newer than all others, for what lists only the newest; and each version a revision, for what lists only the news.</summary>
    public const string File = "2026-01-01-marked.md";

    /// <summary>Pages from memory, and one that is made anew each time.</summary>
    static readonly string[] Addresses =
    [
        "/",
        "/archive",
        "/pillars/zhengzhi",
        "/feed.xml",
        "/reports/marked",
        "/reports/marked.md",
        "/search?q=" + Uri.EscapeDataString("版次记号"),
    ];

    int seen;

    /// <summary>What was wrong, a line for each answer.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>The newest version that anybody has seen.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <summary>What the report says in this version.</summary>
    public static string Text(int version) =>
        $"---\n网址: marked\n置顶: 是\n修订日期: 2026-01-02\n修订说明: 第{version}版\n---\n# 版次记号{version}号\n\n正文里也有版次记号{version}号。";

    /// <returns>Milliseconds that each answer took.</returns>
    public async Task<IReadOnlyList<float>> Read(Task until)
    {
        var times = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(number => Task.Run(() => Read(number, until)))
        );
        return [.. times.SelectMany(some => some)];
    }

    async Task<List<float>> Read(int number, Task until)
    {
        var times = new List<float>();
        using var connection = await RawConnection.To(origin);
        for (var turn = number; !until.IsCompleted && Faults.Count < 100; turn++)
        {
            var (address, floor, begun) = (Addresses[turn % Addresses.Length], Seen, Stopwatch.GetTimestamp());
            try
            {
                await connection.Send(address);
                var answer = await connection.Receive();
                times.Add((float)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (FaultOf(answer, floor) is { } fault)
                    Faults.Enqueue($"{address}: {fault}");
                if (answer is null)
                    break;
            }
            catch (Exception exception) when (exception is IOException or FormatException)
            {
                Faults.Enqueue($"{address}: {exception.Message}");
                break;
            }
        }
        return times;
    }

    string? FaultOf(RawAnswer? answer, int floor)
    {
        if (answer is null)
            return "no answer";
        // Whom a busy machine has no room for is told so, and when to come again.
        if (answer.Status == 503 && RawConnection.Header(answer.Head, "Retry-After") is not null)
            return null;
        if (answer.Status != 200)
            return $"status {answer.Status}";
        if (
            RawConnection.Header(answer.Head, "ETag") is { } tag
            && tag.Trim('"') != Convert.ToHexStringLower(SHA256.HashData(answer.Body).AsSpan(0, 12))
        )
            return "the bytes are not those of the tag";
        var versions = Version()
            .Matches(answer.Text)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        if (versions is not [var version])
            return $"of the versions {string.Join(", ", versions)}";
        if (version < floor)
            return $"of version {version} after {floor} was seen";
        for (var known = Seen; known < version; known = Seen)
            Interlocked.CompareExchange(ref seen, version, known);
        return null;
    }

    [GeneratedRegex("版次记号(?:</mark>)?([0-9]+)号")]
    private static partial Regex Version();
}
