using System.Collections.Concurrent;

namespace WorkReports.Index.Search;

/// <summary>
/// Match buffers that no search uses now: made anew for each search, they would fill the large object heap.
/// </summary>
sealed class MatchBufferPool
{
    /// <summary>At a hundred thousand reports each takes some megabytes.</summary>
    const int Capacity = 8;

    readonly ConcurrentBag<MatchBuffer> spare = [];

    public MatchBuffer Rent() => spare.TryTake(out var buffer) ? buffer : new MatchBuffer();

    public void Return(IEnumerable<MatchBuffer> used)
    {
        foreach (var buffer in used.TakeWhile(_ => spare.Count < Capacity))
            spare.Add(buffer);
    }
}
