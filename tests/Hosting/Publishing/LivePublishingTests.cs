using System.Diagnostics;
using System.Net;
using Serilog.Events;
using WorkReports.Index.Editions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Publishing;

public sealed class LivePublishingTests
{
    const string Path = "政治机关/2021-08-31-甲.md";

    static ContentOf One => ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。", Path);

    [Fact]
    public async Task A_bad_file_is_logged_with_its_line_and_the_rest_is_served()
    {
        var log = new LogLines();
        await using var test = await TestSite.Of(
            ContentOf
                .Report("---\ntitle: 甲\ndate: 2021-02-30\n---\n正文。")
                .With("政治机关/2021-08-30-乙.md", "# 乙\n\n[链接](没有.md)"),
            log: log.Log
        );
        var (error, warning) = (
            await log.With("政治机关/2021-08-31-试验.md"),
            await log.With("政治机关/2021-08-30-乙.md")
        );
        Assert.Equal((LogEventLevel.Error, LogEventLevel.Warning), (error.Level, warning.Level));
        Assert.StartsWith("政治机关/2021-08-31-试验.md:3: ", error.Text, StringComparison.Ordinal);
        Assert.StartsWith("政治机关/2021-08-30-乙.md:3: ", warning.Text, StringComparison.Ordinal);
        Assert.Matches("^Edition 1: 2 of 2 files read, 0 removed, 2 problems, ", (await log.With("Edition")).Text);
        Assert.Contains("乙", (await test.Get("/archive")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_saved_file_is_published_without_a_restart()
    {
        await using var site = await TestSite.Of(One);
        site.Content.With(Path, "---\n网址: a\n---\n# 甲\n\n改过的正文。");
        await site.UntilSaid("/reports/a", "改过的正文");
        site.Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n# 乙\n\n新的。");
        await site.UntilSaid("/reports/b", "新的");
        site.Content.Without("书香机关/2021-08-30-乙.md");
        await site.UntilStatus("/reports/b", HttpStatusCode.Gone);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task The_log_of_a_large_edition_is_put_into_the_index()
    {
        var content = ContentOf.Pillars();
        foreach (var report in Enumerable.Range(1, 6))
            content.With(
                $"政治机关/2021-01-0{report}-r{report}.md",
                $"---\n网址: r{report}\n---\n{new string('文', 1_500_000)}"
            );
        await using var site = await TestSite.Of(content);
        await Wait.Until(
            () =>
                (
                    Index: new FileInfo(site.Settings.IndexFile).Length,
                    Log: new FileInfo(site.Settings.IndexFile + "-wal").Length
                ),
            bytes => bytes.Index > Database.LogSizeLimit && bytes.Log < Database.LogSizeLimit
        );
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/r1"));
    }

    [Fact]
    public async Task A_new_version_with_errors_is_told_and_the_last_one_stays_until_it_is_mended()
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(One, log: log.Log);
        site.Content.With(Path, "---\n网址: a\n发布日期: 2021-02-30\n---\n# 甲\n\n改过的正文。");
        Assert.StartsWith(Path + ":3: ", (await log.With(Path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("改过的正文", (await site.Get("/reports/a")).Text, StringComparison.Ordinal);
        site.Content.With(Path, "---\n网址: a\n发布日期: 2021-02-28\n---\n# 甲\n\n改过的正文。");
        await site.UntilSaid("/reports/a", "改过的正文");
        await log.With(Path + ": no problem is left");
    }

    /// <summary>Programs empty a file before they write it, and some die between the two.</summary>
    [Theory]
    [InlineData(Path, "/reports/a", "正文")]
    [InlineData("政治机关/_index.md", "/pillars/zhengzhi", "政治机关的介绍")]
    public async Task An_emptied_file_leaves_what_it_said_standing(string path, string address, string words)
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(One, log: log.Log);
        site.Content.With(path, "");
        Assert.Contains("文件是空的", (await log.With(path + ":1: ")).Text, StringComparison.Ordinal);
        Assert.Contains(words, (await site.Get(address)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: 新站名\nunits: [")]
    [InlineData("name: 新站名\n天气: 晴")]
    [InlineData("")]
    [InlineData("\uFEFF\r\n")]
    public async Task A_broken_site_file_leaves_the_last_one_standing(string text)
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(One, log: log.Log);
        site.Content.With("site.yml", text);
        await log.With("site.yml:");
        Assert.Contains("试验站", (await site.Get("/")).Text, StringComparison.Ordinal);
        site.Content.With("site.yml", ContentOf.SiteYml.Replace("试验站", "新站名"));
        await site.UntilSaid("/", "新站名");
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/a"));
    }

    [Fact]
    public async Task A_folder_that_is_moved_in_or_away_is_published_whole()
    {
        await using var site = await TestSite.Of(One);
        using var elsewhere = ContentOf
            .Nothing()
            .With("2022/2022-01-01-乙.md", "---\n网址: b\n---\n乙乙。")
            .With("2022/深/2022-01-02-丙.md", "---\n网址: c\n---\n丙丙。");
        var (outside, inside) = (
            System.IO.Path.Combine(elsewhere.Folder, "2022"),
            System.IO.Path.Combine(site.Content.Folder, "政治机关/2022")
        );
        Directory.Move(outside, inside);
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        await site.UntilStatus("/reports/c", HttpStatusCode.OK);
        Directory.Move(inside, outside);
        await site.UntilStatus("/reports/c", HttpStatusCode.Gone);
        await site.UntilStatus("/reports/b", HttpStatusCode.Gone);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_link_that_is_led_to_another_folder_changes_the_site_at_once()
    {
        using var old = One;
        using var fresh = ContentOf.Report("---\n网址: a\n---\n# 甲\n\n新一版。", Path);
        using var holder = ContentOf.Nothing();
        var current = System.IO.Path.Combine(holder.Folder, "current");
        Directory.CreateSymbolicLink(current, old.Folder);
        await using var site = await TestSite.OfFolder(current);
        Assert.Contains("正文", (await site.Get("/reports/a")).Text, StringComparison.Ordinal);
        Directory.CreateSymbolicLink(current + ".new", fresh.Folder);
        // As deploy scripts do it: one rename, so that the name is never missing.
        using (var move = Process.Start("mv", ["-T", current + ".new", current]))
            await move.WaitForExitAsync(TestContext.Current.CancellationToken);
        await site.UntilSaid("/reports/a", "新一版");
        fresh.With(Path, "---\n网址: a\n---\n# 甲\n\n再改。");
        await site.UntilSaid("/reports/a", "再改");
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_pillars_folder_behind_a_link_is_found_by_looking()
    {
        using var elsewhere = ContentOf.Nothing().With("2022-01-01-乙.md", "---\n网址: b\n---\n乙乙。");
        await using var site = await TestSite.With(One, settings => settings with { LinkRoots = elsewhere.Folder });
        Directory.CreateSymbolicLink(System.IO.Path.Combine(site.Content.Folder, "政治机关/链接"), elsewhere.Folder);
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        // No event comes from behind a link.
        elsewhere.With("2022-01-01-乙.md", "---\n网址: b\n---\n改了的乙。");
        await site.UntilSaid("/reports/b", "改了的乙");
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_content_folder_that_goes_away_leaves_the_site_standing_and_is_told_once()
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(One, log: log.Log);
        var away = site.Content.Folder + "-away";
        Directory.Move(site.Content.Folder, away);
        await log.With("is not there");
        await site.UntilSaid("/readyz", "ready, but the content folder is not there\n");
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/a"));
        Directory.Move(away, site.Content.Folder);
        await log.With("The content is published again");
        site.Content.With(Path, "---\n网址: a\n---\n# 甲\n\n改过的正文。");
        await site.UntilSaid("/reports/a", "改过的正文");
        Assert.Equal("ready\n", (await site.Get("/readyz")).Text);
        Assert.Single(log.All, line => line.Text.Contains("is not there", StringComparison.Ordinal));
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_scheduled_minute_is_written_into_the_journal_when_it_comes()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report(
                "---\n网址: later\n发布日期: 2026-11-24 12:30\n下线日期: 2026-11-24 13:30\n---\n# 甲\n\n正文。"
            )
        );
        IEnumerable<JournalEvent> Events() => site.ReportEntries().Select(entry => entry.Event);
        Assert.Equal([JournalEvent.Seen], Events());
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/later"));
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/later"));
        await Wait.Until(Events, events => events.Contains(JournalEvent.Published));
        site.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(HttpStatusCode.Gone, await site.Status("/reports/later"));
        await Wait.Until(Events, events => events.Contains(JournalEvent.TakenDown));
        Assert.Equal([JournalEvent.Seen, JournalEvent.Published, JournalEvent.TakenDown], Events());
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_journal_that_cannot_be_written_keeps_nothing_from_readers_and_is_made_good()
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(One, log: log.Log);
        var file = site.Settings.JournalFile;
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);
        site.Content.With(Path, "---\n网址: a\n---\n# 甲\n\n改过的正文。");
        await site.UntilSaid("/reports/a", "改过的正文");
        await log.With("The journal cannot be written");
        Directory.Delete(file);
        File.Move(file + ".away", file);
        await log.With("The journal is complete again");
        Assert.Equal([JournalEvent.Published, JournalEvent.Changed], site.ReportEntries().Select(entry => entry.Event));
        Assert.Null(site.Journal.FirstBrokenLink());
    }
}
