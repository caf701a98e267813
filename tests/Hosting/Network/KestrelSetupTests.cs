using System.Net.Sockets;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Network;

public sealed class KestrelSetupTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task One_address_takes_both_protocols(string host)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        await using var test = await TestSite.Of(ContentOf.Pillars(), "http://[::]:0");
        Assert.Equal(200, (await test.Get($"http://{host}:{test.Origin.Port}/healthz")).Status);
    }

    [Theory]
    [InlineData("www.example.cn", "/", 200)]
    [InlineData("www.example.cn:8080", "/archive", 200)]
    [InlineData("a.example.org", "/archive", 200)]
    [InlineData("evil.example", "/", 400)]
    [InlineData("www.example.cn.evil.example", "/archive", 400)]
    [InlineData("evil.example", "/css/base.css", 400)]
    [InlineData("10.0.0.7", "/healthz", 200)]
    [InlineData("10.0.0.7:8080", "/readyz", 200)]
    public async Task The_site_answers_to_its_own_names(string host, string address, int status)
    {
        await using var test = await TestSite.Of(ContentOf.Pillars(), hosts: "www.example.cn; *.example.org");
        Assert.Equal(status, (await test.Get(address, ("Host", host))).Status);
    }
}
