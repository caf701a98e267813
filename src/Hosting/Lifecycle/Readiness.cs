using System.Collections.Concurrent;

namespace WorkReports.Hosting.Lifecycle;

/// <summary>Whether readers can be served, and what is wrong all the same: what /readyz says.</summary>
public sealed class Readiness
{
    volatile State state = new(false, ["the first scan of the content folder is under way"]);
    readonly ConcurrentDictionary<string, IReadOnlyList<string>> notes = [];
    volatile bool isStopping;

    sealed record State(bool IsReady, IReadOnlyList<string> Troubles);

    /// <summary>True while there is an edition for readers, whatever happens to the content.</summary>
    public bool IsReady => state.IsReady && !isStopping;

    /// <summary>A phrase for each thing that is wrong; none while all is well.</summary>
    public IReadOnlyList<string> Troubles =>
        isStopping
            ? ["it is about to stop"]
            : [.. state.Troubles.Union(notes.OrderBy(note => note.Key).SelectMany(note => note.Value))];

    /// <param name="troubles">A phrase for each thing that is wrong; nulls for what is not.</param>
    public void Set(bool ready, params string?[] troubles) => state = new State(ready, [.. troubles.OfType<string>()]);

    /// <summary>There is an edition; what was wrong until now is so until it is said anew.</summary>
    public void SetReady()
    {
        if (!state.IsReady)
            Set(true);
    }

    /// <summary>What is wrong beside the publishing, until it is said anew.</summary>
    /// <param name="watch">Who says it.</param>
    public void Note(string watch, IReadOnlyList<string> phrases) => notes[watch] = phrases;

    /// <summary>From now on balancers should send readers elsewhere.</summary>
    public void Stop() => isStopping = true;
}
