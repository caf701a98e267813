using Microsoft.Data.Sqlite;
using WorkReports.Content;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>What stands in the record is shown, whatever has become of the folder, the index or the program.</summary>
public sealed class EditionFromRecordTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const string Sound = "---\n网址: annual\n---\n# 甲\n\n正文。";
    const string Broken = "---\n网址： annual\n发布日期: 明天\n---\n# 甲\n\n另一个正文。";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report(Sound));

    IEnumerable<JournalEvent> Events =>
        index.Journal.Entries().Where(entry => entry.Slug.Length > 0).Select(entry => entry.Event);

    /// <summary>As if index.db had been deleted while the program was away.</summary>
    void LoseIndex()
    {
        index.Database.Rebuild();
        index.Publish();
    }

    [Fact]
    public void A_report_that_cannot_be_read_any_more_stands_after_the_index_was_lost()
    {
        var before = index.Find("annual");
        index.Content.With(Path, Broken);
        index.Publish();
        LoseIndex();
        Assert.Equal(before!.Html, index.Find("annual")?.Html);
        Assert.Equal([JournalEvent.Published], Events);
        Assert.Contains(index.Publish().Problems, problem => problem.File == Path && problem.IsError);
    }

    [Fact]
    public void A_copy_never_takes_the_address_of_what_was_published_there()
    {
        // The copy is the first in the order of names.
        const string copy = "政治机关/2021-08-31-副本.md";
        index.Content.With(copy, Sound.Replace("正文", "副本", StringComparison.Ordinal));
        index.Publish();
        LoseIndex();
        Assert.Contains("正文", index.Find("annual")!.Text, StringComparison.Ordinal);
        Assert.Equal([JournalEvent.Published], Events);
        Assert.Equal("address-taken", Assert.Single(index.Publish().Problems, problem => problem.File == copy).Code);
    }

    [Fact]
    public void What_was_published_while_the_journal_could_not_be_written_is_kept_with_its_text_after_a_kill()
    {
        JournalForgery.Run(
            index.Settings.JournalFile,
            "create trigger full before insert on entries begin select raise(abort, 'full'); end"
        );
        index.Content.With(Path, Sound.Replace("正文", "第二版", StringComparison.Ordinal));
        index.Publish();
        Assert.Contains("第二版", index.Find("annual")!.Text, StringComparison.Ordinal);
        JournalForgery.Run(index.Settings.JournalFile, "drop trigger full");
        index.Restart();
        index.Publish();
        index.CatchUp();
        index.Content.With(Path, Broken);
        index.Publish();
        LoseIndex();
        Assert.Contains("第二版", index.Find("annual")!.Text, StringComparison.Ordinal);
        Assert.Equal([JournalEvent.Published, JournalEvent.Changed], Events);
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    [Theory]
    [InlineData("site.yml")]
    [InlineData("政治机关/_index.md")]
    public void A_file_of_the_site_that_cannot_be_read_any_more_stands_after_the_index_was_lost(string file)
    {
        var name = index.Ask(library => library.Site().Name);
        index.Content.With(file, "---\n错项: [\n---\n");
        index.Publish();
        LoseIndex();
        Assert.Equal(name, index.Ask(library => library.Site().Name));
        Assert.Equal(
            "政治机关的介绍。",
            index.Ask(library => library.Pillars().Single(pillar => pillar.Slug == "zhengzhi").Text)
        );
        Assert.NotNull(index.Find("annual"));
        Assert.Equal([JournalEvent.Published], Events);
    }

    [Fact]
    public void A_file_renamed_while_the_index_was_lost_leads_on()
    {
        index.Content.Without(Path);
        index.Content.With(
            "书香机关/2021-08-31-another.md",
            Sound.Replace("网址: annual\n", "", StringComparison.Ordinal)
        );
        LoseIndex();
        var former = index.Ask(library => library.FindFormer("annual"));
        Assert.Equal("2021-08-31-another", former?.CurrentSlug);
        Assert.Equal([JournalEvent.Published, JournalEvent.Moved, JournalEvent.Published], Events);
    }

    [Fact]
    public void A_lost_index_is_rendered_as_it_was_from_the_record_alone()
    {
        index
            .Content.With(
                "综合/2021-01-01-总.md",
                "---\n网址: all\n---\n# 总\n\n## 一、政治机关\n\n[甲](../政治机关/2021-08-31-试验.md#x)\n\n![](图.png)"
            )
            .With("综合/图.png", PhotoFile.Png(null))
            .With("书香机关/later.md", "---\n标题: 定时\n发布日期: 2031-01-01\n---\n正文。")
            .With("书香机关/gone.md", "---\n标题: 撤的\n发布日期: 2020-01-01\n撤稿: 数字有误\n---\n正文。");
        index.Publish();
        var before = IndexText.Of(index.Settings.IndexFile);
        index.Database.Rebuild();
        new EditionFromRecord(index.Editions, index.Journal).Make(stop: TestContext.Current.CancellationToken);
        Assert.Equal(before, IndexText.Of(index.Settings.IndexFile));
    }

    [Fact]
    public void A_text_that_was_changed_by_hand_is_not_shown()
    {
        using (var connection = new SqliteConnection($"Data Source={index.Settings.JournalFile};Pooling=false"))
        {
            connection.Open();
            new SqliteCommand("update texts set size = size - 1", connection).ExecuteNonQuery();
        }
        index.Database.Rebuild();
        index.Record.Make(stop: TestContext.Current.CancellationToken);
        Assert.Null(index.Find("annual"));
        Assert.Empty(index.Editions.Pillars());
        // Then the folder is looked at, as always.
        index.Publish();
        Assert.NotNull(index.Find("annual"));
        Assert.Equal(JournalBreakKind.TextChanged, index.Journal.Verify().First?.Kind);
    }

    [Fact]
    public void A_version_that_this_build_cannot_render_keeps_no_other_from_readers()
    {
        var good = index.Journal.Entries().Single(entry => entry.Slug == "annual");
        var strange = RecordedText.Of("[\"of another build\"]"u8.ToArray());
        using (var entries = index.Journal.Begin(index.Clock.GetUtcNow()))
        {
            entries.PutTexts([strange]);
            entries.Record(
                [
                    new ReportStatus
                    {
                        Slug = "strange",
                        Path = "政治机关/2021-01-01-怪.md",
                        Title = "怪",
                        Content = good.Content,
                        Reading = strange.Hash,
                        State = AddressState.Published,
                    },
                ],
                []
            );
            entries.Commit();
        }
        index.Content.With("政治机关/2021-01-01-怪.md", Broken);
        LoseIndex();
        index.CatchUp();
        Assert.NotNull(index.Find("annual"));
        Assert.Equal(["政治机关/2021-01-01-怪.md"], index.Recorder.Unshown);
    }

    [Fact]
    public void What_stands_is_shown_though_no_file_of_the_site_was_ever_sound()
    {
        using var bare = TestIndex.Of(
            ContentOf.Nothing().With("site.yml", "错项: [").With("综合/2021-08-31-试验.md", Sound)
        );
        Assert.NotNull(bare.Find("annual"));
        bare.Content.With("综合/2021-08-31-试验.md", Broken);
        bare.Publish();
        bare.Database.Rebuild();
        bare.Publish();
        Assert.NotNull(bare.Find("annual"));
    }

    [Fact]
    public void A_draft_stands_in_no_record_and_comes_back_with_its_file()
    {
        index.Content.With("书香机关/2021-08-30-draft.md", "---\n网址: draft\n草稿: 是\n---\n# 草\n\n稿子。");
        index.Publish();
        Assert.All(index.Journal.Entries().Where(entry => entry.Slug == "draft"), entry =>
            Assert.Equal((JournalEvent.Seen, ""), (entry.Event, entry.Reading))
        );
        LoseIndex();
        Assert.Contains("draft", index.Editions.SlugsOf(["书香机关/2021-08-30-draft.md"]).Values);
        Assert.Equal(1, index.Journal.Entries().Count(entry => entry.Slug == "draft"));
    }

    public void Dispose() => index.Dispose();
}
