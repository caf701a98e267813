using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Requests that are no sensible ones in their form: refused by a number, and without a word about the inside.</summary>
public sealed class StrangeRequestsTests(StrangeRequestsTests.Running running)
    : IClassFixture<StrangeRequestsTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Report("# 甲"));

    [Theory]
    [InlineData("GET /archive HTTP/1.0\r\n", 200)]
    [InlineData("GET /archive HTTP/1.0\r\nHost: a\r\n", 200)]
    [InlineData("GET http://a/archive HTTP/1.1\r\nHost: a\r\n", 200)]
    [InlineData("GET http://b/archive HTTP/1.1\r\nHost: a\r\n", 400)]
    [InlineData("GET /archive\r\n", 400)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: a\r\n", 405)]
    [InlineData("CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n", 405)]
    [InlineData("TRACE / HTTP/1.1\r\nHost: a\r\n", 405)]
    [InlineData("get / HTTP/1.1\r\nHost: a\r\n", 405)]
    [InlineData("head / HTTP/1.1\r\nHost: a\r\n", 405)]
    [InlineData("PROPFIND / HTTP/1.1\r\nHost: a\r\n", 405)]
    [InlineData("GET / HTTP/1.1\r\nHost: a/b\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: user@a\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a:99999999\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nHost : a\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 5\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n", 413)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 0\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n", 400)]
    public async Task A_request_of_a_strange_form_is_answered(string head, int status) =>
        Assert.Equal(status, await Status(head));

    [Theory]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/..%5c..%5cwindows/win.ini")]
    [InlineData("/%252e%252e%252fetc/passwd")]
    [InlineData("/css/..;/..;/etc/passwd")]
    [InlineData("/%c0%ae%c0%ae/etc/passwd")]
    [InlineData("/css/%e0%80%ae%e0%80%ae/base.css")]
    [InlineData("/files/..\\..\\site.yml")]
    [InlineData("/reports/a%2fqr.svg")]
    [InlineData("/js/%2e%2e/%2e%2e/WorkReports.dll")]
    public async Task No_path_leads_out_of_the_site(string path) =>
        Assert.Equal(404, await running.Site.RawStatus(path));

    [Fact]
    public async Task A_megabyte_of_address_is_refused() =>
        Assert.Equal(414, await Status($"GET /{new string('a', 1_000_000)} HTTP/1.1\r\nHost: a\r\n"));

    [Fact]
    public async Task A_thousand_headers_are_refused() =>
        Assert.Equal(
            431,
            await Status(
                $"GET / HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, 1000).Select(number => $"X-{number}: a\r\n"))}"
            )
        );

    [Fact]
    public async Task A_cookie_without_end_is_refused() =>
        Assert.Equal(431, await Status($"GET / HTTP/1.1\r\nHost: a\r\nCookie: reader={new string('a', 100_000)}\r\n"));

    [Fact]
    public async Task A_second_request_hidden_in_the_body_of_the_first_is_not_heard()
    {
        var hidden = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
        var told = await Talk($"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: {hidden.Length}\r\n\r\n{hidden}");
        Assert.StartsWith("HTTP/1.1 413 ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("healthy", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_tells_nothing_about_the_inside()
    {
        foreach (
            var head in new[]
            {
                "GET /\0 HTTP/1.1\r\nHost: a\r\n",
                "nonsense\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n",
                "GET /%00 HTTP/1.1\r\nHost: a\r\n",
            }
        )
        {
            var told = await Talk(head + "\r\n");
            Assert.Matches("^HTTP/1.1 4\\d\\d ", told);
            foreach (var word in new[] { "Server:", "Kestrel", "Exception", "   at ", "WorkReports" })
                Assert.DoesNotContain(word, told, StringComparison.Ordinal);
        }
    }

    async Task<int> Status(string head) =>
        int.Parse(
            (await Talk(head + "Connection: close\r\n\r\n")).Split(' ')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );

    Task<string> Talk(string bytes) => Wire.Talk(running.Site, Encoding.Latin1.GetBytes(bytes));
}
