using Microsoft.Extensions.Time.Testing;

namespace WorkReports.Tests.Support;

/// <summary>A machine's clock that a test sets: as on a machine, setting it moves neither stamps nor timers.</summary>
public sealed class WallClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    TimeSpan set;

    public new void AdjustTime(DateTimeOffset value)
    {
        set += value - GetUtcNow();
        base.AdjustTime(value);
    }

    public override long GetTimestamp() => base.GetTimestamp() - set.Ticks;
}
