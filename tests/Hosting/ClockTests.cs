using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>A clock that is set back, or was wrong, and dates of files that cannot be.</summary>
public sealed class ClockTests
{
    const string Scheduled =
        "---\n标题: 定时的\n网址: later\n发布日期: 2026-11-24 12:30\n下线日期: 2026-11-24 13:30\n---\n正文。";
    const string Path = "政治机关/2021-08-31-试验.md";

    static DateTimeOffset At(int hour, int minute) => new(2026, 11, 24, hour, minute, 0, BeijingTime.Offset);

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Set_back_it_hides_what_it_had_shown_and_the_journal_says_nothing_twice()
    {
        await using var site = await TestSite.Of(ContentOf.Report(Scheduled));
        async Task<(HttpStatusCode, bool)> Seen() =>
            (
                await site.Status("/reports/later"),
                (await site.Get("/archive")).Text.Contains("定时的", StringComparison.Ordinal)
            );
        IEnumerable<JournalEvent> Events() => site.ReportEntries().Select(entry => entry.Event);

        site.Clock.AdjustTime(At(12, 40));
        Assert.Equal((HttpStatusCode.OK, true), await Seen());
        await Wait.Until(Events, events => events.Contains(JournalEvent.Published));
        site.Clock.AdjustTime(At(12, 10));
        Assert.Equal((HttpStatusCode.NotFound, false), await Seen());
        // An edition that comes at this hour finds the report hidden.
        site.Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        await site.UntilStatus("/reports/b", HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.NotFound, false), await Seen());
        site.Clock.AdjustTime(At(12, 40));
        Assert.Equal((HttpStatusCode.OK, true), await Seen());
        site.Clock.AdjustTime(At(13, 40));
        Assert.Equal((HttpStatusCode.Gone, false), await Seen());
        await Wait.Until(Events, events => events.Contains(JournalEvent.TakenDown));
        Assert.Equal(
            [JournalEvent.Seen, JournalEvent.Published, JournalEvent.Published, JournalEvent.TakenDown],
            Events()
        );
        Assert.Null(site.Journal.FirstBrokenLink());
    }

    [Fact]
    public async Task A_clock_that_was_years_ahead_and_is_set_right_goes_on_recording()
    {
        await using var site = await TestSite.Of(ContentOf.Pillars());
        site.Clock.AdjustTime(At(12, 0).AddYears(4));
        site.Content.With(Path, "---\n网址: a\n---\n甲。");
        await site.UntilStatus("/reports/a", HttpStatusCode.OK);
        site.Clock.AdjustTime(At(12, 0));
        site.Content.With("政治机关/2021-08-30-定时.md", Scheduled);
        await Wait.Until(site.ReportEntries, entries => entries.Any(entry => entry.Event == JournalEvent.Seen));
        // The journal has it a moment before the edition that readers get.
        await Wait.Until(site.Indexer.FileCount, files => files == 2);
        site.Clock.AdjustTime(At(12, 30));
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/later"));
        await Wait.Until(site.ReportEntries, entries =>
            entries.Count(entry => entry.Event == JournalEvent.Published) == 2
        );
        // Its entries stand in the order in which they were written, whatever hour each of them names.
        Assert.Equal([4, 5, 6], site.ReportEntries().Select(entry => entry.Number));
        Assert.True(site.ReportEntries()[0].Time > site.ReportEntries()[2].Time);
        Assert.Null(site.Journal.FirstBrokenLink());
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
