using WorkReports.Clock;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Clock;

/// <summary>The clock by which reports appear and go: the machine's, while it can be believed.</summary>
public sealed class PublicationClockTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, BeijingTime.Offset);

    readonly WallClock wall = new(Noon);

    PublicationClock Clock(DateTimeOffset? lastEntry = null, DateTimeOffset? built = null) =>
        new(wall, lastEntry, built);

    [Fact]
    public void A_clock_that_goes_is_believed()
    {
        var clock = Clock(Noon.AddDays(-3), Noon.AddDays(-30));
        wall.Advance(TimeSpan.FromDays(400));
        Assert.Equal((Noon.AddDays(400), null), (clock.GetUtcNow(), clock.Fault));
        Assert.Equal(wall.GetTimestamp(), clock.GetTimestamp());
    }

    [Theory]
    [InlineData(11)]
    [InlineData(-11)]
    [InlineData(60 * 24 * 365 * 40)]
    [InlineData(-60 * 24 * 365 * 26)]
    public void A_jump_stops_time_until_it_is_undone(int minutes)
    {
        var clock = Clock();
        wall.Advance(TimeSpan.FromHours(1));
        wall.AdjustTime(wall.GetUtcNow().AddMinutes(minutes));
        Assert.Equal(Noon.AddHours(1), clock.GetUtcNow());
        wall.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Noon.AddHours(1), clock.GetUtcNow());
        Assert.Equal((ClockFaultKind.Jumped, Noon.AddHours(1)), (clock.Fault!.Kind, clock.Fault.Witness));
        Assert.Equal(TimeSpan.FromHours(1), clock.FrozenFor);
        wall.AdjustTime(wall.GetUtcNow().AddMinutes(-minutes));
        Assert.Equal((Noon.AddHours(2), null), (clock.GetUtcNow(), clock.Fault));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(-9)]
    public void A_clock_that_is_set_by_minutes_is_believed_and_takes_nothing_back(int minutes)
    {
        var clock = Clock();
        clock.KeepFloor();
        wall.AdjustTime(Noon.AddMinutes(minutes));
        Assert.Null(clock.Fault);
        Assert.Equal(Noon.AddMinutes(Math.Max(0, minutes)), clock.GetUtcNow());
    }

    [Fact]
    public void Ten_steps_of_nine_minutes_are_a_jump()
    {
        var clock = Clock();
        foreach (var step in Enumerable.Range(1, 10))
        {
            wall.AdjustTime(Noon.AddMinutes(9 * step));
            clock.KeepFloor();
        }
        Assert.Equal(ClockFaultKind.Jumped, clock.Fault?.Kind);
    }

    [Fact]
    public void A_clock_that_is_slewed_for_months_is_believed()
    {
        var clock = Clock();
        foreach (var day in Enumerable.Range(1, 100))
        {
            wall.Advance(TimeSpan.FromDays(1));
            wall.AdjustTime(wall.GetUtcNow().AddSeconds(40));
            Assert.Null(clock.Fault);
        }
    }

    [Theory]
    [InlineData(-59, null)]
    [InlineData(-61, ClockFaultKind.BehindRecord)]
    [InlineData(60 * 24 * 730, null)]
    [InlineData(60 * 24 * 731, ClockFaultKind.AheadOfRecord)]
    public void A_start_is_held_against_the_last_entry(int minutes, object? kind)
    {
        wall.AdjustTime(Noon.AddMinutes(minutes));
        var clock = Clock(lastEntry: Noon);
        Assert.Equal(kind, (object?)clock.Fault?.Kind);
        Assert.Equal(kind is null && minutes > 0 ? Noon.AddMinutes(minutes) : Noon, clock.GetUtcNow());
    }

    [Theory]
    [InlineData(-59, null)]
    [InlineData(-61, ClockFaultKind.BehindBuild)]
    public void A_start_is_held_against_the_build(int minutes, object? kind)
    {
        var clock = Clock(lastEntry: Noon.AddDays(-1), built: Noon.AddMinutes(-minutes));
        Assert.Equal(kind, (object?)clock.Fault?.Kind);
        Assert.Equal(kind is null ? Noon : Noon.AddDays(-1), clock.GetUtcNow());
    }

    [Fact]
    public void A_clock_that_was_wrong_at_the_start_is_believed_once_it_is_set_right()
    {
        wall.AdjustTime(DateTimeOffset.UnixEpoch);
        var clock = Clock(lastEntry: Noon);
        Assert.Equal(Noon, clock.GetUtcNow());
        wall.AdjustTime(Noon.AddMinutes(30));
        Assert.Equal((Noon.AddMinutes(30), null), (clock.GetUtcNow(), clock.Fault));
        wall.AdjustTime(Noon.AddMinutes(50));
        Assert.Equal(ClockFaultKind.Jumped, clock.Fault?.Kind);
    }

    [Fact]
    public void An_accepted_clock_is_believed_as_it_is()
    {
        var clock = Clock(lastEntry: Noon);
        wall.AdjustTime(Noon.AddYears(-5));
        Assert.Equal(Noon, clock.GetUtcNow());
        clock.Accept();
        Assert.Equal((Noon.AddYears(-5), null), (clock.GetUtcNow(), clock.Fault));
        wall.Advance(TimeSpan.FromHours(3));
        Assert.Equal(Noon.AddYears(-5).AddHours(3), clock.GetUtcNow());
    }

    static ClockFault Jump(DateTimeOffset told) => ClockFault.JumpBefore($"Jumped {BeijingTime.Second(told)}", Noon)!;

    [Theory]
    [InlineData(30, 30, true)]
    [InlineData(30, 40, true)]
    [InlineData(30, 29, false)]
    [InlineData(-50, -50, true)]
    [InlineData(-50, -11, true)]
    [InlineData(-50, -10, false)]
    public void A_jump_of_an_earlier_process_stops_time_until_it_must_have_been_undone(
        int by,
        int minutes,
        bool isFrozen
    )
    {
        wall.AdjustTime(Noon.AddMinutes(minutes));
        var clock = new PublicationClock(wall, Noon.AddHours(-1), jump: Jump(Noon.AddMinutes(by)));
        Assert.Equal(isFrozen ? ClockFaultKind.JumpedBefore : null, clock.Fault?.Kind);
        Assert.Equal(isFrozen || minutes < 0 ? Noon : Noon.AddMinutes(minutes), clock.GetUtcNow());
        wall.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(isFrozen && minutes != -11, clock.Fault is not null);
        if (clock.Fault is null)
            return;
        wall.AdjustTime(Noon.AddMinutes(5));
        Assert.Equal((Noon.AddMinutes(5), null), (clock.GetUtcNow(), clock.Fault));
    }

    [Fact]
    public void A_jump_has_the_same_name_after_a_restart()
    {
        var clock = Clock();
        wall.AdjustTime(Noon.AddDays(30));
        var name = clock.Fault!.Name;
        Assert.Equal(name, ClockFault.JumpBefore(name, Noon)!.Name);
        Assert.Null(ClockFault.JumpBefore("BehindRecord 2026-11-24", Noon));
        Assert.Null(ClockFault.JumpBefore("Jumped 2026-11-24", Noon));
    }

    [Fact]
    public void A_record_that_another_server_goes_on_with_bears_witness()
    {
        var clock = Clock();
        clock.Witness(Noon.AddMinutes(-5));
        Assert.Null(clock.Fault);
        // What readers of that server see, readers see here.
        clock.Witness(Noon.AddMinutes(20));
        Assert.Equal((Noon.AddMinutes(20), null), (clock.GetUtcNow(), clock.Fault));
        clock.Witness(Noon.AddHours(2));
        Assert.Equal((Noon.AddHours(2), ClockFaultKind.BehindRecord), (clock.GetUtcNow(), clock.Fault!.Kind));
        clock.Witness(Noon.AddHours(3));
        Assert.Equal(Noon.AddHours(3), clock.GetUtcNow());
        wall.AdjustTime(Noon.AddHours(3));
        Assert.Equal((Noon.AddHours(3), null), (clock.GetUtcNow(), clock.Fault));
        wall.Advance(TimeSpan.FromDays(3000));
        clock.Witness(Noon.AddHours(4));
        Assert.Null(clock.Fault);
    }

    [Fact]
    public void A_record_that_is_first_seen_after_the_start_is_held_against_the_clock_as_at_a_start()
    {
        wall.AdjustTime(Noon.AddYears(43));
        var clock = Clock();
        clock.Witness(Noon);
        Assert.Equal((Noon, ClockFaultKind.AheadOfRecord), (clock.GetUtcNow(), clock.Fault!.Kind));
    }

    [Fact]
    public void A_clock_that_was_accepted_by_another_server_is_believed()
    {
        var clock = Clock(lastEntry: Noon.AddYears(43));
        Assert.Equal(ClockFaultKind.BehindRecord, clock.Fault!.Kind);
        clock.Witness(Noon.AddMinutes(-1));
        Assert.Equal((Noon, null), (clock.GetUtcNow(), clock.Fault));
    }

    [Fact]
    public void A_jump_that_the_journal_tells_later_stops_time()
    {
        wall.AdjustTime(Noon.AddDays(30));
        var clock = Clock(lastEntry: Noon);
        clock.Witness(Noon, Jump(Noon.AddDays(30)));
        Assert.Equal((Noon, ClockFaultKind.JumpedBefore), (clock.GetUtcNow(), clock.Fault!.Kind));
    }
}
