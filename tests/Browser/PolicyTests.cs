using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>The last fence, in a browser: what is not the site's own runs nowhere, and no page of the site runs into it.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class PolicyTests(Chromium chromium, EveryKind kinds)
{
    const string Hostile = """
        <p id="end" onclick="window.ran = 'handler'">正文</p>
        <script>window.ran = "inline"</script>
        <script src="data:text/javascript,window.ran='data'"></script>
        <script type="module">window.ran = "module"</script>
        <script src="/files/a.js"></script>
        <script src="//evil.invalid/a.js"></script>
        <img src="/none.png" onerror="window.ran = 'error'">
        <svg onload="window.ran = 'svg'"><script>window.ran = "svg script"</script></svg>
        <style>p { color: rgb(1, 2, 3) }</style>
        <p id="styled" style="color: rgb(1, 2, 3)">样式</p>
        <base href="//evil.invalid/">
        <iframe src="javascript:parent.ran='frame'"></iframe>
        <iframe srcdoc="<script>parent.ran='srcdoc'</script>"></iframe>
        <object data="data:text/html,<script>window.ran='object'</script>"></object>
        <form id="form" action="//evil.invalid/"><button id="send">发送</button></form>
        <a id="link" href="javascript:window.ran='link'">链接</a>
        """;

    [Theory]
    [InlineData("normal")]
    [InlineData("dark")]
    [InlineData("elder")]
    [InlineData("contrast")]
    [InlineData("elder contrast large pointer")]
    [InlineData("small")]
    public async Task No_page_of_the_site_breaks_its_policy(string mode) =>
        (await kinds.Look(chromium, mode)).HasNone(Look.Policy);

    [Fact]
    public async Task Nor_does_a_page_that_editors_see()
    {
        await using var site = await TestSite.OfPreview(
            ContentOf.Report("---\n网址: a\n草稿: 是\n天气: 晴\n---\n正文见[别处](没有.md)。")
        );
        var page = await chromium.Open(site);
        await using var window = page.Context;
        var told = new List<string>();
        page.TellsTrouble(told);
        await page.AddInitScriptAsync(Look.Listen);
        foreach (var address in new[] { "/", "/status", "/reports/a", "/search?q=正文" })
        {
            await page.GotoAsync(address);
            Assert.Equal("", await page.EvaluateAsync<string>("window.broken.join()"));
        }
        Assert.Equal([], told.Distinct());
    }

    [Fact]
    public async Task Nothing_hostile_runs_even_where_every_other_fence_fails()
    {
        await using var site = await TestSite.Of(ContentOf.Report("---\n网址: a\n---\n正文。"));
        site.Harm($"update bodies set html = '{Hostile.Replace("'", "''")}'");
        var page = await chromium.Open(site);
        await page.AddInitScriptAsync(Look.Listen);
        await page.GotoAsync("/reports/a");
        await page.Locator("#end").ClickAsync();
        await page.Locator("#link").ClickAsync();
        // A form that is not sent ends no navigation that a click could wait for.
        await page.EvaluateAsync("document.getElementById('send').click()");
        await page.WaitForFunctionAsync("window.broken.some(line => line.startsWith('form-action'))");
        Assert.Null(await page.EvaluateAsync<string?>("window.ran ?? null"));
        Assert.EndsWith("/reports/a", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(
            "rgb(1, 2, 3)",
            await page.EvaluateAsync<string>("getComputedStyle(document.getElementById('styled')).color")
        );
        var broken = await page.EvaluateAsync<string[]>("window.broken");
        foreach (
            var directive in new[]
            {
                "script-src-elem inline",
                "script-src-attr inline",
                "script-src-elem data",
                "style-src-elem inline",
                "style-src-attr inline",
                "base-uri",
                "object-src data",
            }
        )
            Assert.Contains(broken, line => line.StartsWith(directive, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_picture_keeps_its_styles_on_a_page_and_runs_nothing_even_by_itself()
    {
        const string Picture = """
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="fetch('/ran-onload')">
              <style>rect { stroke: none }</style><script>fetch('/ran-script')</script><rect style="fill: #0f0" width="9" height="9"/>
            </svg>
            """;
        var log = new LogLines();
        await using var site = await TestSite.Of(
            ContentOf
                .Report("---\n网址: a\n---\n![画](画.svg)")
                .With("政治机关/画.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"""),
            log: log.Log
        );
        var page = await chromium.Open(site);
        // Such a picture is not sent. Were it sent all the same, it would have the headers that pictures have.
        await page.RouteAsync("**/*.svg", async route =>
            await route.FulfillAsync(new() { Response = await route.FetchAsync(), Body = Picture })
        );
        await page.GotoAsync("/reports/a");
        var colour = await page.EvaluateAsync<int[]>(
            """
            async () => {
              const picture = document.querySelector("main img");
              picture.loading = "eager";
              await picture.decode();
              const canvas = document.createElement("canvas").getContext("2d");
              canvas.drawImage(picture, 0, 0);
              return [...canvas.getImageData(4, 4, 1, 1).data];
            }
            """
        );
        Assert.Equal([0, 255, 0, 255], colour);
        Assert.Equal(200, (await page.GotoAsync("/files/政治机关/画.svg"))!.Status);
        await page.GotoAsync("/archive");
        await log.With("GET /archive");
        Assert.DoesNotContain(log.All, line => line.Text.Contains("/ran-", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }
}
