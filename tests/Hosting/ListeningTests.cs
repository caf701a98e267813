using System.Net.Sockets;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class ListeningTests
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
}
