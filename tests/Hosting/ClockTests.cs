using System.Net;
using WorkReports.Hosting.Publishing;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>A clock that is wrong or is set shows nothing, takes nothing down, and keeps nobody from publishing.</summary>
public sealed class ClockTests
{
    const string Scheduled =
        "---\n标题: 定时的\n网址: later\n发布日期: 2026-11-24 12:30\n下线日期: 2026-11-24 13:30\n---\n正文。";
    const string Embargoed = "---\n标题: 未到时候\n网址: embargo\n发布日期: 2031-01-01\n---\n正文。";
    const string Path = "政治机关/2021-08-31-试验.md";

    static DateTimeOffset At(int hour, int minute) => new(2026, 11, 24, hour, minute, 0, BeijingTime.Offset);

    static async Task<(HttpStatusCode, bool)> Seen(TestSite site) =>
        (
            await site.Status("/reports/later"),
            (await site.Get("/archive")).Text.Contains("定时的", StringComparison.Ordinal)
        );

    static IEnumerable<JournalEvent> Events(TestSite site) =>
        site.Journal.Entries().Where(entry => entry.Slug == "later").Select(entry => entry.Event);

    static Task<Typed> Accept(TestSite site) => Typed.Run("accept", "--yes", "1", "--data", site.Settings.Data);

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Set_back_it_hides_nothing_that_it_had_shown_and_the_journal_says_nothing_twice()
    {
        await using var site = await TestSite.Of(ContentOf.Report(Scheduled));
        site.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal((HttpStatusCode.OK, true), await Seen(site));
        await Wait.Until(() => Events(site), events => events.Contains(JournalEvent.Published));
        site.Clock.AdjustTime(At(12, 10));
        Assert.Equal((HttpStatusCode.OK, true), await Seen(site));
        // An edition that comes at this hour finds the report as it was, and bears a time that does not go back.
        site.Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.OK, true), await Seen(site));
        await site.UntilSaid(
            "/readyz",
            "ready, but the clock says 2026-11-24 12:10:00, and should say 2026-11-24 12:40"
        );
        site.Clock.AdjustTime(At(12, 40));
        await site.UntilSaid("/readyz", "ready\n");
        site.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal((HttpStatusCode.Gone, false), await Seen(site));
        await Wait.Until(() => Events(site), events => events.Contains(JournalEvent.TakenDown));
        Assert.Equal([JournalEvent.Seen, JournalEvent.Published, JournalEvent.TakenDown], Events(site));
        var times = site.Journal.Entries().Select(entry => entry.Time).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Null(site.Journal.FirstBrokenLink());
    }

    [Fact]
    public async Task Set_forward_by_years_it_shows_nothing_until_it_is_set_right()
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(
            ContentOf.Report(Embargoed).With("政治机关/定时.md", Scheduled),
            log: log.Log
        );
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/embargo"));
        site.Clock.AdjustTime(At(12, 0).AddYears(43));
        // At once: nobody has looked at the clock since.
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/embargo"));
        Assert.DoesNotContain("未到时候", (await site.Get("/archive")).Text, StringComparison.Ordinal);
        Assert.Contains("it was set", (await log.With("Held back: the clock says 2069-11-24 12:00:00")).Text);
        site.Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        site.Clock.AdjustTime(At(12, 35));
        // Half an hour is a jump, too: what it should say is told.
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/later"));
        site.Clock.AdjustTime(At(12, 5));
        await log.With("The clock is believed again");
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/later"));
        Assert.DoesNotContain(site.Journal.Entries(), entry =>
            entry.Slug == "embargo" && entry.Event != JournalEvent.Seen
        );
        Assert.True(site.Journal.Entries().All(entry => entry.Time < At(13, 0)));
        Assert.Equal(1, log.All.Count(line => line.Text.Contains("2069-11-24", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_jump_that_is_accepted_counts_from_then_on_with_an_entry_that_says_so()
    {
        await using var site = await TestSite.Of(ContentOf.Report(Scheduled));
        site.Clock.AdjustTime(At(12, 35));
        await site.UntilSaid("/readyz", "ready, but the clock says");
        await Wait.Until(site.Journal.Held, held => held.Count == 1);
        Assert.Contains(
            "时钟  时钟是 2026-11-24 12:35:00，本应是 2026-11-24 12:00:00，被调过",
            (await Typed.Run("accept", "--yes", "0", "--data", site.Settings.Data)).Output
        );
        Assert.Equal((HttpStatusCode.NotFound, false), await Seen(site));
        Assert.Equal(0, (await Accept(site)).Code);
        await site.UntilSaid("/readyz", "ready\n");
        Assert.Equal((HttpStatusCode.OK, true), await Seen(site));
        var entries = await Wait.Until(site.Journal.Entries, some => some[^1].Event is JournalEvent.Accepted);
        Assert.Contains("时钟是 2026-11-24 12:35:00", entries[^1].Note);
        Assert.Empty(await Wait.Until(site.Journal.Held, held => held.Count == 0));
    }

    [Theory]
    [InlineData(2000, "before the last entry of the journal (2026-11-24 12:00:00)")]
    [InlineData(2024, "before the last entry of the journal (2026-11-24 12:00:00)")]
    [InlineData(2069, "years after the last entry of the journal (2026-11-24 12:00:00)")]
    public async Task A_start_by_a_clock_that_is_years_off_serves_the_last_edition(int year, string why)
    {
        var log = new LogLines();
        await using var site = await TestSite.WithClock(
            ContentOf.Report("---\n网址: a\n---\n甲。").With("政治机关/稿.md", Embargoed),
            At(12, 0).AddYears(year - 2026),
            log: log.Log
        );
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound),
            (await site.Status("/reports/a"), await site.Status("/reports/embargo"))
        );
        await site.UntilSaid("/readyz", "ready, but the clock says " + year);
        Assert.Contains(why, (await log.With("Held back: the clock says")).Text, StringComparison.Ordinal);
        var before = site.Journal.Entries().Count;
        site.Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/embargo"));
        Assert.Equal((before + 1, At(12, 0)), (site.Journal.Entries().Count, site.Journal.Entries()[^1].Time));

        site.Clock.AdjustTime(At(12, 20));
        await site.UntilSaid("/readyz", "ready\n");
        Assert.Equal(before + 1, site.Journal.Entries().Count);
    }

    [Fact]
    public async Task A_start_before_the_build_is_not_ready_where_nothing_can_be_held()
    {
        var log = new LogLines();
        await using var site = await TestSite.WithClock(
            ContentOf.Report("---\n网址: a\n---\n甲。"),
            At(12, 0).AddYears(-26),
            wasPublished: false,
            built: At(0, 0),
            log: log.Log
        );
        await site.UntilSaid(
            "/readyz",
            "not ready: the clock says 2000-11-24 12:00:00, before this program was built (2026-11-24"
        );
        await log.With("Held back: the clock says");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await site.Status("/reports/a"));
        Assert.Empty(site.Journal.Entries());
        site.Clock.AdjustTime(At(12, 0));
        await site.UntilStatus("/reports/a", HttpStatusCode.OK);
        Assert.Equal(1, log.All.Count(line => line.Text.StartsWith("Held back", StringComparison.Ordinal)));
        Assert.All(site.Journal.Entries(), entry => Assert.Equal(At(12, 0), entry.Time));
    }

    [Fact]
    public async Task What_was_accepted_once_is_not_asked_again_at_the_next_start()
    {
        await using var site = await TestSite.WithClock(
            ContentOf.Report("---\n网址: a\n---\n甲。"),
            At(12, 0).AddYears(-1),
            built: At(0, 0)
        );
        await site.UntilSaid("/readyz", "ready, but the clock says 2025");
        var held = Assert.Single(await Wait.Until(site.Journal.Held, held => held.Count == 1));
        site.Journal.Accept(
            new Acceptance
            {
                Time = site.Clock.GetUtcNow(),
                Who = "tester",
                What = [held.Key],
            }
        );
        await Wait.Until(site.Journal.PendingAcceptances, pending => pending.Count == 0);
        Assert.Null(PublicationClockFactory.Of(site.Settings, site.Clock, built: At(0, 0)).Fault);
        // An entry of these days bears the time of the last one, until the clock has caught up.
        site.Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        Assert.Equal(At(12, 0), site.Journal.Entries()[^1].Time);
        Assert.Null(PublicationClockFactory.Of(site.Settings, site.Clock, built: At(0, 0)).Fault);
        site.Clock.AdjustTime(At(12, 0).AddYears(-2));
        Assert.NotNull(PublicationClockFactory.Of(site.Settings, site.Clock, built: At(0, 0)).Fault);
    }

    [Fact]
    public async Task A_clock_is_believed_after_so_many_hours_where_that_is_set()
    {
        await using var site = await TestSite.With(ContentOf.Report(Scheduled), settings => settings with { Hold = 6 });
        site.Clock.AdjustTime(At(12, 35));
        await site.UntilSaid("/readyz", "ready, but the clock says");
        site.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal((HttpStatusCode.NotFound, false), await Seen(site));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.UntilSaid("/readyz", "ready\n");
        Assert.Contains(
            "--hold 6：时钟",
            (await Wait.Until(site.Journal.Entries, some => some.Any(entry => entry.Event is JournalEvent.Accepted)))
                .First(entry => entry.Event is JournalEvent.Accepted)
                .Note
        );
    }

    [Fact]
    public async Task Files_of_any_date_are_published_and_a_changed_one_is_seen_whichever_way_its_date_goes()
    {
        await using var site = await TestSite.Of(ContentOf.Pillars());
        foreach (var (version, year) in new[] { (1, 2099), (2, 1971), (3, 2105), (4, 2026) })
        {
            site.Content.With(Path, $"---\n网址: a\n---\n第{version}版。");
            File.SetLastWriteTimeUtc(
                System.IO.Path.Combine(site.Content.Folder, Path),
                new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            );
            await site.UntilSaid("/reports/a", $"第{version}版");
        }
        Assert.Equal("ready\n", (await site.Get("/readyz")).Text);
    }
}
