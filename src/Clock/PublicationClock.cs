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
    readonly DateTimeOffset? built;
    volatile State state;

    /// <param name="Wall">What the clock said at <paramref name="Stamp"/>, when it was believed.</param>
    /// <param name="Floor">Time never goes back behind it.</param>
    /// <param name="Entry">When the last entry was written, as far as it is known; null where there is none.</param>
    /// <param name="Since">The stamp at which the fault was noticed.</param>
    sealed record State(
        DateTimeOffset Wall,
        long Stamp,
        DateTimeOffset Floor,
        DateTimeOffset? Entry,
        ClockFault? Fault = null,
        long Since = 0
    );

    /// <param name="wall">The machine's.</param>
    /// <param name="lastEntry">When the last entry of the journal was written; null where there is none.</param>
    /// <param name="built">When this program was built; null where nobody knows.</param>
    /// <param name="jump">How the clock was set while an earlier process ran, where nobody accepted it; null where it was not.</param>
    public PublicationClock(
        TimeProvider wall,
        DateTimeOffset? lastEntry = null,
        DateTimeOffset? built = null,
        ClockFault? jump = null
    )
    {
        (this.wall, this.built) = (wall, built);
        var (now, stamp) = (wall.GetUtcNow(), wall.GetTimestamp());
        var floor = Later(lastEntry ?? DateTimeOffset.MinValue, jump?.FrozenAt ?? DateTimeOffset.MinValue);
        var fault = jump is null || IsUndone(jump, now) ? FaultAtStart(now, lastEntry) : jump with { FrozenAt = floor };
        state = new State(now, stamp, floor, lastEntry, fault, stamp);
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
        return next.Fault?.FrozenAt ?? Later(now, next.Floor);
    }

    /// <summary>What was shown stays shown: time does not go back behind this moment.</summary>
    public void KeepFloor()
    {
        var known = state;
        if (known.Fault is null && GetUtcNow() is var now && now > known.Floor)
            Interlocked.CompareExchange(ref state, known with { Floor = now }, known);
    }

    /// <summary>Believes the machine's clock as it is now.</summary>
    public void Accept() =>
        state = new State(wall.GetUtcNow(), wall.GetTimestamp(), DateTimeOffset.MinValue, state.Entry);

    /// <summary>
    /// Holds the clock against what the record says now: another server may have added to it, or it could not be read at the start. What
    /// readers of that server see, readers see here, so time does not stand before the last entry.
    /// </summary>
    /// <param name="lastEntry">As of the constructor. An earlier one than before: somebody accepted the clock by which it was written.</param>
    /// <param name="jump">As of the constructor.</param>
    public void Witness(DateTimeOffset lastEntry, ClockFault? jump = null)
    {
        for (var isHeld = false; !isHeld; )
        {
            var known = state;
            var next = Witnessed(known, lastEntry, jump);
            isHeld = next == known || ReferenceEquals(Interlocked.CompareExchange(ref state, next, known), known);
        }
    }

    public override long GetTimestamp() => wall.GetTimestamp();

    public override long TimestampFrequency => wall.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => wall.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);

    ClockFault? FaultAtStart(DateTimeOffset now, DateTimeOffset? lastEntry) =>
        lastEntry is { } entry && IsBehind(now, entry) ? new ClockFault(ClockFaultKind.BehindRecord, now, entry, entry)
        : built is { } build && IsBehind(now, build)
            ? new ClockFault(ClockFaultKind.BehindBuild, now, build, lastEntry ?? now)
        : lastEntry is { } last && now > last + AheadLimit
            ? new ClockFault(ClockFaultKind.AheadOfRecord, now, last, last)
        : null;

    static bool IsBehind(DateTimeOffset now, DateTimeOffset witness) => now < witness - BehindLimit;

    State Witnessed(State known, DateTimeOffset entry, ClockFault? jump)
    {
        var (now, stamp) = (wall.GetUtcNow(), wall.GetTimestamp());
        if (known.Fault is null && jump is not null && !IsUndone(jump, now))
            known = known with { Fault = jump, Since = stamp };
        if (entry == known.Entry)
            return known;
        if (entry < known.Entry && known.Fault?.IsJump != true)
            return new State(now, stamp, entry, entry, FaultAtStart(now, entry), stamp);
        var fault =
            known.Fault is { } before ? before with { FrozenAt = Later(before.FrozenAt, entry) }
            : known.Entry is null || IsBehind(now, entry) ? FaultAtStart(now, entry)
            : null;
        return known with
        {
            Floor = Later(known.Floor, entry),
            Entry = entry,
            Fault = fault,
            Since = known.Fault is null ? stamp : known.Since,
        };
    }

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    static State Watch(State known, DateTimeOffset now, long stamp, DateTimeOffset expected)
    {
        if (IsNear(known, now, expected))
            return known;
        var fault = new ClockFault(ClockFaultKind.Jumped, now, expected, Later(expected, known.Floor));
        return known with { Fault = fault, Since = stamp };
    }

    /// <summary>A clock that jumped is right again when it says what the monotonic clock expects; one that was wrong at the start, when it passes the checks of the start.</summary>
    State Reconsider(State known, DateTimeOffset now, long stamp, DateTimeOffset expected) =>
        known.Fault! switch
        {
            { Kind: ClockFaultKind.Jumped } => IsNear(known, now, expected) ? known with { Fault = null } : known,
            { Kind: ClockFaultKind.JumpedBefore } jump when !IsUndone(jump, now) => known,
            _ => FaultAtStart(now, known.Entry) is null ? new State(now, stamp, known.Floor, known.Entry) : known,
        };

    /// <summary>
    /// Since a start nobody knows what a clock should say that was set before. One that was set forward never says less than it said then,
    /// unless it is set again; one that was set back has caught up when it says what was shown.
    /// </summary>
    static bool IsUndone(ClockFault jump, DateTimeOffset now) =>
        jump.Told > jump.Witness ? now < jump.Told : now >= jump.FrozenAt - JumpLimit;

    static bool IsNear(State known, DateTimeOffset now, DateTimeOffset expected) =>
        (now - expected).Duration() <= JumpLimit + (expected - known.Wall) * Slew;
}
