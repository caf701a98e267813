namespace WorkReports.Hosting;

/// <summary>Whether the first scan since the start has been committed, and if not, why.</summary>
public sealed class Readiness
{
    volatile string? obstacle = "the first scan of the content folder is under way";

    /// <summary>Null once the site is ready.</summary>
    public string? Obstacle => obstacle;

    public void Ready() => obstacle = null;

    public void Fail(string reason) => obstacle = reason;
}
