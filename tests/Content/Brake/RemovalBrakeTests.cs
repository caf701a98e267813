using Microsoft.Data.Sqlite;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Brake;

/// <summary>Removals that look like an accident are held, and nothing else is.</summary>
public sealed class RemovalBrakeTests : IDisposable
{
    const string Pillar = "政治机关";

    /// <summary>Nine in one pillar, three in another, one that speaks of both.</summary>
    readonly TestIndex index = TestIndex.Of(Site());

    static ContentOf Site()
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(1, 9))
            content.With(PathOf(number), $"---\n网址: z{number}\n---\n# 第{number}篇\n\n正文{number}。");
        foreach (var number in Enumerable.Range(1, 3))
            content.With(
                $"书香机关/2021-02-0{number}-书.md",
                $"---\n网址: s{number}\n---\n# 书{number}\n\n书{number}。"
            );
        return content
            .With(
                "综合/2021-03-01-总.md",
                "---\n网址: all\n---\n# 总\n\n## 一、政治机关\n\n[甲](../政治机关/2021-01-01-甲.md)，![图](../政治机关/图.png)"
            )
            .With("政治机关/图.png", PhotoFile.Png(null));
    }

    static string PathOf(int number) => $"{Pillar}/2021-01-0{number}-甲.md";

    string At(string path) => Path.Combine(index.Content.Folder, path);

    void Take(params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            index.Content.Without(PathOf(number));
    }

    IEnumerable<string> Standing =>
        Enumerable.Range(1, 9).Select(n => $"z{n}").Where(slug => index.Find(slug) is not null);

    IReadOnlyList<JournalEvent> Events(string slug) =>
        [.. index.Journal.Entries().Where(entry => entry.Slug == slug).Select(entry => entry.Event)];

    int Removed => index.Journal.Entries().Count(entry => entry.Event == JournalEvent.Removed);

    IEnumerable<string> Accepted =>
        index.Journal.Entries().Where(entry => entry.Event == JournalEvent.Accepted).Select(entry => entry.Note);

    [Fact]
    public void A_few_removals_are_an_editors_act()
    {
        Take(1, 2, 3, 4, 5);
        Assert.Equal(5, index.Publish().Removed);
        Assert.Empty(index.Held);
        Assert.Equal(["z6", "z7", "z8", "z9"], Standing);
    }

    [Fact]
    public void More_than_five_and_a_tenth_go_on_standing_while_everything_else_is_published()
    {
        Take(1, 2, 3, 4, 5, 6);
        index.Content.With("书香机关/2021-02-04-新.md", "---\n网址: new\n---\n# 新\n\n新的。");
        index.Content.With("书香机关/2021-02-01-书.md", "---\n网址: s1\n---\n# 书一\n\n改过。");
        Assert.Equal(0, index.Publish().Removed);
        Assert.Equal(Enumerable.Range(1, 6).Select(PathOf), index.Held);
        Assert.Equal(9, Standing.Count());
        Assert.Equal(("新", "书一"), (index.Find("new")!.Title, index.Find("s1")!.Title));
        Assert.Equal(0, Removed);
        Assert.Equal(2, index.Publish().Edition);
    }

    [Fact]
    public void A_tenth_of_many_is_no_accident()
    {
        foreach (var number in Enumerable.Range(1, 60))
            index.Content.With($"书香机关/2021-04-01-m{number}.md", $"第{number}。");
        index.Publish();
        Take(1, 2, 3, 4, 5, 6);
        Assert.Equal(6, index.Publish().Removed);
    }

    [Fact]
    public void Removals_are_counted_over_all_looks_of_ten_minutes()
    {
        Take(1, 2, 3);
        index.Publish(Enumerable.Range(1, 3).Select(PathOf));
        index.Clock.Advance(TimeSpan.FromMinutes(9));
        Take(4, 5, 6);
        index.Publish(PathOf(4), PathOf(5), PathOf(6));
        Assert.Equal((3, 3), (index.Held.Count(), Removed));
        // Whatever goes while others are held is held with them, by a look at one file, too.
        Take(7);
        index.Publish(PathOf(7));
        Assert.Equal((4, 3), (index.Held.Count(), Removed));
    }

    [Fact]
    public void What_went_longer_ago_does_not_count()
    {
        Take(1, 2, 3);
        index.Publish();
        index.Clock.Advance(TimeSpan.FromMinutes(11));
        Take(4, 5, 6);
        index.Publish();
        Assert.Equal((0, 6), (index.Held.Count(), Removed));
    }

    [Fact]
    public void A_pillar_whose_folder_is_gone_stands_with_its_page_and_what_leans_on_it()
    {
        var before = (index.Find("all")!.Html, index.Ask(library => library.Pillars().Count));
        Directory.Move(At(Pillar), index.Content.Folder + "-away");
        index.Publish();
        Assert.Equal(10, index.Held.Count());
        Assert.Equal(9, Standing.Count());
        Assert.Equal(before, (index.Find("all")!.Html, index.Ask(library => library.Pillars().Count)));
        Assert.DoesNotContain(index.Journal.Entries(), entry =>
            entry.Event is JournalEvent.Removed or JournalEvent.SiteFileRemoved
        );

        Directory.Move(index.Content.Folder + "-away", At(Pillar));
        index.Content.With(PathOf(1), "---\n网址: z1\n---\n# 新\n\n新的。");
        index.Publish();
        Assert.Equal((0, "新"), (index.Held.Count(), index.Find("z1")!.Title));
    }

    [Fact]
    public void A_copy_elsewhere_that_has_waited_does_not_take_the_address_of_a_report_that_is_away()
    {
        index.Content.With("综合/2021-01-01-副本.md", "---\n网址: s1\n---\n# 副本\n\n副本。");
        index.Publish();
        Directory.Move(At("书香机关"), index.Content.Folder + "-away");
        index.Publish();
        Assert.Equal(4, index.Held.Count());
        Assert.Equal("书1", index.Find("s1")!.Title);
        Directory.Delete(index.Content.Folder + "-away", recursive: true);
    }

    [Fact]
    public void A_pillar_of_few_reports_is_held_when_nothing_is_left_in_its_folder()
    {
        Directory.Delete(At("书香机关"), recursive: true);
        Directory.CreateDirectory(At("书香机关"));
        index.Publish();
        Assert.Equal(4, index.Held.Count());
        Assert.NotNull(index.Find("s1"));
        Assert.Equal(2, index.Ask(library => library.Pillars().Count));
    }

    [Fact]
    public void A_pillar_of_which_one_file_is_left_goes_as_its_editor_wants()
    {
        index.Content.Without("书香机关/_index.md").Without("书香机关/2021-02-01-书.md");
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Single(index.Ask(library => library.Pillars()));
    }

    [Fact]
    public void Everything_deleted_but_the_site_file_goes_on_standing()
    {
        foreach (var file in Directory.GetFiles(index.Content.Folder, "*.md", SearchOption.AllDirectories))
            File.Delete(file);
        index.Publish();
        Assert.Equal(15, index.Held.Count());
        Assert.Equal(13, index.Titles().Count);
        Assert.Equal(2, index.Ask(library => library.Pillars().Count));
    }

    [Theory]
    [InlineData("网址: zhengzhi")]
    [InlineData("")]
    public void A_renamed_pillar_goes_through_with_its_reports(string line)
    {
        index.Content.With("政治机关/_index.md", $"---\n标题: 政治\n{line}\n---\n");
        index.Publish();
        Directory.Move(At(Pillar), At("政治建设"));
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal("政治建设/2021-01-01-甲.md", index.Find("z1")!.Path);
        Assert.Equal(
            ["书香机关", "政治建设"],
            index.Ask(library => library.Pillars().Select(pillar => pillar.Folder).Order())
        );
    }

    [Fact]
    public void Files_that_take_other_names_and_addresses_lead_on()
    {
        foreach (var number in Enumerable.Range(1, 9))
        {
            // By their bytes, but for the first, which is known by its address.
            index.Content.With(
                $"{Pillar}/2021-05-0{number}-另.md",
                File.ReadAllText(At(PathOf(number))) + (number == 1 ? "改过。" : "")
            );
            index.Content.Without(PathOf(number));
        }
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal(9, Standing.Count());
        Assert.Equal(0, Removed);
    }

    [Fact]
    public void A_newcomer_gets_the_address_of_a_report_that_is_held()
    {
        Take(Enumerable.Range(1, 8));
        index.Publish();
        Assert.Equal(8, index.Held.Count());
        index.Content.With("书香机关/2021-02-05-接.md", "---\n网址: z1\n---\n# 接\n\n接着。");
        index.Publish("书香机关/2021-02-05-接.md");
        Assert.Equal((7, "接"), (index.Held.Count(), index.Find("z1")!.Title));
    }

    [Fact]
    public void What_is_back_is_no_longer_held_and_what_is_still_away_stands_until_all_is()
    {
        var texts = Enumerable
            .Range(1, 9)
            .ToDictionary(number => number, number => File.ReadAllText(At(PathOf(number))));
        Take(texts.Keys);
        index.Publish();
        foreach (var (number, text) in texts)
        {
            index.Content.With(PathOf(number), text);
            index.Publish(PathOf(number));
            Assert.Equal((9 - number, 9), (index.Held.Count(), Standing.Count()));
        }
        Assert.Empty(index.Journal.Held());
        Assert.Equal(0, Removed);
    }

    [Fact]
    public void What_is_held_stays_so_over_a_restart_and_a_lost_index()
    {
        Take(Enumerable.Range(1, 7));
        index.Publish();
        index.Restart();
        index.Publish();
        Assert.Equal(7, index.Held.Count());
        // Below the bound by themselves: they were held, and they are still away.
        index
            .Content.With(PathOf(1), "---\n网址: z1\n---\n# 一\n\n正文1。")
            .With(PathOf(2), "---\n网址: z2\n---\n# 二\n\n正文2。");
        index.Restart();
        index.Database.Rebuild();
        index.Publish();
        Assert.Equal((5, 9), (index.Held.Count(), Standing.Count()));
        Assert.Equal(0, Removed);
    }

    [Fact]
    public void What_is_accepted_goes_with_an_entry_that_says_so_and_counts_no_more()
    {
        Take(Enumerable.Range(1, 7));
        index.Publish();
        index.Accept();
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal(["z8", "z9"], Standing);
        Assert.Equal([JournalEvent.Published, JournalEvent.Removed], Events("z1"));
        Assert.Equal(["tester：删除 7 篇报告、0 个栏目"], Accepted);
        Assert.Equal(JournalEvent.Accepted, index.Journal.Entries()[^1].Event);
        Assert.Null(index.Journal.FirstBrokenLink());
        Assert.Empty(index.Journal.Held());

        Take(8);
        Assert.Equal(1, index.Publish().Removed);
    }

    [Fact]
    public void What_went_after_it_was_accepted_is_not_accepted_with_it()
    {
        Take(Enumerable.Range(1, 6));
        index.Publish();
        index.Accept();
        Directory.Delete(At("书香机关"), recursive: true);
        index.Publish();
        Assert.Equal(
            [
                "书香机关/2021-02-01-书.md",
                "书香机关/2021-02-02-书.md",
                "书香机关/2021-02-03-书.md",
                "书香机关/_index.md",
            ],
            index.Held
        );
        Assert.Equal(6, Removed);
        index.Accept();
        index.Publish();
        Assert.Single(index.Ask(library => library.Pillars()));
        Assert.Equal(["tester：删除 6 篇报告、0 个栏目", "tester：删除 3 篇报告、1 个栏目"], Accepted);
    }

    [Fact]
    public void What_was_accepted_and_came_back_meanwhile_is_no_leave_for_later()
    {
        var text = File.ReadAllText(At(PathOf(1)));
        Take(Enumerable.Range(1, 6));
        index.Publish();
        index.Accept();
        foreach (var number in Enumerable.Range(1, 6))
            index.Content.With(PathOf(number), text.Replace("z1", $"z{number}"));
        index.Publish();
        index.CatchUp();
        Take(Enumerable.Range(1, 6));
        index.Publish();
        Assert.Equal((6, 0), (index.Held.Count(), Removed));
        Assert.Empty(Accepted);
    }

    [Fact]
    public void What_is_held_for_so_many_hours_goes_where_that_is_set()
    {
        using var index = new TestIndex(Site(), hold: TimeSpan.FromHours(24));
        index.Publish();
        foreach (var number in Enumerable.Range(1, 7))
            index.Content.Without(PathOf(number));
        index.Publish();
        index.Clock.Advance(TimeSpan.FromHours(23));
        index.Restart();
        index.Publish();
        Assert.Equal(7, index.Held.Count());
        index.Clock.Advance(TimeSpan.FromHours(2));
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal("--hold 24：删除 7 篇报告、0 个栏目", index.Journal.Entries()[^1].Note);
    }

    [Fact]
    public void A_draft_that_is_gone_is_nobodys_loss()
    {
        foreach (var number in Enumerable.Range(1, 8))
            index.Content.With($"书香机关/2021-06-0{number}-稿.md", "---\n草稿: 是\n---\n# 稿\n\n稿子。");
        index.Publish();
        foreach (var number in Enumerable.Range(1, 8))
            index.Content.Without($"书香机关/2021-06-0{number}-稿.md");
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal(13, index.Editions.FileCount());
    }

    [Fact]
    public void A_journal_of_the_first_builds_learns_what_is_held()
    {
        using (var connection = new SqliteConnection($"Data Source={index.Settings.JournalFile};Pooling=false"))
        {
            connection.Open();
            new SqliteCommand(
                "drop table held; drop table acceptances; drop table texts; drop table site_files; pragma user_version = 1",
                connection
            ).ExecuteNonQuery();
        }
        Assert.Empty(index.Journal.Held());
        Assert.Empty(index.Journal.PendingAcceptances());
    }

    public void Dispose() => index.Dispose();
}
