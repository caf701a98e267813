using System.Collections.Concurrent;

namespace WorkReports.Tests.Support;

/// <summary>Makes the reading of some files wait until it is opened: slow files that need no time.</summary>
public sealed class Gate(Func<string, bool> isSlow) : IDisposable
{
    readonly ManualResetEventSlim opened = new();
    readonly ConcurrentDictionary<string, int> within = [];

    /// <summary>Paths of files that were read twice at once.</summary>
    public ConcurrentBag<string> ReadTwice { get; } = [];

    /// <summary>How often a slow file was begun.</summary>
    public int Begun => begun;

    int begun;

    public void Pass(string path)
    {
        if (!isSlow(path))
            return;
        Interlocked.Increment(ref begun);
        if (within.AddOrUpdate(path, 1, (_, count) => count + 1) > 1)
            ReadTwice.Add(path);
        opened.Wait();
        within.AddOrUpdate(path, 0, (_, count) => count - 1);
    }

    public void Open() => opened.Set();

    /// <summary>Whoever still waits goes on: a thread must not be left behind.</summary>
    public void Dispose() => opened.Set();
}
