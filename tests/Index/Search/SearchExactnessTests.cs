using System.Text.RegularExpressions;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Search;

/// <summary>Search finds what a plain scan of every text finds, and nothing else.</summary>
[Needs(NeedsAttribute.Time)]
public sealed partial class SearchExactnessTests(ITestOutputHelper output)
{
    const int Reports = 120;
    static readonly int Queries = Lane.Count(sample: 3000, deep: 60_000);

    /// <summary>Few characters, so that chance makes many near misses; traditional, rare, full-width and Latin ones among them.</summary>
    static readonly string[] Letters =
    [
        "党",
        "建",
        "工",
        "作",
        "机",
        "关",
        "黨",
        "機",
        "關",
        "的",
        "一",
        "𬭎",
        "𠮷",
        "书",
        "A",
        "b",
        "Ｃ",
        "7",
        "１",
        "。",
        "，",
        " ",
        "　",
        "\n\n",
        "（",
        "\u200B",
        "⼯",
    ];

    static readonly int Seed = Lane.IsDeep ? Lane.Seed : 20261125;

    [Fact]
    public void The_reports_found_are_those_that_hold_the_run()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        using var index = new TestIndex(Content(random));
        index.Publish();
        ChangeSome(index, random);
        var texts = Texts(index);
        Assert.Equal(Reports, texts.Count);
        for (var number = 0; number < Queries; number++)
        {
            var query = QueryFrom([.. texts.Values], random);
            FindsWhatAScanFinds(index, texts, query);
        }
    }

    /// <summary>With other eyes: runs of Han characters, found without any of the program's own cutting.</summary>
    [Fact]
    public void Han_characters_of_the_sample_site_are_found_where_they_stand_in_a_row()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        using var index = TestIndex.Of(ContentOf.Copy(Repository.Path("content")));
        var runs = All(index)
            .ToDictionary(
                report => report.Slug,
                report => Han().Matches(Visible(report)).Select(run => run.Value).ToArray()
            );
        var all = runs.Values.SelectMany(own => own).ToArray();
        for (var number = 0; number < Queries; number++)
        {
            var run = all[random.Next(all.Length)];
            var at = random.Next(run.Length);
            var query = run.Substring(at, Math.Min(random.Next(1, 13), run.Length - at));
            if (random.Next(2) == 0)
                query = query.Remove(random.Next(query.Length), 1) + all[random.Next(all.Length)][0];
            var expected = runs.Where(report => report.Value.Any(own => own.Contains(query, StringComparison.Ordinal)))
                .Select(report => report.Key);
            Assert.True(expected.Order().SequenceEqual(Found(index, query).Order()), $"seed {Seed}, query {query}");
        }
    }

    /// <summary>Longer than two bytes count: its places are written otherwise than those of the others.</summary>
    [Fact]
    public void A_very_long_report_is_searched_to_its_end()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var content = ContentOf.Pillars();
        for (var number = 0; number < 4; number++)
            content.With($"政治机关/2021-01-0{1 + number}-r{number}.md", Text(number, random));
        content.With(
            "政治机关/2021-02-01-long.md",
            $"---\n标题: 长文\n网址: long\n---\n{string.Concat(Enumerable.Range(0, 700).Select(_ => Some(random, 120) + "\n\n"))}末尾一节党建书屋。\n"
        );
        using var index = TestIndex.Of(content);
        var texts = All(index).ToDictionary(report => report.Slug, CutText);
        Assert.InRange(texts["long"].Length, ushort.MaxValue + 1000, int.MaxValue);
        Assert.Equal(["long"], Found(index, "末尾一节党建书屋"));
        for (var number = 0; number < Queries / 10; number++)
        {
            var query = QueryFrom([texts["long"][(ushort.MaxValue - 500)..], texts[$"r{number % 4}"]], random);
            FindsWhatAScanFinds(index, texts, query);
        }
    }

    static void FindsWhatAScanFinds(TestIndex index, Dictionary<string, string> texts, string query)
    {
        var runs = SearchQuery.Parse(query).HighlightedRuns;
        if (runs.Count == 0)
            return;
        var expected = texts
            .Where(text =>
                runs.All(run => text.Value.Split('\n').Any(line => line.Contains(run, StringComparison.Ordinal)))
            )
            .Select(text => text.Key);
        Assert.True(expected.Order().SequenceEqual(Found(index, query).Order()), $"seed {Seed}, query {query}");
    }

    static IEnumerable<Report> All(TestIndex index) =>
        index.Ask(library => library.SitemapEntries(10_000)).Select(entry => index.Find(entry.Slug)!);

    static string Visible(Report report) =>
        string.Join(
            '\n',
            [
                report.Title,
                report.Summary,
                report.Text,
                .. report.Keywords,
                .. report.Attachments.Select(file => file.Title),
            ]
        );

    static ContentOf Content(Random random)
    {
        var content = ContentOf.Pillars();
        for (var number = 0; number < Reports; number++)
            content.With($"政治机关/2021-01-{1 + number % 28:00}-r{number}.md", Text(number, random));
        return content;
    }

    static string Text(int number, Random random) =>
        $"---\n标题: 标题{Some(random, 6).ReplaceLineEndings("")}\n网址: r{number}\n关键词: [词{Some(random, 3).ReplaceLineEndings("")}]\n摘要: 摘{Some(random, 8).ReplaceLineEndings("")}\n---\n{Some(random, 30)}\n\n## 节{Some(random, 4).ReplaceLineEndings("")}\n\n{Some(random, 200)}\n\n| 表 | {Some(random, 3).ReplaceLineEndings("")} |\n|---|---|\n| {Some(random, 3).ReplaceLineEndings("")} | 格 |\n";

    static string Some(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));

    /// <summary>Many editions of few reports each: parts pile up, reports vanish from them, piles are written anew.</summary>
    static void ChangeSome(TestIndex index, Random random)
    {
        for (var edition = 0; edition < 20; edition++)
        {
            for (var change = 0; change < 3; change++)
            {
                var number = random.Next(Reports);
                index.Content.With($"政治机关/2021-01-{1 + number % 28:00}-r{number}.md", Text(number, random));
            }
            index.Publish();
        }
    }

    /// <summary>The cut visible text of every report, run by run.</summary>
    static Dictionary<string, string> Texts(TestIndex index) =>
        Enumerable
            .Range(0, Reports)
            .Select(number => index.Find($"r{number}")!)
            .ToDictionary(report => report.Slug, report => CutText(report));

    static string CutText(Report report) => Tokenizer.Normalize(Visible(report));

    /// <summary>One to twelve characters, cut from a text, every other query changed in one.</summary>
    static string QueryFrom(string[] texts, Random random)
    {
        var text = texts[random.Next(texts.Length)].Replace("\u0001", "").Replace("\n", "");
        var at = random.Next(text.Length - 12);
        var query = text.Substring(at, random.Next(1, 13));
        return random.Next(2) == 0
            ? query
            : query.Remove(random.Next(query.Length), 1) + Letters[random.Next(Letters.Length)];
    }

    static List<string> Found(TestIndex index, string query)
    {
        var found = new List<string>();
        for (var page = 1; ; page++)
        {
            var hits = index.Ask(library => library.Search(SearchQuery.Parse(query), page)).Hits;
            found.AddRange(hits.Items.Select(hit => hit.Report.Slug));
            if (page >= hits.Last)
                return found;
        }
    }

    [GeneratedRegex(@"\p{Lo}+")]
    private static partial Regex Han();
}
