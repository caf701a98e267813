namespace WorkReports.Hosting;

/// <summary>Whether readers can be served, and what keeps the content from being published.</summary>
public sealed class Readiness
{
    volatile string? trouble = "the first scan of the content folder is under way";
    volatile bool isReady;
    volatile bool isStopping;

    /// <summary>True while there is an edition for readers, whatever happens to the content.</summary>
    public bool IsReady => isReady && !isStopping;

    /// <summary>Why what editors write is not published; null while it is.</summary>
    public string? Trouble => isStopping ? "it is about to stop" : trouble;

    public void Is(bool ready, string? because) => (isReady, trouble) = (ready, because);

    /// <summary>From now on balancers should send readers elsewhere.</summary>
    public void Stop() => isStopping = true;
}
