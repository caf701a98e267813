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
}
