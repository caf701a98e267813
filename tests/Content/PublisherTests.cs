using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

public sealed class PublisherTests
{
    const string Path = "政治机关/2021-08-31-甲.md";

    [Fact]
    public void Nothing_new_makes_no_new_edition()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
        var again = index.Publish();
        Assert.Equal((1, 0, 0), (again.Edition, again.Read, again.Removed));
    }

    [Fact]
    public void Only_changed_files_are_read_again()
    {
        using var index = TestIndex.Of(ContentOf.Pillars().With(Path, "# 甲\n\n正文。").With("政治机关/2021-08-30-乙.md", "# 乙\n\n正文。"));
        index.Content.With(Path, "# 甲改了\n\n正文。");
        var publication = index.Publish();
        Assert.Equal((2, 1), (publication.Edition, publication.Read));
        Assert.Equal(["甲改了", "乙"], index.Titles());
    }

    [Fact]
    public void A_deleted_file_is_gone()
    {
        using var index = TestIndex.Of(ContentOf.Pillars().With(Path, "---\n网址: jia\n---\n# 甲\n\n正文。"));
        index.Content.Without(Path);
        Assert.Equal(1, index.Publish().Removed);
        Assert.Null(index.Find("jia"));
        Assert.Empty(index.Ask(library => library.Search(Index.SearchQueryTests.Query("甲"), 1)).Items);
    }

    [Fact]
    public void A_moved_file_keeps_its_address_and_changes_its_pillar()
    {
        using var index = TestIndex.Of(ContentOf.Pillars().With(Path, "# 甲\n\n正文。"));
        var slug = index.Ask(library => library.Latest(1))[0].Slug;
        index.Content.Moved(Path, "书香机关/2021/2021-08-31-甲.md");
        index.Publish();
        Assert.Equal("shuxiang", index.Find(slug)!.Pillars.Single().Pillar);
    }

    [Fact]
    public void A_bad_file_harms_only_itself()
    {
        using var index = new TestIndex(ContentOf.Pillars().With(Path, "# 甲\n\n正文。").With("政治机关/2021-08-30-乙.md", "---\n标题：乙\n---\n"));
        Assert.Equal("colon-full-width", Assert.Single(index.Publish().Problems).Code);
        Assert.Equal(["甲"], index.Titles());
    }

    [Fact]
    public void A_new_version_with_errors_leaves_the_last_good_one_standing()
    {
        using var index = TestIndex.Of(ContentOf.Pillars().With(Path, "# 甲\n\n正文。"));
        index.Content.With(Path, "---\ndate: 2021-02-30\n---\n# 坏\n\n正文。");
        Assert.Single(index.Publish().Problems);
        Assert.Equal(["甲"], index.Titles());
    }

    [Fact]
    public void A_problem_is_still_told_after_a_restart_and_goes_when_it_is_mended()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\nunit: 无\n---\n正文。"));
        Assert.Single(index.Publish().Problems);
        index.Content.With("政治机关/2021-08-31-试验.md", "# 好\n\n正文。");
        Assert.Empty(index.Publish().Problems);
    }

    [Fact]
    public void A_freed_address_goes_to_the_file_that_waited_for_it()
    {
        using var index = TestIndex.Of(ContentOf.Pillars().With(Path, "---\n网址: one\n---\n# 甲\n\n正文。").With("书香机关/2021-08-30-乙.md", "---\n网址: one\n---\n# 乙\n\n正文。"));
        Assert.Equal("乙", index.Find("one")!.Title);
        index.Content.Without("书香机关/2021-08-30-乙.md");
        Assert.Empty(index.Publish().Problems);
        Assert.Equal("甲", index.Find("one")!.Title);
    }

    [Fact]
    public void A_changed_register_reads_every_report_anew()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\nunit: 第三单位\n---\n# 甲\n\n正文。"));
        Assert.Empty(index.Titles());
        index.Content.With("site.yml", ContentOf.SiteYml + "\n  - slug: third\n    name: 第三单位\n");
        Assert.DoesNotContain(index.Publish().Problems, problem => problem.IsError);
        Assert.Equal(["甲"], index.Titles());
    }

    [Fact]
    public void Droppings_of_editors_and_the_guide_are_not_seen()
    {
        using var index = TestIndex.Of(ContentOf.Pillars()
            .With("README.md", "指南").With("政治机关/~$2021-08-31-甲.md", "x").With("政治机关/.2021-08-31-甲.md", "x")
            .With("政治机关/._2021-08-31-甲.md", "x").With(".git/2021-08-31-甲.md", "x").With("政治机关/2021-08-31-甲.md~", "x"));
        var publication = index.Publish();
        Assert.Equal((2, 0), (publication.Files, publication.Problems.Count));
    }
}
