using System.Text.RegularExpressions;

namespace WorkReports.Bench;

/// <summary>A kind of search and addresses that make it, with words cut from the corpus by chance.</summary>
sealed partial record SearchKind(string Name, IReadOnlyList<string> Addresses)
{
    const int Queries = 40;
    const int Looked = 400;

    public static IReadOnlyList<SearchKind> All(Corpus corpus, int seed)
    {
        var random = new Random(seed);
        var files = Directory
            .EnumerateFiles(corpus.Folder, "20*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var runs = Enumerable
            .Range(0, Looked)
            .SelectMany(_ => Han().Matches(File.ReadAllText(files[random.Next(files.Length)])).Select(run => run.Value))
            .ToArray();
        var pairs = runs.SelectMany(run => run.Zip(run.Skip(1), (one, other) => $"{one}{other}"))
            .CountBy(pair => pair)
            .OrderByDescending(pair => pair.Value)
            .Select(pair => pair.Key)
            .ToArray();
        string Cut(int length)
        {
            var run = random.GetItems(runs.Where(run => run.Length >= length).ToArray(), 1)[0];
            return run.Substring(random.Next(run.Length - length + 1), length);
        }
        SearchKind Kind(string name, Func<string> query) =>
            new(name, [.. Enumerable.Range(0, Queries).Select(_ => $"/search?q={query()}")]);
        return
        [
            new SearchKind("nothing: the page alone", ["/search"]),
            Kind("1 character", () => Cut(1)),
            Kind("2 characters, common", () => pairs[random.Next(40)]),
            Kind("2 characters, rare", () => pairs[^(1 + random.Next(200))]),
            Kind("4 characters", () => Cut(4)),
            Kind("8 characters", () => Cut(8)),
            Kind("two words", () => $"{Cut(2)} {Cut(2)}"),
            Kind("Latin and numbers", () =>
                random.GetItems(["ipv6", "app", "12", "365", "2021", "dangjian", "dj", "96.3"], 1)[0]
            ),
            Kind("2 characters, of a unit and a year", () =>
                $"{pairs[random.Next(40)]}&unit=unit-{1 + random.Next(12)}&year={2012 + random.Next(14)}"
            ),
            Kind("2 characters, by date, page 3", () => $"{pairs[random.Next(40)]}&sort=date&p=3"),
        ];
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Han();
}
