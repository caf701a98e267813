using WorkReports.Hosting.Network;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Network;

/// <summary>Whom the server believes when it is told for whom somebody asks.</summary>
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("none", "192.0.2.1", "127.0.0.1")]
    [InlineData("10.0.0.0/8", "192.0.2.1", "127.0.0.1")]
    [InlineData("::1", "192.0.2.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "192.0.2.1", "192.0.2.1")]
    [InlineData("127.0.0.1", "2001:db8::7", "2001:db8::7")]
    [InlineData("127.0.0.0/8", "192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:127.0.0.1", "192.0.2.1", "192.0.2.1")]
    [InlineData("10.0.0.0/8; 127.0.0.1", "198.51.100.9, 192.0.2.1, 10.1.2.3, 10.0.0.7", "192.0.2.1")]
    [InlineData("127.0.0.1", "127.0.0.1, 192.0.2.1", "192.0.2.1")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    [Needs(NeedsAttribute.Time)]
    public async Task The_client_is_the_first_stranger(string proxies, string forwarded, string client)
    {
        foreach (var urls in new[] { "http://127.0.0.1:0", "http://[::]:0" })
        {
            var lines = new LogLines();
            await using var test = await TestSite.With(
                ContentOf.Pillars(),
                settings => settings with { Urls = urls, Proxies = proxies, ClientAddresses = "full" },
                lines.Log
            );
            await test.Get("/archive", ("X-Forwarded-For", forwarded));
            Assert.EndsWith(", " + client, (await lines.With("GET /archive")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("10.0.0.0/8", 400)]
    [InlineData("none", 400)]
    public async Task The_name_that_a_reader_asked_for_is_believed_from_proxies_alone(string proxies, int status)
    {
        await using var test = await TestSite.With(ContentOf.Pillars(), settings =>
            settings with
            {
                Proxies = proxies,
                Hosts = "www.example.cn",
            }
        );
        Assert.Equal(status, (await test.Get("/archive", ("X-Forwarded-Host", "www.example.cn"))).Status);
    }

    [Fact]
    public async Task A_foreign_name_is_refused_behind_a_proxy_too()
    {
        await using var test = await TestSite.With(ContentOf.Pillars(), settings =>
            settings with
            {
                Proxies = "127.0.0.1",
                Hosts = "www.example.cn",
            }
        );
        Assert.Equal(
            400,
            (await test.Get("/archive", ("Host", "www.example.cn"), ("X-Forwarded-Host", "evil.example"))).Status
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_variable_of_the_framework_makes_nobody_a_proxy()
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        using var program = new ProgramProcess(
            [
                "--content",
                content.Folder,
                "--data",
                data.Folder,
                "--urls",
                "http://127.0.0.1:0",
                "--client-addresses",
                "full",
            ],
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")
        );
        using var http = new HttpClient { BaseAddress = new Uri(await program.Says("Now listening on:")) };
        await program.SaysAnyTime("Edition 1");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        await http.GetAsync(new Uri("/archive", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith(", 127.0.0.1", await program.Says("GET /archive"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("2001:db8::/32", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("proxy.example.cn", false)]
    [InlineData("127.0.0.1:80", false)]
    [InlineData("10.0.0.0/8,127.0.0.1", false)]
    public void A_proxy_is_an_address_or_a_network(string text, bool isOne) =>
        Assert.Equal(isOne, Proxies.Parse(text) is not null);
}
