using WorkReports.Index.Search.Query;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Search;

/// <summary>What may be asked for is bounded by what is counted, and a search that nobody waits for ends.</summary>
public sealed class SearchBudgetTests(SearchBudgetTests.Hostile hostile) : IClassFixture<SearchBudgetTests.Hostile>
{
    /// <summary>The worst that a search takes of this index: less than the arrays for its parts and the page of answers.</summary>
    const long Bytes = 24_000_000;

    /// <summary>Titles that go along with letters which are syllables in many ways, and with every word of one character.</summary>
    public sealed class Hostile : IDisposable
    {
        public const int Reports = 300;

        public Hostile()
            : this(Reports) { }

        Hostile(int reports)
        {
            var content = ContentOf.Pillars();
            for (var number = 0; number < reports; number++)
                content.With(
                    $"政治机关/2021-{1 + number % 12:00}-{1 + number % 28:00}-r{number}.md",
                    $"---\n标题: {Repeat("先西安", 20)}的{number}\n网址: r{number}\n关键词: [{Repeat("西安", 20)}]\n---\n{Repeat("的", 200)}{Repeat("一二三四五六七八九十", 20)}。\n\n{Repeat("天地玄黄", 40)}。\n"
                );
            Index = TestIndex.Of(content);
        }

        public static Hostile Of(int reports) => new(reports);

        public TestIndex Index { get; }

        /// <summary>Bytes that a search takes, with its suggestions and what may have been meant.</summary>
        public long Allocated(string query)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Index.Ask(library =>
            {
                var asked = SearchQuery.Parse(query);
                var found = library.Search(asked, 1).Hits.Total;
                library.Suggest(asked, 8);
                library.DidYouMean(asked);
                return found;
            });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        public void Dispose() => Index.Dispose();
    }

    static readonly string[] Queries =
    [
        Repeat("xian", 50),
        Repeat("xi", 100),
        Repeat("a", 200),
        Repeat("xian ", 40),
        string.Join(
            ' ',
            Enumerable.Range(0, 66).Select(number => $"{(char)('a' + number / 26)}{(char)('a' + number % 26)}")
        ),
        Repeat("的", 200),
        Repeat("的 ", 100),
        string.Join(' ', "一二三四五六七八九十天地玄黄先西安的".Select(letter => letter.ToString())),
        Repeat("一二三四五六七八九十", 20),
        Repeat("一二三四五六七八九十", 19) + "错",
        Repeat("先西按", 4),
        Repeat("先西按 ", 50),
        Repeat("单位:第 ", 40),
        Repeat("机关:政 ", 40),
        Repeat("年份:1000-9999 ", 20),
        Repeat("-的 ", 60),
        Repeat("\"", 200),
        Repeat("“的", 100),
        Repeat("𩽾", 100),
    ];

    public static TheoryData<string> Worst => [.. Queries];

    [Theory]
    [MemberData(nameof(Worst))]
    public void The_worst_that_can_be_asked_for_takes_little(string query)
    {
        hostile.Index.Ask(library => library.Search(SearchQuery.Parse("的"), 1));
        Assert.InRange(hostile.Allocated(query), 0, Bytes);
    }

    /// <summary>What a search takes grows with the reports that there are, and no faster.</summary>
    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void In_four_times_as_many_reports_it_takes_hardly_more_than_four_times_as_much()
    {
        const double ExponentLimit = 1.3;
        using var larger = Hostile.Of(4 * Hostile.Reports);
        var faults = new List<string>();
        foreach (var query in Queries)
        {
            var (less, more) = (Second(hostile, query), Second(larger, query));
            var exponent = Math.Log((double)more / less) / Math.Log(4);
            if (exponent > ExponentLimit)
                faults.Add($"{query}: {less} and {more} bytes, exponent {exponent:0.00}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        // Pools grow once: what the first search adds to them is not the second one's.
        static long Second(Hostile index, string query)
        {
            index.Allocated(query);
            return index.Allocated(query);
        }
    }

    [Fact]
    public void Words_beyond_the_limit_are_not_looked_for()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(number => $"{(char)(0x4E00 + number)}"));
        var query = SearchQuery.Parse(words);
        Assert.Equal((SearchQuery.WordLimit, true), (query.Words.Count, query.HasTooManyWords));
        Assert.False(SearchQuery.Parse("党建 工作").HasTooManyWords);
        Assert.True(SearchQuery.Parse(Repeat("单位:第 ", 39)).HasTooManyWords);
    }

    [Theory]
    [InlineData(214_748_366)]
    [InlineData(2_000_000_000)]
    [InlineData(int.MaxValue)]
    [InlineData(16)]
    public void A_page_far_beyond_the_last_has_nothing(int page) =>
        Assert.Empty(hostile.Index.Ask(library => library.Search(SearchQuery.Parse("的"), page)).Hits.Items);

    [Fact]
    public void The_last_page_has_the_rest() =>
        Assert.Equal(20, hostile.Index.Ask(library => library.Search(SearchQuery.Parse("的"), 15)).Hits.Items.Count);

    [Fact]
    public void A_search_ends_when_nobody_waits_for_it()
    {
        var left = new CancellationToken(canceled: true);
        hostile.Index.Ask(library =>
        {
            var query = SearchQuery.Parse("的");
            Assert.Throws<OperationCanceledException>(() => library.Search(query, 1, cancellation: left));
            Assert.Throws<OperationCanceledException>(() => library.Suggest(query, 8, left));
            Assert.Throws<OperationCanceledException>(() => library.DidYouMean(SearchQuery.Parse("先西按"), left));
            return Hostile.Reports == library.Search(query, 1).Hits.Total;
        });
    }

    [Fact]
    public void Long_words_and_many_words_are_not_put_right_and_short_ones_are()
    {
        Assert.Equal("先西安", Meant("先西按"));
        Assert.Null(Meant(Repeat("先西安", 4) + "按"));
        Assert.Null(Meant("先西按 西按先 按先西 安西按"));
    }

    string? Meant(string query) => hostile.Index.Ask(library => library.DidYouMean(SearchQuery.Parse(query)));

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
