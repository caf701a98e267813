using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class HealthCommandTests(HealthCommandTests.Running running) : IClassFixture<HealthCommandTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Pillars());

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::]:{0}")]
    [InlineData("http://0.0.0.0:{0}")]
    [InlineData("http://*:{0}")]
    [InlineData("http://+:{0}")]
    [InlineData(" http://[::]:{0} ; http://127.0.0.1:1")]
    public async Task A_running_server_is_healthy_wherever_it_listens(string urls) =>
        Assert.Equal(new Typed(0, "healthy\n", ""), await Health(urls.Replace("{0}", $"{running.Site.Origin.Port}")));

    [Fact]
    public async Task Whether_readers_can_come_is_another_question()
    {
        await using var starting = await TestSite.BeforeScan(ContentOf.Pillars());
        var urls = starting.Origin.GetLeftPart(UriPartial.Authority);
        Assert.Equal(new Typed(0, "healthy\n", ""), await Health(urls));
        Assert.Equal(
            new Typed(1, $"unhealthy: {urls} answered 503\n", ""),
            await Typed.Run("health", "--ready", "--urls", urls)
        );
        await starting.LetScan();
        Assert.Equal(new Typed(0, "healthy\n", ""), await Typed.Run("health", "--ready", "--urls", urls));
    }

    [Fact]
    public async Task Nobody_there_is_told()
    {
        var typed = await Health("http://127.0.0.1:1");
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("unhealthy: http://127.0.0.1:1 does not answer (", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_proxy_of_the_environment_is_not_asked()
    {
        var typed = await Typed.RunAlone(
            ["health"],
            ("WORKREPORTS_URLS", running.Site.Origin.AbsoluteUri),
            ("http_proxy", "http://127.0.0.1:1")
        );
        Assert.Equal(new Typed(0, "healthy\n", ""), typed);
    }

    static Task<Typed> Health(string urls) => Typed.Run("health", "--urls", urls);
}
