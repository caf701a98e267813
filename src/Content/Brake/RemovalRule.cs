namespace WorkReports.Content.Brake;

/// <summary>When removals look like an accident rather than an editor's act.</summary>
static class RemovalRule
{
    const int UsualRemovals = 5;
    const int UsualPercent = 10;

    /// <summary>Removals of this time are counted together, however many looks found them.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <param name="gone">Reports that readers saw, and whose files went within <see cref="Window"/>.</param>
    /// <param name="stood">How many there were before.</param>
    public static bool IsUnusual(int gone, int stood) =>
        gone > UsualRemovals && gone * 100L > stood * (long)UsualPercent;
}
