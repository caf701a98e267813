using System.Net;
using WorkReports.Content;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Servers over one content folder and one record in PostgreSQL: one publishes, the others show what it published.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class SharedRecordSitesTests : IAsyncLifetime
{
    const string Report = "政治机关/2021-08-31-a.md";

    readonly ContentOf content = ContentOf.Pillars().With(Report, Text("第一稿"));
    readonly List<TestSite> sites = [];
    PostgresServer postgres = null!;

    static string Text(string words) => $"---\n标题: 报告\n网址: a\n---\n{words}。";

    public async ValueTask InitializeAsync() => postgres = await PostgresServer.Started();

    /// <param name="kept">A data folder of an earlier start.</param>
    async Task<TestSite> Site(
        LogLines? log = null,
        bool waits = true,
        ContentOf? kept = null,
        DateTimeOffset? now = null
    )
    {
        sites.Add(
            await TestSite.OfFolder(
                content.Folder,
                settings =>
                {
                    foreach (var file in kept is null ? [] : Directory.EnumerateFiles(kept.Folder))
                        File.Copy(file, Path.Combine(settings.Data, Path.GetFileName(file)));
                    return settings with { Journal = postgres.Address };
                },
                log?.Log,
                waits,
                now
            )
        );
        return sites[^1];
    }

    async Task Everywhere(string words)
    {
        foreach (var site in sites)
            await site.UntilSaid("/reports/a", words);
    }

    async Task Stop(TestSite site)
    {
        sites.Remove(site);
        await site.DisposeAsync();
    }

    [Fact]
    public async Task An_edit_is_shown_by_all_and_recorded_once()
    {
        await Site();
        await Site();
        content.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
        Assert.Equal(2L, postgres.Ask<long>("select count(*) from entries where slug = 'a'"));
        Assert.Equal(sites[0].Journal.Head(), sites[1].Journal.Head());
        Assert.Equal((await sites[0].Get("/journal")).Text, (await sites[1].Get("/journal")).Text);
        Assert.Equal((await sites[0].Get("/feed.xml")).Text, (await sites[1].Get("/feed.xml")).Text);
    }

    [Fact]
    public async Task A_server_that_never_saw_the_last_good_version_shows_it()
    {
        await Site();
        content.With(Report, "---\n没有的项: 1\n---\n坏了。");
        await Wait.Until(() => sites[0].Indexer.Problems(), problems => problems.Count > 0);
        await Site();
        await Everywhere("第一稿");
        Assert.Equal("第一稿。", (await sites[1].Get("/reports/a.md")).Text.Split("---\n")[^1].Trim());
    }

    [Fact]
    public async Task Another_server_publishes_when_the_one_that_did_is_gone()
    {
        var publisher = await Site();
        var follower = await Site();
        await Stop(publisher);
        content.With(Report, Text("第二稿"));
        await follower.UntilSaid("/reports/a", "第二稿");
        Assert.Equal(2L, postgres.Ask<long>("select count(*) from entries where slug = 'a'"));
    }

    [Fact]
    public async Task A_new_publisher_reads_what_it_never_read_between_the_edits()
    {
        const int count = 600;
        foreach (var number in Enumerable.Range(0, count))
            content.With(
                $"政治机关/2021-01-01-r{number}.md",
                $"---\n标题: 第{number}篇\n网址: r{number}\n---\n[没有的文件](没有{number}.pdf)\n"
            );
        var log = new LogLines();
        var publisher = await Site();
        var follower = await Site(log);
        Assert.Empty(follower.Indexer.Problems());
        await Stop(publisher);
        content.With(Report, Text("第二稿"));
        await follower.UntilSaid("/reports/a", "第二稿");
        await Wait.Until(() => follower.Indexer.Problems().Count, told => told == count);
        await log.With("files are read next");
    }

    [Fact]
    public async Task Another_server_publishes_when_the_folder_of_the_one_that_did_is_away()
    {
        await Site();
        using var elsewhere = ContentOf.Copy(content.Folder);
        sites.Add(await TestSite.OfFolder(elsewhere.Folder, settings => settings with { Journal = postgres.Address }));
        Directory.Move(content.Folder, content.Folder + "-away");
        await sites[0].UntilSaid("/readyz", "the content folder is not there");
        elsewhere.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
        Directory.Move(content.Folder + "-away", content.Folder);
        await sites[1].DisposeAsync();
        sites.RemoveAt(1);
    }

    [Fact]
    public async Task A_server_whose_index_knows_better_than_the_shared_record_keeps_it_and_lets_another_publish()
    {
        var site = await Site();
        content.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
        using var kept = ContentOf.Copy(site.Settings.Data);
        await Stop(site);
        kept.Without("journal.db");
        postgres.Ask<object>(
            "alter table entries disable trigger all; delete from entries where number = (select max(number) from entries); alter table entries enable trigger all"
        );
        var behind = await Site(kept: kept);
        await behind.UntilSaid("/readyz", "the journal cannot be written");
        Assert.Contains("第二稿", (await behind.Get("/reports/a")).Text);
        var sound = await Site();
        content.With(Report, Text("第三稿"));
        await sound.UntilSaid("/reports/a", "第三稿");
        Assert.Contains("第二稿", (await behind.Get("/reports/a")).Text);
    }

    [Fact]
    public async Task Readers_are_served_while_the_database_is_away_and_edits_come_afterwards()
    {
        var log = new LogLines();
        await Site(log);
        await Site();
        var (failed, asked) = (0, 0);
        using var end = new CancellationTokenSource();
        var reading = Task.Run(
            async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    foreach (var site in sites)
                    {
                        asked++;
                        if ((await site.Get("/reports/a")).Status != 200 || (await site.Get("/healthz")).Status != 200)
                            failed++;
                    }
                }
            },
            CancellationToken.None
        );
        postgres.Stop();
        content.With(Report, Text("第二稿"));
        foreach (var site in sites)
        {
            await site.UntilSaid("/readyz", "the journal cannot be written");
            Assert.Equal(200, (await site.Get("/readyz")).Status);
            Assert.Contains("第一稿", (await site.Get("/reports/a")).Text);
        }
        await postgres.Start();
        await Everywhere("第二稿");
        foreach (var site in sites)
            await Wait.Until(() => site.Get("/readyz"), answer => answer.Text == "ready\n");
        await end.CancelAsync();
        await reading;
        Assert.Equal(0, failed);
        Assert.True(asked > 20, $"{asked} readers");
        Assert.Equal(2L, postgres.Ask<long>("select count(*) from entries where slug = 'a'"));
        Assert.DoesNotContain(log.All, line => line.Text.Contains(PostgresServer.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_starts_while_the_database_is_away_serves_its_copy()
    {
        var site = await Site();
        using var kept = ContentOf.Copy(site.Settings.Data);
        await Stop(site);
        postgres.Stop();
        await Site(kept: kept);
        await Everywhere("第一稿");
        await postgres.Start();
        content.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
    }

    [Fact]
    public async Task A_first_start_without_the_database_is_not_ready_and_says_why()
    {
        postgres.Stop();
        var site = await Site(waits: false);
        await site.UntilSaid("/readyz", "the journal cannot be written");
        Assert.Equal(503, (await site.Get("/readyz")).Status);
        Assert.Equal(503, (await site.Get("/")).Status);
        await postgres.Start();
        await Everywhere("第一稿");
    }

    [Fact]
    public async Task What_the_publisher_holds_is_accepted_on_any_machine()
    {
        foreach (var number in Enumerable.Range(1, 20))
            content.With($"书香机关/2021-01-01-r{number}.md", $"---\n网址: r{number}\n---\n# 第{number}篇\n\n正文。");
        await Site();
        var follower = await Site();
        await follower.UntilStatus("/reports/r20", HttpStatusCode.OK);
        foreach (var number in Enumerable.Range(1, 20))
            content.Without($"书香机关/2021-01-01-r{number}.md");
        await Wait.Until(() => follower.Journal.Held(), held => held.Count == 20);
        Assert.Equal(HttpStatusCode.OK, await follower.Status("/reports/r20"));
        await follower.UntilSaid(
            "/readyz",
            "ready, but 20 reports and 0 pillars whose files are gone stand as they were, since the server that publishes holds them"
        );
        var accepted = await Typed.Run([
            "accept",
            "--yes",
            "20",
            "--data",
            follower.Settings.Data,
            "--journal",
            postgres.Address,
        ]);
        Assert.Equal(0, accepted.Code);
        foreach (var site in sites)
        {
            await site.UntilStatus("/reports/r20", HttpStatusCode.Gone);
            await Wait.Until(() => site.Get("/readyz"), answer => answer.Text == "ready\n");
        }
    }

    [Fact]
    public async Task A_server_that_stepped_back_tells_nothing_of_what_is_not_held_any_more()
    {
        foreach (var number in Enumerable.Range(1, 20))
            content.With($"书香机关/2021-01-01-r{number}.md", $"---\n网址: r{number}\n---\n# 第{number}篇\n\n正文。");
        var site = await Site();
        using var whole = ContentOf.Copy(content.Folder);
        foreach (var number in Enumerable.Range(1, 20))
            content.Without($"书香机关/2021-01-01-r{number}.md");
        await site.UntilSaid("/readyz", "ready, but 20 reports and 0 pillars whose files are gone stand as they were");
        sites.Add(await TestSite.OfFolder(whole.Folder, settings => settings with { Journal = postgres.Address }));
        Directory.Move(content.Folder, content.Folder + "-away");
        await Wait.Until(
            () => site.Get("/readyz"),
            answer => answer.Text == "ready, but the content folder is not there\n"
        );
        Assert.Empty(sites[1].Journal.Held());
        Directory.Move(content.Folder + "-away", content.Folder);
        await Stop(sites[1]);
    }

    [Fact]
    public async Task What_was_held_is_held_on_by_the_next_publisher_beside_a_copy_that_it_never_read()
    {
        content.With("综合/2021-08-31-副本.md", Text("副本"));
        var publisher = await Site();
        var follower = await Site();
        Directory.Move(Path.Combine(content.Folder, "政治机关"), content.Folder + "-away");
        await Wait.Until(() => publisher.Journal.Held(), held => held.Count == 2);
        await Stop(publisher);
        await Wait.Until(follower.Service<JournalRecorder>, recorder => recorder.Publishes);
        await follower.UntilSaid("/readyz", "since nothing is left of the folder 政治机关");
        Assert.Contains("第一稿", (await follower.Get("/reports/a")).Text);
        Assert.Equal(2, follower.Journal.Held().Count);
        Assert.Single(follower.ReportEntries());
        Directory.Move(content.Folder + "-away", Path.Combine(content.Folder, "政治机关"));
        await follower.UntilSaid("/readyz", "ready\n");
    }

    [Fact]
    public async Task A_server_whose_clock_stands_before_the_record_shows_what_it_holds_and_lets_another_publish()
    {
        content.With(
            Report,
            Text("第一稿").Replace("网址: a", "网址: a\n发布日期: 2026-11-20", StringComparison.Ordinal)
        );
        var publisher = await Site();
        var usual = publisher.Clock.GetUtcNow();
        var behind = await Site(now: usual.AddDays(-20));
        await behind.UntilSaid("/reports/a", "第一稿");
        await behind.UntilSaid("/readyz", "before the last entry of the journal");
        var right = await Site();
        await Stop(publisher);
        await Wait.Until(right.Service<JournalRecorder>, recorder => recorder.Publishes);
        content.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
        Assert.False(behind.Service<JournalRecorder>().Publishes);
        // Where nobody else is there, editors publish all the same.
        await Stop(right);
        content.With(Report, Text("第三稿"));
        await Everywhere("第三稿");
        Assert.Contains("before the last entry", (await behind.Get("/readyz")).Text);
        Assert.All(behind.ReportEntries(), entry =>
            Assert.True(entry.Event is JournalEvent.Published or JournalEvent.Changed, $"{entry}")
        );
        Assert.All(behind.Journal.Entries(), entry => Assert.Equal(usual, entry.Time));
    }

    [Fact]
    public async Task A_publisher_whose_clock_is_set_leaves_publishing_to_another()
    {
        var publisher = await Site();
        var right = await Site();
        publisher.Clock.AdjustTime(publisher.Clock.GetUtcNow().AddDays(30));
        await Wait.Until(right.Service<JournalRecorder>, recorder => recorder.Publishes);
        await publisher.UntilSaid("/readyz", "and should say");
        content.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
        Assert.False(publisher.Service<JournalRecorder>().Publishes);
        // A restart is no way round it here either.
        using var kept = ContentOf.Copy(publisher.Settings.Data);
        var now = publisher.Clock.GetUtcNow();
        await Stop(publisher);
        await Stop(right);
        var again = await Site(kept: kept, now: now);
        await again.UntilSaid("/readyz", "it was set before this start");
        content.With(Report, Text("第三稿"));
        await Everywhere("第三稿");
        Assert.True(again.Journal.Entries()[^1].Time < now.AddDays(-1));
    }

    [Fact]
    public async Task A_text_that_is_erased_elsewhere_is_gone_from_every_copy()
    {
        await Site();
        await Site();
        content.With(Report, Text("第二稿"));
        await Everywhere("第二稿");
        var hash = sites[0].Journal.Entries().First(entry => entry.Slug == "a").Content;
        using var elsewhere = ContentOf.Nothing();
        using var admin = new JournalFile(new Settings { Data = elsewhere.Folder, Journal = postgres.Address });
        admin.BringUp();
        var number = admin.Entries().First(entry => entry.Slug == "a").Number;
        Assert.Equal(ErasureObstacle.None, admin.Erase(number, "管理员", sites[0].Clock.GetUtcNow(), out _).Obstacle);
        foreach (var site in sites)
            await Wait.Until(() => site.Journal.TextOf(hash), text => text is null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
            await site.DisposeAsync();
        postgres.Dispose();
        content.Dispose();
    }
}
