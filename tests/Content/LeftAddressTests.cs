using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>Who gets an address that its file gave up: the file in which its bytes lie now, before a copy that has waited.</summary>
public sealed class LeftAddressTests : IDisposable
{
    const string First = "政治机关/2021-08-31-甲.md";
    const string Second = "政治机关/2021-08-31-乙.md";

    /// <summary>The first in the order of names, and a copy of the first file.</summary>
    const string Copy = "政治机关/2021-08-30-副本.md";

    readonly TestIndex index = TestIndex.Of(
        ContentOf.Pillars().With(First, Report("a", "甲")).With(Second, Report("b", "乙"))
    );

    public LeftAddressTests()
    {
        index.Content.With(Copy, Report("a", "甲"));
        index.Publish();
    }

    static string Report(string slug, string title) => $"---\n网址: {slug}\n---\n# {title}\n\n{title}的正文。";

    IEnumerable<string?> Holders => new[] { "a", "b" }.Select(slug => index.Find(slug)?.Path);

    [Fact]
    public void A_copy_takes_none_when_files_exchange_their_names()
    {
        index.Content.Moved(First, "aside").Moved(Second, First).Moved("aside", Second);
        index.Publish();
        Assert.Equal([Second, First], Holders);
    }

    [Fact]
    public void A_copy_takes_none_when_a_file_moves()
    {
        index.Content.Moved(First, "综合/2021-08-31-甲.md");
        index.Publish();
        Assert.Equal(["综合/2021-08-31-甲.md", Second], Holders);
        Assert.DoesNotContain(index.Journal.Entries(), entry => entry.Event == JournalEvent.Removed);
    }

    [Fact]
    public void A_file_that_asks_for_a_taken_one_keeps_its_old_one_until_another_asks_for_that()
    {
        index.Content.With(Second, Report("a", "乙"));
        index.Publish();
        Assert.Equal([First, Second], Holders);
        index.Content.With("综合/2021-08-31-丙.md", Report("b", "丙"));
        index.Publish();
        Assert.Equal([First, "综合/2021-08-31-丙.md"], Holders);
        index.Content.Without(First).Without(Copy);
        index.Publish();
        Assert.Equal([Second, "综合/2021-08-31-丙.md"], Holders);
        Assert.Equal("乙", index.Find("a")!.Title);
    }

    [Theory]
    // Another file of the same name, or one that claims the address for itself; newer, as old, older than the report that left it.
    [InlineData("综合/2021-08-31-丁.md", "---\n网址: d\n旧网址: [a]\n---\n# 丁\n\n丁的正文。")]
    [InlineData("综合/a.md", "---\n网址: d\n发布日期: 2021-09-30\n---\n# 丁\n\n丁的正文。")]
    [InlineData("综合/2020-08-31-丁.md", "---\n网址: d\n旧网址: [a]\n---\n# 丁\n\n丁的正文。")]
    public void An_address_that_a_report_left_leads_to_it_whatever_another_says(string path, string text)
    {
        index.Content.Without(Copy).With(First, Report("new", "甲"));
        index.Publish();
        index.Content.With(path, text);
        index.Publish();
        Assert.NotNull(index.Find("d"));
        Assert.Equal("new", index.Ask(library => library.FindFormer("a"))?.CurrentSlug);
        // Where that report is gone, the other may speak for it.
        index.Content.Without(First);
        index.Publish();
        Assert.Equal("d", index.Ask(library => library.FindFormer("a"))?.CurrentSlug);
    }

    [Fact]
    public void Of_two_that_claim_one_old_address_the_elder_has_it()
    {
        const string claim = "旧网址: [lao]\n---\n# 丙\n\n丙的正文。";
        index.Content.With("综合/2021-08-31-c.md", "---\n网址: zz\n" + claim);
        index.Publish();
        index.Clock.Advance(TimeSpan.FromDays(3));
        index
            .Content.With("综合/2021-09-30-copy.md", "---\n网址: copy-1\n" + claim)
            .With("综合/2021-08-31-copy.md", "---\n网址: copy-2\n" + claim);
        index.Publish();
        Assert.Equal("zz", index.Ask(library => library.FindFormer("lao"))?.CurrentSlug);
    }

    public void Dispose() => index.Dispose();
}
