using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using WorkReports.Hosting.Logging;
using WorkReports.Hosting.Network;
using IPNetwork = System.Net.IPNetwork;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// How many connections one client may have: far more than an office behind one address needs, far fewer than the
/// server has. Those of trusted proxies are not counted.
/// </summary>
sealed class ConnectionLimit
{
    public const int PerClient = 2000;

    readonly IPNetwork[] trusted;
    readonly DailyLogLimiter lines;
    readonly ConcurrentDictionary<IPAddress, int> open = [];
    long refused;

    public ConnectionLimit(Settings settings, TimeProvider clock, ILogger<ConnectionLimit> log)
    {
        trusted = [.. Proxies.Entries(settings).Select(entry => Proxies.Parse(entry)!.Value)];
        lines = new DailyLogLimiter(
            clock,
            client =>
                log.LogWarning(
                    "More than {Limit} connections from {Client}: further ones are closed",
                    PerClient,
                    client
                ),
            () => log.LogWarning("Further clients with too many connections are not told today")
        );
        Name = client => ClientAddress.ForLog(settings, client) ?? "one client";
    }

    /// <summary>How many connections were closed at once.</summary>
    public long Refused => Volatile.Read(ref refused);

    Func<IPAddress, string> Name { get; }

    public async Task Run(ConnectionContext connection, ConnectionDelegate next)
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var address } || IsTrusted(address))
        {
            await next(connection);
            return;
        }
        var client = ClientAddress.Network(address);
        var count = open.AddOrUpdate(client, 1, (_, before) => before + 1);
        try
        {
            if (count <= PerClient)
                await next(connection);
            else
                Refuse(connection, address);
        }
        finally
        {
            open.AddOrUpdate(client, 0, (_, before) => before - 1);
            // Only where it is nought still: somebody may have come meanwhile.
            open.TryRemove(new KeyValuePair<IPAddress, int>(client, 0));
        }
    }

    void Refuse(ConnectionContext connection, IPAddress address)
    {
        Interlocked.Increment(ref refused);
        lines.TellOnce(Name(address));
        connection.Abort();
    }

    bool IsTrusted(IPAddress address) =>
        trusted.Length > 0 && Array.Exists(trusted, network => network.Contains(ClientAddress.Unmapped(address)));
}
