using WorkReports.Index.Search.Query;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Search;

/// <summary>What is found follows what is published, edition by edition and moment by moment.</summary>
public sealed class SearchVisibilityTests
{
    static IReadOnlyList<string> Found(TestIndex index, string query, Refinements? choices = null) =>
        index.Ask(library =>
            library.Search(SearchQuery.Parse(query), 1, choices).Hits.Items.Select(hit => hit.Report.Slug).ToList()
        );

    static string Text(string slug, string body, string more = "") => $"---\n标题: 甲\n网址: {slug}\n{more}---\n{body}";

    [Fact]
    public void A_report_appears_and_expires_at_its_moment()
    {
        using var index = TestIndex.Of(
            ContentOf.Report(Text("a", "清单。", "发布日期: 2026-11-24 13:00\n下线日期: 2026-11-24 14:00\n"))
        );
        Assert.Empty(Found(index, "清单"));
        index.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["a"], Found(index, "清单"));
        index.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(Found(index, "清单"));
    }

    [Theory]
    [InlineData("草稿: 是\n")]
    [InlineData("撤稿: 有误\n")]
    public void A_draft_or_withdrawn_report_is_never_found(string line)
    {
        using var index = TestIndex.Of(ContentOf.Report(Text("a", "清单。")));
        Assert.Equal(["a"], Found(index, "清单"));
        index.Content.With("政治机关/2021-08-31-试验.md", Text("a", "清单。", line));
        index.Publish();
        Assert.Empty(Found(index, "清单"));
    }

    [Fact]
    public void A_changed_report_is_found_by_its_new_words_alone()
    {
        using var index = TestIndex.Of(ContentOf.Report(Text("a", "旧词。")));
        index.Content.With("政治机关/2021-08-31-试验.md", Text("a", "新词。"));
        index.Publish();
        Assert.Equal([], Found(index, "旧词"));
        Assert.Equal(["a"], Found(index, "新词"));
    }

    [Fact]
    public void Reports_that_exchange_their_addresses_are_found_at_the_new_ones()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/2021-01-01-一.md", Text("a", "东风。"))
                .With("政治机关/2021-01-02-二.md", Text("b", "西风。"))
        );
        index
            .Content.With("政治机关/2021-01-01-一.md", Text("b", "东风。"))
            .With("政治机关/2021-01-02-二.md", Text("a", "西风。"));
        index.Publish();
        Assert.Equal(["b"], Found(index, "东风"));
        Assert.Equal(["a"], Found(index, "西风"));
    }

    [Fact]
    public void An_index_made_anew_is_not_asked_with_what_memory_holds_of_the_last()
    {
        using var index = TestIndex.Of(ContentOf.Report(Text("a", "旧词。")));
        Assert.Equal(["a"], Found(index, "旧词"));
        index.Database.Rebuild();
        index.Content.With("政治机关/2021-08-31-试验.md", Text("b", "这里另有新词。"));
        index.Publish();
        Assert.Equal([], Found(index, "旧词"));
        Assert.Equal(["b"], Found(index, "新词"));
    }

    [Fact]
    public void What_is_published_while_a_reader_turns_pages_moves_nothing()
    {
        using var index = TestIndex.Of(ContentOf.Report(Text("a", "清单。"), "政治机关/2021-01-01-a.md"));
        var at = index.Ask(library => library.Search(SearchQuery.Parse("清单"), 1)).AsOf;
        index.Content.With("政治机关/2026-11-24-b.md", Text("b", "清单清单。", "发布日期: 2026-11-24 12:30\n"));
        index.Publish();
        index.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["b", "a"], Found(index, "清单"));
        Assert.Equal(["a"], Found(index, "清单", new Refinements { AsOf = at }));
    }
}
