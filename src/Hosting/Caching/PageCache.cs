using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace WorkReports.Hosting.Caching;

/// <summary>Rendered pages in memory, as many as the settings allow: those that were not asked for longest go first.</summary>
sealed class PageCache(Settings settings, CacheValidity periods) : IDisposable
{
    readonly MemoryCache pages = new(
        new MemoryCacheOptions { SizeLimit = settings.Cache * 1024L * 1024, TrackStatistics = true }
    );
    readonly ConcurrentDictionary<(CacheKey, ValidityPeriod), Task<CachedPage?>> inFlight = new();
    long rendered;

    /// <summary>How many times a page has been rendered.</summary>
    public long Rendered => Volatile.Read(ref rendered);

    /// <summary>What the pages take, in bytes.</summary>
    public long Size => pages.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    /// <summary>How many pages there are.</summary>
    public long Count => pages.GetCurrentStatistics()!.CurrentEntryCount;

    public CachedPage? Find(CacheKey key, ValidityPeriod period) =>
        FindStale(key) is { } page && periods.StillValid(key, page.Period, period) ? page : null;

    /// <summary>The page as it was when it was last rendered, in whichever period.</summary>
    public CachedPage? FindStale(CacheKey key) => pages.TryGetValue(key, out CachedPage? page) ? page : null;

    /// <summary>Renders a page once, however many ask for it meanwhile; null for all of them when there was none to keep.</summary>
    public async Task<CachedPage?> GetOrRender(CacheKey key, ValidityPeriod period, Func<Task<CachedPage?>> render)
    {
        var making = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (inFlight.GetOrAdd((key, period), making.Task) is var other && other != making.Task)
            return await other;

        // Whoever rendered it a moment ago may be done since this request looked for it.
        var page = Find(key, period);
        try
        {
            if (page is not null)
                return page;

            Interlocked.Increment(ref rendered);
            page = await render();
            // A page that was begun in one period and ended in another may be of either: good for those who wait for it, and for no other.
            if (page is not null && periods.CurrentPeriod() == period)
                pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size });
            return page;
        }
        finally
        {
            inFlight.TryRemove((key, period), out _);
            making.SetResult(page);
        }
    }

    public void Dispose() => pages.Dispose();
}
