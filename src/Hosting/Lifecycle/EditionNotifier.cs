namespace WorkReports.Hosting.Lifecycle;

/// <summary>Tells those who wait that a new edition stands.</summary>
sealed class EditionNotifier
{
    volatile TaskCompletionSource<long> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of the edition that comes next, once it stands.</summary>
    public Task<long> Next => next.Task;

    public void Notify(long edition)
    {
        var told = Interlocked.Exchange(
            ref next,
            new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        told.SetResult(edition);
    }
}
