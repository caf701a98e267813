using WorkReports.Tests.Support;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace WorkReports.Tests.Support;

/// <summary>The sample site that ships, served once for all tests that only read it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.OfSample();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
