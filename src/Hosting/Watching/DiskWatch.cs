using WorkReports.Hosting.Lifecycle;

namespace WorkReports.Hosting.Watching;

/// <summary>Looks every few seconds whether the disks of data and log have space left, and tells where they have little.</summary>
sealed class DiskWatch(Settings settings, Readiness readiness, TimeProvider clock, ILogger<DiskWatch> log)
    : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    IReadOnlyList<string> known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do Look();
        while (await NextTick(timer, stoppingToken));
    }

    static async Task<bool> NextTick(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    void Look()
    {
        string[] folders = settings.LogFolder == Settings.None ? [settings.Data] : [settings.Data, settings.LogFolder];
        List<string> troubles = [.. folders.Select(DiskSpace.Trouble).OfType<string>().Distinct()];
        readiness.Note(nameof(DiskWatch), troubles);
        foreach (var trouble in troubles.Except(known))
            log.LogWarning("Space runs out: {Trouble}", trouble);
        if (troubles.Count == 0 && known.Count > 0)
            log.LogInformation("There is space again on the disks of data and log");
        known = troubles;
    }
}
