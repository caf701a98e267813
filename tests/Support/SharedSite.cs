namespace WorkReports.Tests.Support;

/// <summary>A site that the tests of a class share: started once, and changed by none of them.</summary>
public abstract class SharedSite(ContentOf content) : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.Of(content);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Site.DisposeAsync();
    }
}
