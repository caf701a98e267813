using WorkReports.Content;
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
        using var index = TestIndex.Of(
            ContentOf.Pillars().With(Path, "# 甲\n\n正文。").With("政治机关/2021-08-30-乙.md", "# 乙\n\n正文。")
        );
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
        Assert.Empty(
            index
                .Ask(library => library.Search(WorkReports.Tests.Index.Search.Query.SearchQueryTests.Query("甲"), 1))
                .Hits.Items
        );
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
        using var index = new TestIndex(
            ContentOf.Pillars().With(Path, "# 甲\n\n正文。").With("政治机关/2021-08-30-乙.md", "---\n标题：乙\n---\n")
        );
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
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With(Path, "---\n网址: one\n---\n# 甲\n\n正文。")
                .With("书香机关/2021-08-30-乙.md", "---\n网址: one\n---\n# 乙\n\n正文。")
        );
        Assert.Equal("乙", index.Find("one")!.Title);
        index.Content.Without("书香机关/2021-08-30-乙.md");
        Assert.Empty(index.Publish().Problems);
        Assert.Equal("甲", index.Find("one")!.Title);
    }

    [Fact]
    public void A_moved_file_whose_new_place_was_looked_at_first_has_its_address_once_the_old_one_was()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。", "政治机关/2021-08-31-jia.md"));
        index.Content.Moved("政治机关/2021-08-31-jia.md", "书香机关/2021/2021-08-31-jia.md");
        index.Publish("书香机关/2021");
        Assert.DoesNotContain(index.Publish("政治机关/2021-08-31-jia.md").Problems, problem => problem.IsError);
        Assert.Equal("书香机关/2021/2021-08-31-jia.md", index.Find("2021-08-31-jia")!.Path);
    }

    [Fact]
    public void An_address_that_its_holder_had_left_before_it_was_looked_at_goes_to_the_file_that_waited_for_it()
    {
        const string Waiting = "书香机关/2021-08-30-乙.md";
        using var index = TestIndex.Of(ContentOf.Pillars().With(Path, "---\n网址: one\n---\n# 甲\n\n正文。"));
        index
            .Content.With(Path, "---\n网址: another\n---\n# 甲\n\n正文。")
            .With(Waiting, "---\n网址: one\n---\n# 乙\n\n正文。");
        index.Publish(Waiting);
        Assert.Equal("甲", index.Find("one")!.Title);
        Assert.DoesNotContain(index.Publish(Path).Problems, problem => problem.IsError);
        Assert.Equal(("甲", "乙"), (index.Find("another")!.Title, index.Find("one")!.Title));
    }

    [Fact]
    public void Waiting_for_an_address_makes_no_new_edition()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With(Path, "---\n网址: one\n---\n# 甲")
                .With("书香机关/2021-08-30-乙.md", "---\n网址: one\n---\n# 乙")
        );
        var again = index.Publish();
        Assert.Equal(
            (1, 0, "address-taken"),
            (again.Edition, again.Read, Assert.Single(again.Problems, problem => problem.IsError).Code)
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void Of_a_thousand_files_and_more_that_want_one_address_the_first_has_it()
    {
        const int Files = 1_300;
        var content = ContentOf.Pillars();
        foreach (var file in Enumerable.Range(1, Files))
            content.With($"政治机关/2021-08-31-r{file:0000}.md", $"---\n网址: a\n---\n第{file}篇。");
        using var index = new TestIndex(content);
        Assert.Equal(Files - 1, index.Publish().Problems.Count(problem => problem.Code == "address-taken"));
        Assert.Equal("政治机关/2021-08-31-r0001.md", index.Find("a")!.Path);
    }

    [Fact]
    public void An_address_passes_on_within_one_scan()
    {
        const string First = "政治机关/2021-08-30-先.md";
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With(First, "---\n网址: a\n---\n# 先\n\n正文。")
                .With(Path, "---\n网址: b\n---\n# 后\n\n正文。")
        );
        index.Content.With(First, "---\n网址: b\n---\n# 先\n\n正文。").With(Path, "---\n网址: c\n---\n# 后\n\n正文。");
        Assert.Empty(index.Publish().Problems);
        Assert.Equal((null, "先", "后"), (index.Find("a")?.Title, index.Find("b")!.Title, index.Find("c")!.Title));
    }

    [Fact]
    public void Files_may_exchange_their_addresses()
    {
        string[] names = ["甲", "乙", "丙"];
        var content = ContentOf.Pillars();
        void Name(params string[] slugs)
        {
            foreach (var (name, slug) in names.Zip(slugs))
                content.With($"政治机关/2021-08-31-{name}.md", $"---\n网址: {slug}\n---\n# {name}\n\n正文。");
        }

        Name("a", "b", "c");
        using var index = TestIndex.Of(content);
        Name("b", "c", "a");
        Assert.Empty(index.Publish().Problems);
        Assert.Equal(["丙", "甲", "乙"], new[] { "a", "b", "c" }.Select(slug => index.Find(slug)!.Title));
    }

    [Theory]
    [InlineData("![图](图.png)")]
    [InlineData("[图](图.png)")]
    [InlineData("<img src=\"图.png\">")]
    public void A_picture_that_comes_later_is_shown_then(string body)
    {
        using var index = TestIndex.Of(ContentOf.Report($"# 甲\n\n{body}"));
        Assert.False(index.Ask(library => library.IsPublicFile("政治机关/图.png")));
        index.Content.With("政治机关/图.png", [1]);
        var publication = index.Publish();
        Assert.Equal((2, 1), (publication.Edition, publication.Read));
        Assert.DoesNotContain(publication.Problems, problem => problem.Code == "link-missing");
        Assert.True(index.Ask(library => library.IsPublicFile("政治机关/图.png")));
        Assert.Equal(2, index.Publish().Edition);
    }

    [Fact]
    public void An_attachment_that_comes_later_lets_its_report_out_and_keeps_its_size_up_to_date()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n网址: a\n附件: 表.csv\n---\n正文。"));
        Assert.Null(index.Find("a"));
        index.Content.With("政治机关/表.csv", "12345");
        Assert.Empty(index.Publish().Problems);
        Assert.Equal(5, Assert.Single(index.Find("a")!.Attachments).Size);
        index.Content.With("政治机关/表.csv", "1234567");
        index.Publish();
        Assert.Equal(7, Assert.Single(index.Find("a")!.Attachments).Size);
    }

    [Fact]
    public void A_link_follows_a_report_to_its_new_address()
    {
        const string Other = "书香机关/2021-01-01-乙.md";
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With(Path, "---\n网址: a\n---\n[乙](../" + Other + ")")
                .With(Other, "---\n网址: old\n---\n乙。")
        );
        Assert.Contains("/reports/old", index.Find("a")!.Html);
        index.Content.With(Other, "---\n网址: new\n---\n乙。");
        index.Publish();
        Assert.Contains("/reports/new", index.Find("a")!.Html);
    }

    [Theory]
    [InlineData("---\ntitle: 新名\nslug: 政治\n---\n")]
    [InlineData("---\ntitle：新名\n---\n")]
    public void A_pillar_with_errors_leaves_the_last_one_standing(string text)
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
        index.Content.With("政治机关/_index.md", text);
        Assert.Equal("政治机关/_index.md", Assert.Single(index.Publish().Problems, problem => problem.IsError).File);
        Assert.Equal(
            ("zhengzhi", "政治机关"),
            index.Ask(library => (library.Pillars()[0].Slug, library.Pillars()[0].Title))
        );
        Assert.Equal("甲", Assert.Single(index.Ask(library => library.OfPillar("zhengzhi", 1)).Items).Title);
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
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("README.md", "指南")
                .With("政治机关/~$2021-08-31-甲.md", "x")
                .With("政治机关/.2021-08-31-甲.md", "x")
                .With("政治机关/._2021-08-31-甲.md", "x")
                .With(".git/2021-08-31-甲.md", "x")
                .With("政治机关/2021-08-31-甲.md~", "x")
        );
        var publication = index.Publish();
        Assert.Equal((0, 0), (publication.Files, publication.Problems.Count));
    }

    [Fact]
    public void A_look_at_one_file_reads_that_file_alone()
    {
        using var index = TestIndex.Of(
            ContentOf.Pillars().With(Path, "# 甲\n\n正文。").With("政治机关/2021-08-30-乙.md", "# 乙\n\n正文。")
        );
        index.Content.With(Path, "# 甲改了\n\n正文。").With("政治机关/2021-08-30-乙.md", "# 乙改了\n\n正文。");
        Assert.Equal(1, index.Publish(Path).Read);
        Assert.Equal(["甲改了", "乙"], index.Titles());
    }

    [Fact]
    public void A_look_at_a_folder_sees_what_came_and_went_in_it()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/2021/2021-08-31-甲.md", "甲甲。")
                .With("政治机关/20/2021-08-30-乙.md", "乙乙。")
        );
        index
            .Content.Without("政治机关/2021/2021-08-31-甲.md")
            .With("政治机关/2021/深/2021-08-29-丙.md", "丙丙。")
            .With("政治机关/20/2021-08-28-丁.md", "丁丁。");
        var publication = index.Publish("政治机关/2021");
        Assert.Equal((1, 1, 2), (publication.Read, publication.Removed, publication.Files));
        Assert.Equal(["乙", "丙"], index.Titles());
    }

    [Fact]
    public void A_look_at_a_file_reads_what_leans_on_it()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n![图](图/一.png)"));
        index.Content.With("政治机关/图/一.png", [1]);
        Assert.Equal(1, index.Publish("政治机关/图/一.png").Read);
        Assert.True(index.Ask(library => library.IsPublicFile("政治机关/图/一.png")));
        Directory.Delete(System.IO.Path.Combine(index.Content.Folder, "政治机关/图"), recursive: true);
        Assert.Equal(1, index.Publish("政治机关/图").Read);
        Assert.False(index.Ask(library => library.IsPublicFile("政治机关/图/一.png")));
    }

    [Fact]
    public void A_look_at_the_register_reads_every_report_that_hangs_on_it()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\nunit: 第三单位\n---\n# 甲\n\n正文。"));
        index.Content.With("site.yml", ContentOf.SiteYml + "\n  - slug: third\n    name: 第三单位\n");
        Assert.Equal(1, index.Publish("site.yml").Read);
        Assert.Equal(["甲"], index.Titles());
    }

    [Fact]
    public void What_only_pages_show_of_the_register_costs_no_reading()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
        index.Content.With(
            "site.yml",
            ContentOf.SiteYml.Replace("苏ICP备00000001号", "苏ICP备00000009号").Replace("试验站", "新站名")
        );
        var publication = index.Publish("site.yml");
        Assert.Equal((2, 0), (publication.Edition, publication.Read));
        Assert.Equal(
            ("新站名", "苏ICP备00000009号"),
            index.Ask(library => (library.Site().Name, library.Site().DefaultUnit!.Icp))
        );
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_keeps_its_last_version()
    {
        using var index = TestIndex.Of(
            ContentOf.Pillars().With(Path, "# 甲\n\n正文。").With("政治机关/2021-08-30-乙.md", "# 乙\n\n正文。")
        );
        index.Content.With("政治机关/2021-08-30-乙.md", "# 乙改了\n\n正文。");
        using var written = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                for (var line = 0; !written.IsCancellationRequested; line++)
                    index.Content.With(Path, "# 甲改了\n\n" + new string('字', line % 1000 + 1));
            },
            TestContext.Current.CancellationToken
        );
        Publication publication;
        do publication = index.Publish();
        while (publication.StillBeingWritten.Count == 0);
        Assert.Equal([Path], publication.StillBeingWritten);
        Assert.Equal(["甲", "乙改了"], index.Titles());
        await written.CancelAsync();
        await writing;
        index.Publish();
        Assert.Equal(["甲改了", "乙改了"], index.Titles());
    }

    [Fact]
    public async Task A_file_on_its_way_to_another_name_is_not_gone()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。", Path));
        index.Content.Moved(Path, "政治机关/甲.tmp");
        var looking = Task.Run(() => index.Publish(), TestContext.Current.CancellationToken);
        await Task.Delay(40, TestContext.Current.CancellationToken);
        index.Content.Moved("政治机关/甲.tmp", Path);
        var publication = await looking;
        Assert.Equal((1, 0), (publication.Edition, publication.Removed));
    }
}
