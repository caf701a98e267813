using System.Threading.RateLimiting;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// Places for one kind of work: whoever finds none waits for one, without a thread, and gives up after a while. However
/// much of it is asked for, the processor has time for everything else.
/// </summary>
sealed class Bulkhead(TimeProvider clock) : IDisposable
{
    const int PlacesPerCore = 2;

    /// <summary>More would not come to their turn in time; each keeps a request's memory.</summary>
    const int WaitingLimit = 500;

    /// <summary>Whoever gets no place by then is told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = Places,
            QueueLimit = WaitingLimit,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );
    long refused;

    public static int Places { get; } = PlacesPerCore * Environment.ProcessorCount;

    public long Running => Places - limiter.GetStatistics()!.CurrentAvailablePermits;

    public long Waiting => limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>How many got no place.</summary>
    public long Refused => Volatile.Read(ref refused);

    /// <summary>A place, to be given back by disposing of it; null when none became free in time.</summary>
    /// <param name="left">Set when nobody waits for the answer any more.</param>
    public async ValueTask<IDisposable?> Enter(CancellationToken left)
    {
        var place = limiter.AttemptAcquire();
        if (!place.IsAcquired)
            place = await Wait(left);
        if (place is { IsAcquired: true })
            return place;

        Interlocked.Increment(ref refused);
        return null;
    }

    public void Dispose() => limiter.Dispose();

    async Task<RateLimitLease?> Wait(CancellationToken left)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(left, patience.Token);
        try
        {
            return await limiter.AcquireAsync(cancellationToken: end.Token);
        }
        catch (OperationCanceledException) when (!left.IsCancellationRequested)
        {
            return null;
        }
    }
}
