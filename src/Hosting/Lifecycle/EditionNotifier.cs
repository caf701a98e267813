namespace WorkReports.Hosting.Lifecycle;

/// <summary>Wakes whoever waits for the next edition.</summary>
sealed class EditionNotifier
{
    volatile TaskCompletionSource<long> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done, with its number, once the next edition is published.</summary>
    public Task<long> Next => next.Task;

    public void Notify(long edition)
    {
        var waiting = Interlocked.Exchange(
            ref next,
            new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        waiting.SetResult(edition);
    }
}
