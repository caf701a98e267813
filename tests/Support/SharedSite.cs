namespace WorkReports.Tests.Support;

/// <summary>A site that tests share and none of them changes. It starts when the first of them asks for it.</summary>
public abstract class SharedSite : IAsyncDisposable
{
    readonly ContentOf? content;
    readonly Lazy<Task<TestSite>> started;

    protected SharedSite(ContentOf content)
        : this(() => TestSite.Of(content)) => this.content = content;

    // Task.Run: whoever asks first blocks its thread, so the start must not need that thread to go on.
    protected SharedSite(Func<Task<TestSite>> start) => started = new(() => Task.Run(start));

    public TestSite Site => started.Value.GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (started.IsValueCreated)
            await (await started.Value).DisposeAsync();
        else
            content?.Dispose();
    }
}
