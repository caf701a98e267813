using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using WorkReports.Hosting;
using WorkReports.Hosting.Metrics;
using WorkReports.Hosting.Routing;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Routing;

/// <summary>What the house knows of an address stands in one row.</summary>
public sealed class RouteTableTests
{
    static readonly RouteTable Table = SiteRoutes.Of(new Settings());

    [Fact]
    public async Task A_page_added_as_a_row_is_mapped_cached_paged_measured_logged_and_listed_as_its_row_says()
    {
        var log = new LogLines();
        using var kinds = new Kinds();
        await using var site = await TestSite.WithRoutes(
            ContentOf.Report("# 甲"),
            log.Log,
            new RouteEntry("/extra/{slug}", "extra", CacheMode.PerReader)
            {
                Handler = Page,
                IsPaged = true,
                Crawling = Crawling.Disallowed,
            },
            new RouteEntry("/quiet", "quiet", CacheMode.Never)
            {
                Handler = () => Results.Text("quiet"),
                IsQuiet = true,
                Crawling = Crawling.Listed,
            }
        );

        // Mapped and cached.
        var (first, second) = (await site.Get("/extra/a"), await site.Get("/extra/a?x=1"));
        Assert.Equal((200, "a, page 1", "a, page 1"), (first.Status, first.Text, second.Text));
        Assert.Equal(
            ("Cookie, Accept-Encoding", first["ETag"], 1),
            (first["Vary"], second["ETag"], site.Pages.Rendered)
        );
        Assert.Equal(("quiet", ""), ((await site.Get("/quiet")).Text, (await site.Get("/quiet"))["ETag"]));
        // Paged.
        Assert.Equal("a, page 2", (await site.Get("/extra/a?p=2&x=1")).Text);
        Assert.Equal("a, page 2", (await site.Get("/extra/a?p=02")).Text);
        Assert.Equal(2, site.Pages.Rendered);
        // Logged.
        await log.With("GET /extra/a 200");
        await log.With("cache hit");
        await site.Get("/archive");
        await log.With("GET /archive 200");
        Assert.DoesNotContain(log.All, line => line.Text.Contains("/quiet", StringComparison.Ordinal));
        // Measured.
        await Wait.Until(
            () => (Extra: kinds.Count("extra"), Quiet: kinds.Count("quiet")),
            counted => counted == (4, 2)
        );
        // Listed.
        Assert.Contains("/quiet</loc>", (await site.Get("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("\nDisallow: /extra/\n", (await site.Get("/robots.txt")).Text, StringComparison.Ordinal);
    }

    static IResult Page(string slug, HttpRequest request) =>
        Results.Text($"{slug}, page {(request.Query["p"].ToString() is { Length: > 0 } number ? number : "1")}");

    [Theory]
    [InlineData("/", "home")]
    [InlineData("/feed.xml", "feed")]
    [InlineData("/pillars/zhengzhi/feed.xml", "feed")]
    [InlineData("/search/suggest", "suggestion")]
    [InlineData("/search.json", "search")]
    [InlineData("/archive", "archive")]
    [InlineData("/archive/2021", "archive")]
    [InlineData("//", "other")]
    [InlineData("/wp-login.php", "other")]
    [InlineData("/metrics", "other")]
    public void A_kind_is_one_of_a_few_words(string path, string kind) => Assert.Equal(kind, Table.Find(path).Kind);

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/archive", "/archive/{year?}")]
    [InlineData("/archive/2021", "/archive/{year?}")]
    [InlineData("/units", "/units")]
    [InlineData("/units/", "/units")]
    [InlineData("/units/a", "/units/{slug}")]
    [InlineData("/units/a/feed.xml", "/units/{slug}/feed.xml")]
    [InlineData("/reports/a", "/reports/{slug}")]
    [InlineData("/reports/a.md", "/reports/{slug}.md")]
    [InlineData("/reports/.md", "/reports/{slug}")]
    [InlineData("/reports/a/qr.svg", "/reports/{slug}/qr.svg")]
    [InlineData("/reports/a/b/c", "/reports/{slug}")]
    [InlineData("/reports", "/reports/{slug}")]
    [InlineData("/search", "/search")]
    [InlineData("/search/suggest", "/search/suggest")]
    [InlineData("/search.json", "/search.json")]
    [InlineData("/css/x/y.css", "/css/{**path}")]
    [InlineData("/error/404", "/error/{code:int}")]
    public void A_path_finds_its_row_by_its_first_segments(string path, string pattern) =>
        Assert.Equal(pattern, Table.Find(path).Pattern);

    [Theory]
    [InlineData("/ARCHIVE", "/archive/{year?}")]
    [InlineData("/Healthz/", "/healthz")]
    [InlineData("/FILES/x.svg", "/files/{**path}")]
    public void Letters_of_either_case_find_the_same_row_as_in_routing(string path, string pattern) =>
        Assert.Equal(pattern, Table.Find(path).Pattern);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("//")]
    [InlineData("//reports/a")]
    [InlineData("/wp-login.php")]
    [InlineData("/reportsx")]
    [InlineData("/preview/events")]
    public void What_nobody_knows_is_never_cached(string? path)
    {
        var row = Table.Find(path);
        Assert.Same(RouteTable.Unknown, row);
        Assert.Equal((CacheMode.Never, "other", true), (row.Cache, row.Kind, row.NeedsEdition));
    }

    [Fact]
    public void To_find_a_row_allocates_nothing()
    {
        string[] paths =
        [
            "/",
            "/archive/2021",
            "/reports/2021-08-31-jia",
            "/reports/a/qr.svg",
            "/css/base.css",
            "/none",
        ];
        Assert.Equal(0, AllocatedBy(() => { }));
        Assert.Equal(
            0,
            AllocatedBy(() =>
            {
                foreach (var path in paths)
                    Table.Find(path);
            })
        );
    }

    [Fact]
    public async Task An_endpoint_without_a_row_does_not_start()
    {
        var withoutUnits = new RouteTable([.. Table.Entries.Where(entry => entry.Pattern != "/units")]);
        Assert.Contains("Units", await StartWith(withoutUnits), StringComparison.Ordinal);
        var withoutStyles = new RouteTable([.. Table.Entries.Where(entry => entry.Pattern != "/css/{**path}")]);
        Assert.Contains("has no row", await StartWith(withoutStyles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_an_endpoint_does_not_start()
    {
        var forgotten = SiteRoutes.Of(new Settings(), new RouteEntry("/none", "other", CacheMode.Never));
        Assert.Contains("/none has a row", await StartWith(forgotten), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_whose_addresses_the_sitemap_does_not_know_does_not_start()
    {
        var unknown = SiteRoutes.Of(
            new Settings(),
            new RouteEntry("/extra/{slug}", "extra", CacheMode.Never) { Handler = Page, Crawling = Crawling.Listed }
        );
        Assert.Contains("/extra/{slug}", await StartWith(unknown), StringComparison.Ordinal);
    }

    static async Task<string> StartWith(RouteTable routes)
    {
        var settings = new Settings { Data = Directory.CreateTempSubdirectory("workreports-data-").FullName };
        try
        {
            return (
                await Assert.ThrowsAsync<InvalidOperationException>(async () =>
                {
                    await using var site = Site.Build(settings, new FakeTimeProvider(), Logger.None, routes);
                })
            ).Message;
        }
        finally
        {
            Directory.Delete(settings.Data, recursive: true);
        }
    }

    static long AllocatedBy(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The kinds of the requests that the server measured.</summary>
    sealed class Kinds : IDisposable
    {
        readonly MeterListener listener = new();
        readonly ConcurrentQueue<string?> measured = [];

        public Kinds()
        {
            listener.InstrumentPublished = (instrument, itself) =>
            {
                if (instrument.Name == "http.server.request.duration")
                    itself.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<double>(
                (_, _, tags, _) =>
                {
                    foreach (var tag in tags)
                    {
                        if (tag.Key == RequestKind.Label)
                            measured.Enqueue(tag.Value as string);
                    }
                }
            );
            listener.Start();
        }

        public int Count(string kind) => measured.Count(one => one == kind);

        public void Dispose() => listener.Dispose();
    }
}
