using System.IO.Compression;
using Microsoft.Playwright;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>A page is light, and stands still from its first moment.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class PageWeightTests(Chromium chromium, SampleSite sample)
{
    const int Most = 30_000;

    /// <summary>By then what came last is drawn, and what moved has been told.</summary>
    const string TwoFrames =
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    /// <summary>
    /// Counted as they travel in the end: styles and scripts in Brotli as they are compressed when the program is published, the
    /// page itself in gzip at the speed of a server that compresses each answer.
    /// </summary>
    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    public async Task An_article_without_its_pictures_weighs_at_most_thirty_kilobytes(string mode)
    {
        var page = await chromium.Open(sample.Site, mode);
        var parts = new List<(string Address, string Kind, int Size)>();
        await page.RouteAsync("**", async route =>
        {
            var answer = await route.FetchAsync();
            var kind = route.Request.ResourceType;
            if (kind != "image")
                parts.Add(
                    (
                        new Uri(route.Request.Url).AbsolutePath,
                        kind,
                        kind == "document" ? Zipped(await answer.BodyAsync()) : Published(await answer.BodyAsync())
                    )
                );
            await route.FulfillAsync(new() { Response = answer });
        });
        await page.GotoAsync("/reports/xinbei-2021-h1", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.Context.CloseAsync();

        Assert.Superset(
            new HashSet<string> { "document", "stylesheet", "script" },
            parts.Select(part => part.Kind).ToHashSet()
        );
        Assert.Contains(parts, part => part.Address.StartsWith("/css/print.", StringComparison.Ordinal));
        Assert.True(
            parts.Sum(part => part.Size) <= Most,
            $"{parts.Sum(part => part.Size)} bytes:\n"
                + string.Join('\n', parts.Select(part => $"{part.Size} {part.Address}"))
        );
    }

    [Fact]
    public async Task Every_script_and_style_is_fetched_by_the_name_with_its_print()
    {
        var page = await chromium.Open(sample.Site);
        await using var window = page.Context;
        var plain = new List<string>();
        page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (request.ResourceType is "script" or "stylesheet" && path.Split('.') is not [_, { Length: 10 }, _])
                plain.Add(path);
        };
        await page.GotoAsync("/reports/xinbei-2021-h1", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(plain);
    }

    [Theory]
    [InlineData("normal", 1440)]
    [InlineData("normal", 375)]
    [InlineData("elder", 1024)]
    [InlineData("elder", 375)]
    public async Task Nothing_moves_while_a_page_loads_and_pictures_come_into_view(string mode, int width)
    {
        var page = await chromium.Open(sample.Site, mode, width);
        // A busy machine draws a page before all of it is read, and a line comes to its place by a hair (up to 0.002 was seen). A
        // picture without its room moves ten times as much.
        await page.AddInitScriptAsync(
            """
            window.shifts = [];
            new PerformanceObserver(list => shifts.push(...list.getEntries().filter(shift => shift.value > 0.005).map(shift => `${shift.value} ${shift.sources.map(source => source.node?.nodeName + '.' + source.node?.className)}`)))
              .observe({ type: 'layout-shift', buffered: true });
            """
        );
        var drawn = new TaskCompletionSource();
        await page.RouteAsync("**/files/**", async route =>
        {
            await drawn.Task;
            await route.ContinueAsync();
        });
        foreach (
            var address in new[]
            {
                "/",
                "/pillars/pinpai",
                "/archive",
                "/search?q=品牌",
                "/reports/xinbei-2021-h1",
                "/reports/sample-2026-eight-years",
            }
        )
        {
            // Pictures arrive after the page is drawn.
            drawn = new TaskCompletionSource();
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await page.EvaluateAsync(TwoFrames);
            drawn.SetResult();
            foreach (var picture in await page.Locator("main img").AllAsync())
            {
                await picture.ScrollIntoViewIfNeededAsync();
                await picture.EvaluateAsync(
                    "picture => picture.complete || new Promise(done => picture.onload = picture.onerror = () => done())"
                );
            }
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.EvaluateAsync(TwoFrames);
            Assert.Equal([], (await page.EvaluateAsync<string[]>("shifts")).Select(shift => $"{address}: {shift}"));
        }
        await page.Context.CloseAsync();
    }

    static int Zipped(byte[] bytes) => Size(bytes, into => new GZipStream(into, CompressionLevel.Optimal));

    static int Published(byte[] bytes) => Size(bytes, into => new BrotliStream(into, CompressionLevel.SmallestSize));

    static int Size(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var packed = new MemoryStream();
        using (var packer = compress(packed))
            packer.Write(bytes);
        return packed.ToArray().Length;
    }
}
