using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>What scanners and broken links ask for, as it comes over the wire. None of it is the server's failure.</summary>
public sealed class StrangeAddressesTests(StrangeAddressesTests.Running running)
    : IClassFixture<StrangeAddressesTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Report("# 甲"));

    [Theory]
    [InlineData("/reports/%00", 400)]
    [InlineData("/reports/%E4%BD", 404)]
    [InlineData("/reports/%0a", 404)]
    [InlineData("/reports/%ed%a0%80", 404)]
    [InlineData("/reports/'%20or%201=1", 404)]
    [InlineData("/reports/x/../../..", 200)]
    [InlineData("/reports/", 404)]
    [InlineData("/archive/abcd", 404)]
    [InlineData("/archive/99999999999", 404)]
    [InlineData("/archive/-1", 404)]
    [InlineData("/archive/2021.0", 404)]
    [InlineData("/archive/%EF%BC%92021", 404)]
    [InlineData("/archive?p=", 200)]
    [InlineData("/archive?p=0", 404)]
    [InlineData("/archive?p=-1", 404)]
    [InlineData("/archive?p=2147483647", 404)]
    [InlineData("/archive?p=-2147483648", 404)]
    [InlineData("/archive?p=99999999999", 404)]
    [InlineData("/archive?p=1&p=2", 404)]
    [InlineData("/archive?p=%00", 404)]
    [InlineData("/search", 200)]
    [InlineData("/search?q", 200)]
    [InlineData("/search?q=%00", 200)]
    [InlineData("/search?q=%FF%FE", 200)]
    [InlineData("/search?q=%ed%a0%80", 200)]
    [InlineData("/search?q=\"*(NEAR%20AND%20:-^{", 200)]
    [InlineData("/search?q=a&q=b", 200)]
    [InlineData("/search?q=%E7%94%B2&p=-1", 404)]
    [InlineData("/units/%00", 400)]
    [InlineData("/error/200", 404)]
    [InlineData("/error/404", 404)]
    [InlineData("/error/429", 404)]
    [InlineData("/error/500", 404)]
    [InlineData("/error/503", 404)]
    [InlineData("/ERROR/599/", 404)]
    [InlineData("/error/0", 404)]
    [InlineData("/error/99999999999", 404)]
    [InlineData("/error/x", 404)]
    [InlineData("/wp-login.php", 404)]
    [InlineData("/.env", 404)]
    [InlineData("/css/../../WorkReports.dll", 404)]
    [InlineData("/css/%2e%2e%2f%2e%2e%2fWorkReports.dll", 404)]
    [InlineData("/?%", 200)]
    [InlineData("//", 404)]
    [InlineData("*", 405)]
    [InlineData("nothing", 405)]
    public async Task A_strange_address_is_answered(string target, int status) =>
        Assert.Equal(status, await running.Site.RawStatus(target));

    [Theory]
    [InlineData("/reports/", 5_000, 404)]
    [InlineData("/files/", 5_000, 404)]
    [InlineData("/search?q=", 5_000, 200)]
    [InlineData("/search?q=", 10_000, 414)]
    [InlineData("/reader/elder?back=/", 5_000, 302)]
    public async Task A_long_address_is_answered(string start, int letters, int status) =>
        Assert.Equal(status, await running.Site.RawStatus(start + new string('x', letters)));

    [Theory]
    [InlineData("Cookie", "reader=\0")]
    [InlineData("Cookie", "reader=elder;;;=;reader")]
    [InlineData("Accept-Encoding", "nonsense;q=x")]
    [InlineData("Accept-Language", "*;;;")]
    [InlineData("Range", "bytes=9-1")]
    [InlineData("If-Modified-Since", "yesterday")]
    [Needs(NeedsAttribute.Time)]
    public async Task A_strange_header_is_passed_over(string name, string value)
    {
        var answer = await running.Site.Get("/", (name, value));
        Assert.InRange(answer.Status, 200, 499);
    }
}
