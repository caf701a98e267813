using WorkReports.Index.Search.Query;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Search.Query;

public sealed class SearchQueryTests
{
    public static SearchQuery Query(string text) => SearchQuery.Parse(text);

    static IReadOnlyList<string> Found(TestIndex index, string query) =>
        index.Ask(library => library.Search(Query(query), 1).Hits.Items.Select(hit => hit.Report.Title).ToList());

    static TestIndex Three() =>
        TestIndex.Of(
            ContentOf
                .Pillars()
                .With(
                    "政治机关/2021-08-31-a.md",
                    "# 党建工作\n\n机关书屋每月上新，好书人人荐。使用IPv6网络，ＡＢＣ计划第12项。𬭎字也在。"
                )
                .With("政治机关/2021-08-30-b.md", "# 书屋开放\n\n机关。书屋。\n\n> 引用机\n\n关于阅读。")
                .With("政治机关/2021-08-29-c.md", "# 别的事\n\n| 甲乙 | 丙丁 |\n|---|---|\n| 机关 | 书屋 |\n")
        );

    [Theory]
    [InlineData("机关书屋", "党建工作")]
    [InlineData("书屋每月", "党建工作")]
    [InlineData("𬭎", "党建工作")]
    [InlineData("关书", "党建工作")]
    [InlineData("ipv6", "党建工作")]
    [InlineData("abc", "党建工作")]
    [InlineData("ＩＰＶ６网络", "党建工作")]
    [InlineData("丙", "别的事")]
    [InlineData("书屋 机关 阅读", "书屋开放")]
    public void Finds_what_stands_in_the_text(string query, string title)
    {
        using var index = Three();
        Assert.Equal([title], Found(index, query));
    }

    [Theory]
    [InlineData("新好")]
    [InlineData("机关于")]
    [InlineData("乙丙")]
    [InlineData("没有的词")]
    [InlineData("1")]
    public void Finds_nothing_across_a_mark_a_block_or_a_word(string query)
    {
        using var index = Three();
        Assert.Empty(Found(index, query == "1" ? "2项目" : query));
    }

    [Fact]
    public void Titles_come_first_then_the_newest()
    {
        using var index = Three();
        Assert.Equal(["书屋开放", "党建工作", "别的事"], Found(index, "书屋"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("title:x OR (")]
    [InlineData("NEAR(a b, 2)")]
    [InlineData("a\" OR \"b")]
    [InlineData("^党建")]
    [InlineData("-党建 {}")]
    [InlineData("\0\uE000\uD800")]
    [InlineData("' ; drop table reports; --")]
    [InlineData("，。！")]
    public void No_query_is_an_error(string query)
    {
        using var index = Three();
        Assert.NotNull(Found(index, query));
    }

    [Fact]
    public void An_excerpt_shows_the_words_marked()
    {
        using var index = Three();
        var hit = index.Ask(library => library.Search(Query("每月 ipv6"), 1)).Hits.Items.Single();
        Assert.Equal(
            ["每月", "IPv6"],
            hit.Excerpts.Single().Pieces.Where(piece => piece.IsMatch).Select(piece => piece.Text)
        );
        Assert.StartsWith(
            "机关书屋每月上新，好书人人荐。使用IPv6网络",
            string.Concat(hit.Excerpts.Single().Pieces.Select(piece => piece.Text))
        );
    }

    [Fact]
    public void A_long_text_is_excerpted_around_the_first_hit()
    {
        using var index = TestIndex.Of(
            ContentOf.Report(
                $"# 长文\n\n{string.Concat(Enumerable.Repeat("一二三四五，", 200))}要找的词。{string.Concat(Enumerable.Repeat("六七八九十，", 200))}"
            )
        );
        var pieces = index
            .Ask(library => library.Search(Query("要找的词"), 1))
            .Hits.Items.Single()
            .Excerpts.Single()
            .Pieces;
        Assert.Equal(("……", "……"), (pieces[0].Text, pieces[^1].Text));
        Assert.Equal("要找的词", Assert.Single(pieces, piece => piece.IsMatch).Text);
        Assert.InRange(pieces.Sum(piece => piece.Text.Length), 100, 130);
    }
}
