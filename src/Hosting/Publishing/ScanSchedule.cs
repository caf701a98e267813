using System.Diagnostics;

namespace WorkReports.Hosting.Publishing;

/// <summary>When everything is looked at again: the longer a scan takes, the later.</summary>
sealed class ScanSchedule
{
    /// <summary>The pause after a scan, in times that it took: scanning takes a twentieth of a processor at most.</summary>
    const int ScanPauseFactor = 20;

    static readonly TimeSpan MinimumScanPause = TimeSpan.FromSeconds(0.5);
    static readonly TimeSpan MaximumScanPause = TimeSpan.FromMinutes(1);

    /// <summary>After a failure the next scan comes after so long; also after the first, which alone reads every file.</summary>
    public static readonly TimeSpan EarlyPause = TimeSpan.FromSeconds(3);

    long lastScan;

    /// <summary>Between the last scan and the next.</summary>
    public TimeSpan Pause { get; private set; }

    /// <summary>Below zero when the next scan is late.</summary>
    public TimeSpan TimeLeft => Pause - Stopwatch.GetElapsedTime(lastScan);

    public bool IsDue => TimeLeft <= TimeSpan.Zero;

    public void PauseAfter(TimeSpan scan) => PauseFor(lastScan == 0 ? EarlyPause : scan * ScanPauseFactor);

    public void PauseFor(TimeSpan time) =>
        (lastScan, Pause) = (
            Stopwatch.GetTimestamp(),
            TimeSpan.FromTicks(Math.Clamp(time.Ticks, MinimumScanPause.Ticks, MaximumScanPause.Ticks))
        );
}
