using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// Rendered pages in memory, as many as the settings allow: those that were not asked for longest go first.
/// </summary>
sealed class PageCache(Settings settings, CacheValidity validity) : IDisposable
{
    readonly MemoryCache pages = new(
        new MemoryCacheOptions { SizeLimit = settings.Cache * 1024L * 1024, TrackStatistics = true }
    );
    readonly ConcurrentDictionary<(CacheKey, ValidityPeriod), Task<CachedPage?>> inFlight = new();
    long rendered;
    long hits;
    long misses;

    /// <summary>How many times a page has been rendered.</summary>
    public long Rendered => Volatile.Read(ref rendered);

    /// <summary>How many requests were served from memory.</summary>
    public long Hits => Volatile.Read(ref hits);

    /// <summary>How many requests for a page that is cached had to wait for its rendering.</summary>
    public long Misses => Volatile.Read(ref misses);

    /// <summary>What the pages take, in bytes.</summary>
    public long Size => pages.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    /// <summary>How many pages there are.</summary>
    public long Count => pages.GetCurrentStatistics()!.CurrentEntryCount;

    /// <summary>Looks for a request's page, and counts whether it was there.</summary>
    public CachedPage? Serve(CacheKey key, ValidityPeriod period)
    {
        var page = Find(key, period);
        if (page is null)
            Interlocked.Increment(ref misses);
        else
            Interlocked.Increment(ref hits);
        return page;
    }

    public CachedPage? Find(CacheKey key, ValidityPeriod period) =>
        FindStale(key) is { } page && validity.StillValid(page, period) ? page : null;

    /// <summary>The page as it was last rendered, still valid or not.</summary>
    public CachedPage? FindStale(CacheKey key) => pages.TryGetValue(key, out CachedPage? page) ? page : null;

    /// <summary>
    /// Renders a page once, however many ask for it meanwhile; null for all of them when it cannot be cached.
    /// </summary>
    public async Task<CachedPage?> GetOrRender(CacheKey key, ValidityPeriod period, Func<Task<CachedPage?>> render)
    {
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (inFlight.GetOrAdd((key, period), mine.Task) is var other && other != mine.Task)
            return await other;

        // Another request may have rendered it, and left, between this one's look and its entry here.
        var page = Find(key, period);
        try
        {
            if (page is not null)
                return page;

            Interlocked.Increment(ref rendered);
            page = await render();
            // Begun in one period and ended in another, it may show either: it goes to those who wait for it, and is
            // not kept.
            if (page is not null && validity.CurrentPeriod() == period)
                pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size });
            return page;
        }
        finally
        {
            inFlight.TryRemove((key, period), out _);
            mine.SetResult(page);
        }
    }

    public void Dispose() => pages.Dispose();
}
