using System.Net;
using Microsoft.Data.Sqlite;
using WorkReports.Clock;
using WorkReports.Hosting.Publishing;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Upgrade;

/// <summary>The day of the upgrade from version 0.1, whose journal kept no texts: a wrong clock or a folder that is away does no harm then either.</summary>
public sealed class EarlierJournalTests : IDisposable
{
    /// <summary>Of its last entry.</summary>
    static readonly DateTimeOffset Last = DateTimeOffset.FromUnixTimeSeconds(1796031053);

    const string Second = "书香机关/2021-09-01-乙.md";

    readonly TestIndex index = new(
        ContentOf
            .Pillars()
            .With("政治机关/2021-08-31-甲.md", "---\n标题: 甲的报告\n网址: moved\n---\n甲的正文。\n")
            .With("综合/2021-11-01-总.md", "---\n网址: whole\n---\n# 总的报告\n\n总的正文。\n")
            .With(
                "书香机关/2021-10-01-定时.md",
                "---\n标题: 定时的报告\n网址: later\n发布日期: 2031-01-01\n---\n还不能看。\n"
            )
            .With(Second, "---\n标题: 乙的报告\n网址: second\n---\n乙的正文。\n")
    );

    static void Restore(string folder, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            using var connection = new SqliteConnection(
                $"Data Source={Path.Combine(folder, name + ".db")};Pooling=false"
            );
            connection.Open();
            using var command = new SqliteCommand(
                Repository.Read("tests", "Content", "Upgrade", name + "-0.1.sql"),
                connection
            );
            command.ExecuteNonQuery();
        }
    }

    [Theory]
    [InlineData(2000, ClockFaultKind.BehindRecord)]
    [InlineData(2069, ClockFaultKind.AheadOfRecord)]
    [InlineData(2027, null)]
    public void Its_last_entry_bears_witness_of_time(int year, object? kind)
    {
        Restore(index.Data, "journal");
        index.Clock.AdjustTime(new DateTimeOffset(year, 1, 1, 0, 0, 0, BeijingTime.Offset));
        var clock = PublicationClockFactory.Of(index.Settings, index.Clock, built: null);
        Assert.Equal(kind, (object?)clock.Fault?.Kind);
        Assert.Equal(kind is null ? index.Clock.GetUtcNow() : Last, clock.GetUtcNow());
    }

    [Theory]
    [InlineData(2000, "before the last entry of the journal")]
    [InlineData(2069, "years after the last entry of the journal")]
    public async Task A_wrong_clock_shows_nothing_and_takes_nothing_down(int year, string why)
    {
        await using var site = await TestSite.WithClock(
            ContentOf.Copy(index.Content.Folder),
            new DateTimeOffset(year, 1, 1, 0, 0, 0, BeijingTime.Offset),
            wasPublished: false,
            with: settings =>
            {
                Restore(settings.Data, "journal", "index");
                return settings;
            }
        );
        await site.UntilSaid("/reports/whole", "总的正文");
        await site.UntilSaid("/readyz", why);
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/second"));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/later"));
        Assert.DoesNotContain(site.ReportEntries().Skip(8), entry =>
            entry.Event is JournalEvent.TakenDown || entry is { Slug: "later", Event: JournalEvent.Published }
        );
    }

    [Fact]
    public void Without_its_index_a_folder_that_is_away_is_not_deleted()
    {
        Restore(index.Data, "journal");
        index.Clock.AdjustTime(Last.AddHours(1));
        var away = index.Content.Folder + "-away";
        Directory.Move(Path.Combine(index.Content.Folder, "书香机关"), away);
        string[] held =
        [
            Second,
            "书香机关/2021-10-01-定时.md",
            "书香机关/2021-10-02-撤.md",
            "书香机关/2021-10-03-稿.md",
        ];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            index.Restart();
            foreach (var __ in Enumerable.Range(0, 2))
            {
                index.Publish();
                index.CatchUp();
                Assert.Equal(held, index.Held);
                Assert.Contains(Second, index.Recorder.Unshown);
                Assert.StartsWith(
                    "4 reports and 0 pillars whose files are gone are not taken for deleted, since nothing is left of the folder 书香机关:",
                    index.HeldSentence,
                    StringComparison.Ordinal
                );
                Assert.Equal("总的正文。", index.Find("whole")!.Text.Split('\n')[^1]);
                Assert.DoesNotContain(index.Journal.Entries().Skip(8), entry => entry.Event == JournalEvent.Removed);
            }
        }

        Directory.Move(away, Path.Combine(index.Content.Folder, "书香机关"));
        index.Publish();
        index.CatchUp();
        Assert.Equal("乙的报告", index.Find("second")!.Title);
        Assert.Equal(held[2..], index.Held);
        index.Accept();
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal(
            ["draft", "withdrawn"],
            index
                .Journal.Entries()
                .Skip(8)
                .Where(entry => entry.Event == JournalEvent.Removed)
                .Select(entry => entry.Slug)
                .Order()
        );
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    public void Dispose() => index.Dispose();
}
