using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

public sealed class SecurityHeadersTests(SecurityHeadersTests.Running running)
    : IClassFixture<SecurityHeadersTests.Running>
{
    public sealed class Running()
        : SharedSite(
            ContentOf
                .Report("---\n网址: a\n---\n![图](图.png)\n\n![画](画.svg)")
                .With("政治机关/图.png", [1])
                .With("政治机关/画.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
                .With("政治机关/2021-08-30-撤.md", "---\n网址: withdrawn\n撤稿: 有误。\n---\n旧文。")
        );

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("POST", "/", 405)]
    [InlineData("GET", "/reports/a", 200)]
    [InlineData("GET", "/reports/a.md", 200)]
    [InlineData("GET", "/reports/a/qr.svg", 200)]
    [InlineData("GET", "/reports/withdrawn", 410)]
    [InlineData("GET", "/reports/2021-08-31-试验", 301)]
    [InlineData("GET", "/search?q=图", 200)]
    [InlineData("GET", "/search.json?q=图", 200)]
    [InlineData("GET", "/search/suggest?q=图", 200)]
    [InlineData("GET", "/opensearch.xml", 200)]
    [InlineData("GET", "/fails/400", 400)]
    [InlineData("GET", "/fails/429", 429)]
    [InlineData("GET", "/fails/503", 503)]
    [InlineData("GET", "/error/500", 404)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/css/base.css", 200)]
    [InlineData("GET", "/js/share.js", 200)]
    [InlineData("GET", "/img/seal.svg", 200)]
    [InlineData("GET", "/css/none.css", 404)]
    [InlineData("GET", "/files/政治机关/图.png", 200)]
    [InlineData("GET", "/files/政治机关/画.svg", 200)]
    [InlineData("GET", "/files/none.png", 404)]
    [InlineData("GET", "/feed.xml", 200)]
    [InlineData("GET", "/pillars/zhengzhi/feed.xml", 200)]
    [InlineData("GET", "/sitemap.xml", 200)]
    [InlineData("GET", "/robots.txt", 200)]
    [InlineData("GET", "/reader/elder", 302)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("GET", "/readyz", 200)]
    public async Task Every_answer_carries_the_fence(string method, string address, int status) =>
        CarriesTheFence(status, await running.Site.Send(method, address));

    [Fact]
    public async Task So_do_answers_that_send_nothing_again()
    {
        foreach (var address in new[] { "/", "/feed.xml", "/css/base.css", "/files/政治机关/图.png" })
        {
            var tag = (await running.Site.Get(address))["ETag"];
            CarriesTheFence(304, await running.Site.Get(address, ("If-None-Match", tag)));
        }
        CarriesTheFence(206, await running.Site.Get("/files/政治机关/图.png", ("Range", "bytes=0-0")));
        CarriesTheFence(416, await running.Site.Get("/files/政治机关/图.png", ("Range", "bytes=9-")));
    }

    [Fact]
    public async Task So_do_refusals()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), hosts: "www.example.cn");
        CarriesTheFence(400, await test.Get("/", ("Host", "evil.example")));
        using var body = new StringContent("a");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Content = body };
        using var answer = await running.Site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        CarriesTheFence(413, await Answer.Of(answer));
    }

    [Fact]
    public async Task So_do_answers_to_who_asks_too_often()
    {
        await using var test = await TestSite.With(ContentOf.Pillars(), settings => settings with { SearchRate = 1 });
        foreach (var address in new[] { "/search?q=a", "/search/suggest?q=a" })
        {
            Answer answer;
            do answer = await test.Get(address);
            while (answer.Status == 200);
            CarriesTheFence(429, answer);
        }
    }

    [Fact]
    public async Task The_page_of_an_error_carries_it_too()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars());
        test.Harm("alter table reports rename to gone");
        CarriesTheFence(500, await test.Get("/archive"));
        test.Harm("drop table edition");
        CarriesTheFence(500, await test.Get("/archive"));
    }

    [Fact]
    public async Task So_does_the_page_before_the_first_edition()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Pillars());
        CarriesTheFence(503, await test.Get("/"));
        CarriesTheFence(503, await test.Get("/readyz"));
    }

    [Theory]
    [InlineData("/files/政治机关/图.png", "cross-origin")]
    [InlineData("/reports/a", "same-origin")]
    [InlineData("/css/base.css", "same-origin")]
    public async Task Pictures_alone_may_be_shown_elsewhere(string address, string policy) =>
        Assert.Equal(policy, (await running.Site.Get(address))["Cross-Origin-Resource-Policy"]);

    static void CarriesTheFence(int status, Answer answer)
    {
        Assert.Equal(status, answer.Status);
        var policy = answer["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("DENY", answer["X-Frame-Options"]);
        Assert.Equal("none", answer["X-Permitted-Cross-Domain-Policies"]);
        Assert.Equal("strict-origin-when-cross-origin", answer["Referrer-Policy"]);
        Assert.Equal("same-origin", answer["Cross-Origin-Opener-Policy"]);
        // Whatever may be shown by others shows nothing itself.
        Assert.Equal(
            answer["Cross-Origin-Resource-Policy"] == "cross-origin" ? "" : "require-corp",
            answer["Cross-Origin-Embedder-Policy"]
        );
        Assert.Contains("camera=()", answer["Permissions-Policy"], StringComparison.Ordinal);
        Assert.NotEqual("", answer["Cross-Origin-Resource-Policy"]);
        Assert.NotEqual("", answer["Cache-Control"]);
        Assert.Equal(("", ""), (answer["Server"], answer["X-Powered-By"]));
    }
}
