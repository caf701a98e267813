using WorkReports.Index.Search;
using WorkReports.Index.Search.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Search.Text;

/// <summary>Letters find what a plain matcher finds that tries every way to part them, at a cost that grows with their number alone.</summary>
public sealed class PinyinPatternTests
{
    /// <summary>Characters whose syllables begin and end alike, some with several readings, and what is not read at all.</summary>
    const string Characters = "先西安线洗县方反干港按昂岸港党建间工作重庆行银长乐单解曾a7，𩽾";

    /// <summary>Letters of these syllables, so that chance parts them in several ways.</summary>
    static readonly string[] Pieces =
    [
        "xi",
        "an",
        "xian",
        "fang",
        "fan",
        "gan",
        "ang",
        "a",
        "n",
        "g",
        "j",
        "dang",
        "zh",
        "chong",
        "x",
        "e",
    ];

    static readonly Dictionary<string, string> Table = ReadTable();

    [Fact]
    public void It_finds_what_trying_every_way_finds()
    {
        var random = new Random(Lane.Seed);
        var found = 0;
        for (var turn = 0; turn < Lane.Count(sample: 20_000, deep: 400_000); turn++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 60)).Select(_ => Characters[random.Next(Characters.Length)])
            );
            var input = string.Concat(
                Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)])
            );
            if (input.Length < 2)
                continue;
            var isPrefix = random.Next(2) == 0;
            var expected = Plain(text, input, isPrefix);
            Assert.True(
                expected.SequenceEqual(new PinyinPattern(input, isPrefix).Find(text)),
                $"seed {Lane.Seed}: {input} (prefix: {isPrefix}) in {text}"
            );
            found += expected.Count;
        }
        Assert.True(found > 1000);
    }

    [Theory]
    [InlineData("xian", "先西安", "0-1 1-3")]
    [InlineData("xian", "洗安", "0-2")]
    [InlineData("fangan", "方案反感", "0-2 2-4")]
    [InlineData("dj", "党建党", "0-2")]
    [InlineData("zhongqing", "重庆", "0-2")]
    [InlineData("chongqing", "重庆", "0-2")]
    [InlineData("dangj", "党建", "")]
    [InlineData("anan", "𩽾𩽾", "")]
    public void It_finds(string input, string text, string places) =>
        Assert.Equal(places, Told(new PinyinPattern(input).Find(text)));

    [Theory]
    [InlineData("dangj", "党建", "0-2")]
    [InlineData("da", "党建大", "0-1 2-3")]
    [InlineData("dangjianx", "党建", "")]
    public void While_it_is_typed_the_last_syllable_may_be_only_begun(string input, string text, string places) =>
        Assert.Equal(places, Told(new PinyinPattern(input, isPrefix: true).Find(text)));

    /// <summary>Letters that are syllables in exponentially many ways, over texts that go along with all of them.</summary>
    [Theory]
    [InlineData("xian", "先西安")]
    [InlineData("xi", "西")]
    [InlineData("a", "安阿")]
    [InlineData("fangan", "方案反感")]
    [InlineData("zhangan", "张安占干")]
    public void What_it_costs_grows_with_the_text_and_with_the_letters_and_no_faster(string letters, string characters)
    {
        var (small, wide, long_) = (Cost(25, 1000), Cost(25, 4000), Cost(50, 1000));
        Assert.InRange(wide, small, 4.4 * small);
        Assert.InRange(long_, small, 2.4 * small);

        long Cost(int times, int length)
        {
            var pattern = new PinyinPattern(string.Concat(Enumerable.Repeat(letters, times)), isPrefix: true);
            pattern.Find(string.Concat(Enumerable.Repeat(characters, length)));
            return pattern.Comparisons;
        }
    }

    [Fact]
    public void Fifty_times_xian_in_a_thousand_titles_is_a_matter_of_milliseconds()
    {
        var pattern = new PinyinPattern(string.Concat(Enumerable.Repeat("xian", 50)), isPrefix: true);
        pattern.Find(string.Concat(Enumerable.Repeat("先西安线\n", 8000)));
        // Each character has two syllables at most here, each syllable fifty places: some nanoseconds each.
        Assert.InRange(pattern.Comparisons, 1, 40_000 * 200);
    }

    static string Told(List<(int From, int To)> places) =>
        string.Join(' ', places.Select(place => $"{place.From}-{place.To}"));

    static List<(int From, int To)> Plain(string text, string input, bool isPrefix)
    {
        var found = new List<(int From, int To)>();
        for (var from = 0; from < text.Length; from++)
        {
            var to = Math.Max(BySyllables(text, from, input, isPrefix), ByInitials(text, from, input));
            if (to > 0)
                found.Add((from, to));
        }
        return found;
    }

    /// <summary>Where the longest match from here ends; 0 without one.</summary>
    static int BySyllables(string text, int at, string rest, bool isPrefix)
    {
        if (rest.Length == 0)
            return at;
        if (at == text.Length)
            return 0;
        var longest = 0;
        foreach (var (syllable, characters) in Table)
        {
            if (!characters.Contains(text[at]))
                continue;
            if (rest.StartsWith(syllable, StringComparison.Ordinal))
                longest = Math.Max(longest, BySyllables(text, at + 1, rest[syllable.Length..], isPrefix));
            if (isPrefix && syllable.StartsWith(rest, StringComparison.Ordinal))
                longest = Math.Max(longest, at + 1);
        }
        return longest;
    }

    static int ByInitials(string text, int from, string input) =>
        from + input.Length <= text.Length
        && input
            .Select((letter, at) => Table.Any(row => row.Key[0] == letter && row.Value.Contains(text[from + at])))
            .All(fits => fits)
            ? from + input.Length
            : 0;

    /// <summary>The rows that the characters of the test stand in; halves of characters are read as nothing.</summary>
    static Dictionary<string, string> ReadTable()
    {
        using var stream = typeof(SearchIndex).Assembly.GetManifestResourceStream("Pinyin.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n')
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(' '))
            .Select(line =>
                (
                    line[0],
                    string.Concat(line[1].Where(letter => Characters.Contains(letter) && !char.IsSurrogate(letter)))
                )
            )
            .Where(row => row.Item2.Length > 0)
            .ToDictionary(row => row.Item1, row => row.Item2);
    }
}
