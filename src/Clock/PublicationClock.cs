namespace WorkReports.Clock;

/// <summary>
/// The clock by which reports appear and go: the machine's, as long as it can be believed. One that is wrong at the start, or set while
/// the program runs, shows nothing new and takes nothing down: time stands still until it is set right or accepted. Timers and stamps
/// are the machine's in any case. Safe to ask from any thread.
/// </summary>
sealed class PublicationClock : TimeProvider
{
    /// <summary>A daylight saving time that was never switched off, or a time zone taken for another, is more than that.</summary>
    static readonly TimeSpan BehindLimit = TimeSpan.FromHours(1);

    static readonly TimeSpan AheadLimit = TimeSpan.FromDays(2 * 365.25);
    static readonly TimeSpan JumpLimit = TimeSpan.FromMinutes(10);

    /// <summary>How much a clock may be slewed: twice what Linux does, 500 microseconds a second.</summary>
    const double Slew = 0.001;

    readonly TimeProvider wall;
    readonly DateTimeOffset? lastEntry;
    readonly DateTimeOffset? built;
    volatile State state;

    /// <param name="Wall">What the clock said at <paramref name="Stamp"/>, when it was believed.</param>
    /// <param name="Floor">Time never goes back behind it.</param>
    /// <param name="Since">The stamp at which the fault was noticed.</param>
    sealed record State(
        DateTimeOffset Wall,
        long Stamp,
        DateTimeOffset Floor,
        ClockFault? Fault = null,
        long Since = 0
    );

    /// <param name="wall">The machine's.</param>
    /// <param name="lastEntry">When the last entry of the journal was written; null where there is none.</param>
    /// <param name="built">When this program was built; null where nobody knows.</param>
    public PublicationClock(TimeProvider wall, DateTimeOffset? lastEntry = null, DateTimeOffset? built = null)
    {
        (this.wall, this.lastEntry, this.built) = (wall, lastEntry, built);
        var (now, stamp) = (wall.GetUtcNow(), wall.GetTimestamp());
        state = new State(now, stamp, lastEntry ?? DateTimeOffset.MinValue, FaultAtStart(now), stamp);
    }

    /// <summary>Why the machine's clock is not believed; null while it is.</summary>
    public ClockFault? Fault
    {
        get
        {
            GetUtcNow();
            return state.Fault;
        }
    }

    /// <summary>How long it has not been believed.</summary>
    public TimeSpan FrozenFor =>
        state is { Fault: not null } frozen ? wall.GetElapsedTime(frozen.Since) : TimeSpan.Zero;

    /// <summary>The moment that counts.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        var (known, now, stamp) = (state, wall.GetUtcNow(), wall.GetTimestamp());
        var expected = known.Wall + wall.GetElapsedTime(known.Stamp, stamp);
        var next = known.Fault is null ? Watch(known, now, stamp, expected) : Reconsider(known, now, stamp, expected);
        if (next != known)
            Interlocked.CompareExchange(ref state, next, known);
        return next.Fault?.FrozenAt ?? (now > next.Floor ? now : next.Floor);
    }

    /// <summary>What was shown stays shown: time does not go back behind this moment.</summary>
    public void KeepFloor()
    {
        var known = state;
        if (known.Fault is null && GetUtcNow() is var now && now > known.Floor)
            Interlocked.CompareExchange(ref state, known with { Floor = now }, known);
    }

    /// <summary>Believes the machine's clock as it is now.</summary>
    public void Accept() => state = new State(wall.GetUtcNow(), wall.GetTimestamp(), DateTimeOffset.MinValue);

    public override long GetTimestamp() => wall.GetTimestamp();

    public override long TimestampFrequency => wall.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => wall.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);

    ClockFault? FaultAtStart(DateTimeOffset now) =>
        lastEntry is { } entry && now < entry - BehindLimit
            ? new ClockFault(ClockFaultKind.BehindRecord, now, entry, entry)
        : built is { } build && now < build - BehindLimit
            ? new ClockFault(ClockFaultKind.BehindBuild, now, build, lastEntry ?? now)
        : lastEntry is { } last && now > last + AheadLimit
            ? new ClockFault(ClockFaultKind.AheadOfRecord, now, last, last)
        : null;

    static State Watch(State known, DateTimeOffset now, long stamp, DateTimeOffset expected)
    {
        if (IsNear(known, now, expected))
            return known;
        var frozenAt = expected > known.Floor ? expected : known.Floor;
        return known with { Fault = new ClockFault(ClockFaultKind.Jumped, now, expected, frozenAt), Since = stamp };
    }

    /// <summary>A clock that jumped is right again when it says what the monotonic clock expects; one that was wrong at the start, when it passes the checks of the start.</summary>
    State Reconsider(State known, DateTimeOffset now, long stamp, DateTimeOffset expected) =>
        known.Fault!.Kind == ClockFaultKind.Jumped
            ? IsNear(known, now, expected)
                ? known with
                {
                    Fault = null,
                }
                : known
            : FaultAtStart(now) is null
                ? new State(now, stamp, known.Floor)
                : known;

    static bool IsNear(State known, DateTimeOffset now, DateTimeOffset expected) =>
        (now - expected).Duration() <= JumpLimit + (expected - known.Wall) * Slew;
}
