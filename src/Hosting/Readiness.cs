namespace WorkReports.Hosting;

/// <summary>Whether the first scan since the start has been committed, and what keeps the content from being published.</summary>
public sealed class Readiness
{
    volatile string? trouble = "the first scan of the content folder is under way";
    volatile bool isReady;

    /// <summary>True once an edition of this start stands: from then on readers are served, whatever happens to the content.</summary>
    public bool IsReady => isReady;

    /// <summary>Why what editors write is not published; null while it is.</summary>
    public string? Trouble => trouble;

    public void Ready() => (isReady, trouble) = (true, null);

    public void Fail(string reason) => trouble = reason;
}
