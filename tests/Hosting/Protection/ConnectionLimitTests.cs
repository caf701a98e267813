using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using WorkReports.Hosting.Protection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

/// <summary>One client has so many connections and no more; its neighbours have theirs.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ConnectionLimitTests
{
    const int More = 20;

    static readonly IPAddress Client = IPAddress.Parse("127.0.0.2");

    readonly LogLines log = new();

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Connections_beyond_the_limit_are_closed_at_once_and_told_once()
    {
        await using var site = await TestSite.With(
            ContentOf.Report("# 甲"),
            settings => settings with { ClientAddresses = "full" },
            log.Log
        );
        var limit = site.Service<ConnectionLimit>();
        var open = await Open(site, ConnectionLimit.PerClient + More);
        try
        {
            await Wait.Until(() => limit.Refused, refused => refused == More);
            Assert.Equal(200, (await site.Get("/archive")).Status);
            await log.With("connections from 127.0.0.2");
            Assert.Single(log.All, line => line.Text.Contains("connections from", StringComparison.Ordinal));
            foreach (var connection in open.Take(ConnectionLimit.PerClient / 2))
                connection.Dispose();
            await Wait.Until(() => Answers(site), isAnswered => isAnswered);
        }
        finally
        {
            open.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Those_of_a_trusted_proxy_are_not_counted()
    {
        await using var site = await TestSite.With(
            ContentOf.Report("# 甲"),
            settings => settings with { Proxies = "127.0.0.2" },
            log.Log
        );
        var open = await Open(site, ConnectionLimit.PerClient + More);
        try
        {
            Assert.True(await Answers(site));
            Assert.Equal(0, site.Service<ConnectionLimit>().Refused);
        }
        finally
        {
            open.ForEach(connection => connection.Dispose());
        }
    }

    static async Task<List<RawConnection>> Open(TestSite site, int count)
    {
        var open = new List<RawConnection>();
        for (var number = 0; number < count; number++)
        {
            try
            {
                open.Add(await RawConnection.To(site.Origin, Client));
            }
            catch (SocketException)
            {
                // Closed before it was heard that it was open.
            }
        }
        return open;
    }

    static async Task<bool> Answers(TestSite site)
    {
        try
        {
            using var connection = await RawConnection.To(site.Origin, Client);
            await connection.Send("/healthz");
            return await connection.Receive() is { Status: 200 };
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return false;
        }
    }
}
