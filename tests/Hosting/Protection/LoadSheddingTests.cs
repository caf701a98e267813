using Microsoft.AspNetCore.Http;
using WorkReports.Hosting.Protection;
using WorkReports.Hosting.Routing;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

/// <summary>Where all places are taken, others wait a moment and are told to come again; whatever needs no place is answered.</summary>
public sealed class LoadSheddingTests
{
    readonly TaskCompletionSource free = new();

    [Theory]
    [InlineData("/search?q=甲", "/held/search", true)]
    [InlineData("/search.json?q=甲", "/held/search", false)]
    [InlineData("/search/suggest?q=甲", "/held/search", false)]
    [InlineData("/archive", "/held/page", true)]
    [InlineData("/feed.xml", "/held/page", false)]
    [InlineData("/reports/a?q=甲", "/held/page", true)]
    [InlineData("/nothing", "/held/page", true)]
    public async Task Who_finds_no_place_in_time_is_told_to_come_again(string address, string held, bool isPage)
    {
        await using var site = await Site();
        var holders = await Hold(site, held);
        var asked = site.Get(address);
        await Refuse(site, asked);
        var answer = await asked;
        Assert.Equal((503, "5", "no-store"), (answer.Status, answer["Retry-After"], answer["Cache-Control"]));
        if (isPage)
        {
            Assert.Contains("请过 5 秒刷新页面", answer.Text, StringComparison.Ordinal);
            // A phone would show it a third as large without.
            Assert.Contains("<meta name=\"viewport\"", answer.Text, StringComparison.Ordinal);
        }
        else
            Assert.Empty(answer.Bytes);
        free.SetResult();
        await Task.WhenAll(holders);
        Assert.NotEqual(503, (await site.Get(address)).Status);
        await NothingIsLeft(site);
    }

    [Theory]
    [InlineData("/held/search", "/archive")]
    [InlineData("/held/page", "/search?q=甲")]
    public async Task What_needs_no_place_of_these_is_answered(string held, string other)
    {
        await using var site = await Site();
        Assert.Equal(200, (await site.Get("/units")).Status);
        var holders = await Hold(site, held);
        foreach (
            var address in new[] { "/units", "/healthz", "/readyz", "/css/base.css", "/files/政治机关/图.png", other }
        )
            Assert.Equal((address, 200), (address, (await site.Get(address)).Status));
        free.SetResult();
        await Task.WhenAll(holders);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_gives_up_the_turn()
    {
        await using var site = await Site();
        var holders = await Hold(site, "/held/search");
        var waiting = new List<RawConnection>();
        for (var number = 0; number < 20; number++)
        {
            waiting.Add(await RawConnection.To(site.Origin));
            await waiting[^1].Send("/search?q=a");
        }
        var searches = site.Service<Bulkheads>().Searches;
        await Wait.Until(() => searches.Waiting, count => count == 20);
        waiting.ForEach(connection => connection.Dispose());
        await Wait.Until(() => searches.Waiting, count => count == 0);
        Assert.Equal(0, searches.Refused);
        free.SetResult();
        await Task.WhenAll(holders);
        await NothingIsLeft(site);
    }

    /// <summary>Compressing a page takes longer than rendering it.</summary>
    [Fact]
    public async Task A_page_that_is_kept_in_memory_has_its_place_until_it_is_compressed()
    {
        await using var site = await Site();
        var renderings = site.Service<Bulkheads>().Renderings;
        var context = new DefaultHttpContext { RequestServices = site.Service<IServiceProvider>() };
        context.Request.Path = "/archive";
        var shedding = new LoadShedding(_ => Task.CompletedTask, site.Service<RouteTable>(), site.Service<Bulkheads>());
        using (KeptPlace.For(context))
        {
            await shedding.Invoke(context);
            Assert.Equal(1, renderings.Running);
        }
        Assert.Equal(0, renderings.Running);
    }

    [Fact]
    public async Task A_failure_gives_its_place_back()
    {
        await using var site = await Site();
        for (var number = 0; number < 3 * Bulkhead.Places; number++)
            Assert.Equal(500, (await site.Get("/throws")).Status);
        await NothingIsLeft(site);
    }

    Task<TestSite> Site() =>
        TestSite.WithRoutes(
            ContentOf.Report("---\n网址: a\n---\n# 甲\n\n![图](图.png)").With("政治机关/图.png", [1]),
            Serilog.Core.Logger.None,
            Held("/held/search", Workload.Search),
            Held("/held/page", Workload.Rendering),
            new RouteEntry("/throws", "other", CacheMode.Never)
            {
                Handler = IResult () => throw new InvalidOperationException("as the test wants"),
                Workload = Workload.Rendering,
            }
        );

    RouteEntry Held(string path, Workload workload) =>
        new(path, "other", CacheMode.Never)
        {
            Handler = async () =>
            {
                await free.Task;
                return Results.Text("held");
            },
            Workload = workload,
        };

    /// <summary>Takes every place.</summary>
    static async Task<List<Task<Answer>>> Hold(TestSite site, string address)
    {
        var holders = Enumerable.Range(0, Bulkhead.Places).Select(_ => site.Get(address)).ToList();
        await Wait.Until(() => Both(site).Sum(places => places.Running), running => running == Bulkhead.Places);
        return holders;
    }

    /// <summary>Lets the time pass in which a place might become free.</summary>
    static async Task Refuse(TestSite site, Task asked)
    {
        await Wait.Until(() => Both(site).Sum(places => places.Waiting), waiting => waiting == 1);
        site.Clock.Advance(Bulkhead.Patience);
        await asked;
    }

    static async Task NothingIsLeft(TestSite site) =>
        await Wait.Until(() => Both(site).Sum(places => places.Running + places.Waiting), left => left == 0);

    static Bulkhead[] Both(TestSite site)
    {
        var bulkheads = site.Service<Bulkheads>();
        return [bulkheads.Searches, bulkheads.Renderings];
    }
}
