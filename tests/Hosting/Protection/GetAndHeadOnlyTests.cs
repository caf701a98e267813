using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

public sealed class GetAndHeadOnlyTests(GetAndHeadOnlyTests.Running running)
    : IClassFixture<GetAndHeadOnlyTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Report("---\n网址: jia\n---\n# 甲"));

    [Theory]
    [InlineData("/")]
    [InlineData("/pillars/zhengzhi")]
    [InlineData("/reports/jia")]
    [InlineData("/units")]
    [InlineData("/units/first")]
    [InlineData("/archive")]
    [InlineData("/archive/2021")]
    [InlineData("/search?q=甲")]
    [InlineData("/sitemap")]
    [InlineData("/feed.xml")]
    [InlineData("/pillars/zhengzhi/feed.xml")]
    [InlineData("/units/first/feed.xml")]
    [InlineData("/reports/jia.md")]
    [InlineData("/reports/jia/qr.svg")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/css/base.css")]
    public async Task The_head_of_every_address_can_be_asked_for(string address)
    {
        var (whole, head) = (await running.Site.Get(address), await running.Site.Send("HEAD", address));
        Assert.Equal((200, whole["Content-Type"], 0), (head.Status, head["Content-Type"], head.Bytes.Length));
        Assert.NotEmpty(whole.Bytes);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/search?q=甲")]
    [InlineData("POST", "/nothing")]
    [InlineData("POST", "/error/404")]
    [InlineData("PUT", "/reports/jia")]
    [InlineData("DELETE", "/reports/jia")]
    [InlineData("PATCH", "/feed.xml")]
    [InlineData("OPTIONS", "/archive")]
    [InlineData("TRACE", "/archive")]
    [InlineData("PROPFIND", "/files/")]
    public async Task Nothing_can_be_written(string method, string address)
    {
        var answer = await running.Site.Send(method, address);
        Assert.Equal((405, "GET, HEAD"), (answer.Status, answer["Allow"]));
    }
}
