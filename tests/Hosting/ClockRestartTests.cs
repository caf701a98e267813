using Microsoft.Data.Sqlite;
using WorkReports.Clock;
using WorkReports.Hosting.Publishing;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>A restart, the usual first remedy, is no way round a clock that is not believed.</summary>
public sealed class ClockRestartTests : IDisposable
{
    static readonly TimeSpan Month = TimeSpan.FromDays(30);

    readonly TestIndex index = TestIndex.Of(
        ContentOf
            .Report("---\n网址: a\n---\n甲。")
            .With("政治机关/定时.md", "---\n标题: 定时的\n网址: later\n发布日期: 2026-12-10\n---\n正文。")
    );

    void Look()
    {
        index.Publish();
        index.CatchUp();
    }

    void Set(TimeSpan off)
    {
        Look();
        index.Clock.AdjustTime(index.Clock.GetUtcNow() + off);
        Look();
    }

    void Restart()
    {
        index.Restart();
        Look();
    }

    string? Fault => PublicationClockFactory.Of(index.Settings, index.Clock, built: null).Fault?.Name;

    IEnumerable<JournalEvent> Events =>
        index.Journal.Entries().Where(entry => entry.Slug == "later").Select(entry => entry.Event);

    [Fact]
    public void A_jump_stays_held_over_restarts_until_it_is_accepted()
    {
        Set(Month);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Null(index.Find("later"));
            Assert.Equal("Jumped 2026-12-24 12:00:00", Fault);
            Assert.Equal([JournalEvent.Seen], Events);
            Assert.Single(index.Journal.Held());
            index.Clock.Advance(TimeSpan.FromHours(1));
            Restart();
        }
        index.Accept();
        Look();
        Assert.NotNull(index.Find("later"));
        Assert.Equal([JournalEvent.Seen, JournalEvent.Published], Events);
        Assert.Empty(index.Journal.Held());
        Restart();
        Assert.Null(Fault);
        Assert.NotNull(index.Find("later"));
    }

    [Fact]
    public void What_was_accepted_while_no_program_ran_is_obeyed_at_the_next_start()
    {
        Set(Month);
        index.Accept();
        Restart();
        Assert.NotNull(index.Find("later"));
        Assert.Null(Fault);
    }

    [Fact]
    public void A_program_that_was_killed_before_it_forgot_what_was_accepted_does_not_hold_it_again()
    {
        Set(Month);
        var held = index.Journal.Held();
        index.Accept();
        Look();
        index.Journal.PutHeld([HeldKind.Clock], [.. held]);
        Assert.Null(Fault);
    }

    [Fact]
    public void A_clock_that_was_set_right_before_the_restart_is_believed()
    {
        Set(Month);
        index.Clock.AdjustTime(index.Clock.GetUtcNow() - Month);
        Restart();
        Assert.Null(Fault);
        Assert.Empty(index.Journal.Held());
        index.Clock.Advance(TimeSpan.FromDays(17));
        Look();
        Assert.NotNull(index.Find("later"));
    }

    [Fact]
    public void A_clock_that_is_set_right_after_the_restart_is_believed()
    {
        Set(Month);
        Restart();
        index.Clock.AdjustTime(index.Clock.GetUtcNow() - Month);
        Look();
        Assert.Empty(index.Journal.Held());
        index.Clock.Advance(TimeSpan.FromDays(17));
        Look();
        Assert.NotNull(index.Find("later"));
    }

    [Fact]
    public void A_clock_that_was_set_back_is_believed_once_it_has_caught_up()
    {
        index.Clock.Advance(TimeSpan.FromDays(17));
        Set(TimeSpan.FromMinutes(-50));
        Restart();
        Assert.NotNull(index.Find("later"));
        Assert.StartsWith("Jumped 2026-12-11", Fault, StringComparison.Ordinal);
        index.Clock.Advance(TimeSpan.FromMinutes(45));
        Look();
        Assert.Empty(index.Journal.Held());
        Assert.NotNull(index.Find("later"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no journal")]
    public void Where_the_journal_cannot_be_read_the_index_knows_the_last_entry(string instead)
    {
        index.Clock.AdjustTime(index.Clock.GetUtcNow().AddYears(43));
        File.Delete(index.Settings.JournalFile);
        if (instead.Length > 0)
            File.WriteAllText(index.Settings.JournalFile, instead);
        Assert.StartsWith(nameof(ClockFaultKind.AheadOfRecord), Fault, StringComparison.Ordinal);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void A_journal_that_was_locked_at_the_start_is_asked_again()
    {
        Set(Month);
        using (var other = new SqliteConnection($"Data Source={index.Settings.JournalFile};Pooling=false"))
        {
            other.Open();
            using var command = new SqliteCommand("begin exclusive", other);
            command.ExecuteNonQuery();
            index.Restart();
        }
        Look();
        Assert.Null(index.Find("later"));
        Assert.Equal("Jumped 2026-12-24 12:00:00", Fault);
    }

    public void Dispose() => index.Dispose();
}
