using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class SecurityHeadersTests(SecurityHeadersTests.Running running) : IClassFixture<SecurityHeadersTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Report("![图](图.png)").With("政治机关/图.png", [1]));

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("POST", "/", 405)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/css/base.css", 200)]
    [InlineData("GET", "/files/政治机关/图.png", 200)]
    [InlineData("GET", "/feed.xml", 200)]
    [InlineData("GET", "/robots.txt", 200)]
    [InlineData("GET", "/reader/elder", 302)]
    [InlineData("GET", "/healthz", 200)]
    public async Task Every_answer_carries_the_fence(string method, string address, int status) =>
        CarriesTheFence(status, await running.Site.Send(method, address));

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
    public async Task A_page_may_run_and_load_only_what_the_site_serves()
    {
        var policy = (await running.Site.Get("/"))["Content-Security-Policy"];
        Assert.Contains("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    static void CarriesTheFence(int status, Answer answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.StartsWith("default-src 'none';", answer["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("SAMEORIGIN", answer["X-Frame-Options"]);
        Assert.Equal("strict-origin-when-cross-origin", answer["Referrer-Policy"]);
        Assert.Equal("same-origin", answer["Cross-Origin-Opener-Policy"]);
        Assert.NotEqual("", answer["Permissions-Policy"]);
        Assert.Equal("", answer["Server"]);
    }
}
