using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
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
    [InlineData("none", 30)]
    [InlineData("10.0.0.0/8", 130)]
    public async Task Connections_that_say_nothing_end_sooner_where_no_proxy_keeps_them(string proxies, int seconds)
    {
        await using var test = await TestSite.With(ContentOf.Pillars(), settings =>
            settings with
            {
                Proxies = proxies,
            }
        );
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            test.Service<IOptions<KestrelServerOptions>>().Value.Limits.KeepAliveTimeout
        );
    }
}
