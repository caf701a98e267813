using System.Globalization;
using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Caching;

[Needs(NeedsAttribute.Time)]
public sealed partial class NoStalePageTests
{
    const int Editions = 30;
    const int Readers = 16;

    /// <summary>Pages from memory, and one that is made anew each time: all of them show the title.</summary>
    static readonly string[] Addresses =
    [
        "/",
        "/archive",
        "/pillars/zhengzhi",
        "/feed.xml",
        "/reports/report",
        "/reports/report.md",
        "/search?q=题目",
    ];

    [Fact]
    public async Task Once_anybody_has_seen_an_edition_nobody_sees_one_before_it()
    {
        static string Text(int version) => $"---\n网址: report\n---\n# 题目第{version}版\n\n正文第{version}版。";
        await using var site = await TestSite.Of(ContentOf.Report(Text(1)));
        var seen = 1;
        var readers = Enumerable
            .Range(0, Readers)
            .Select(number =>
                Task.Run(async () =>
                {
                    for (var turn = number; Volatile.Read(ref seen) < Editions; turn++)
                    {
                        var floor = Volatile.Read(ref seen);
                        var address = Addresses[turn % Addresses.Length];
                        var answer = await site.Get(address, ("Cookie", turn % 2 == 0 ? "reader=elder" : ""));
                        var versions = Version()
                            .Matches(answer.Text)
                            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
                            .Distinct()
                            .ToList();
                        Assert.True(
                            versions.Count == 1,
                            $"{address} is of editions {string.Join(" and ", versions)} after {floor} was seen: {answer.Status} {answer.Text}"
                        );
                        Assert.True(versions[0] >= floor, $"{address} shows {versions[0]} after {floor} was seen");
                        Raise(ref seen, versions[0]);
                    }
                })
            )
            .ToList();
        for (var version = 2; version <= Editions; version++)
        {
            site.Content.With("政治机关/2021-08-31-试验.md", Text(version));
            await Wait.Until(
                () => Volatile.Read(ref seen),
                newest => newest >= version || readers.Exists(reader => reader.IsFaulted)
            );
        }
        await Task.WhenAll(readers);
    }

    static void Raise(ref int seen, int version)
    {
        for (var known = Volatile.Read(ref seen); known < version; known = Volatile.Read(ref seen))
            Interlocked.CompareExchange(ref seen, version, known);
    }

    [GeneratedRegex("第([0-9]+)版")]
    private static partial Regex Version();
}
