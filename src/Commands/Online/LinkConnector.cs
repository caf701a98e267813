using System.Net;
using System.Net.Sockets;
using WorkReports.Hosting.Network;

namespace WorkReports.Commands.Online;

/// <summary>A link that leads to this machine or into a network that is not the internet's.</summary>
sealed class PrivateAddressException(string host) : IOException($"{host} has no public address")
{
    public string Host => host;
}

/// <summary>
/// Connects to public addresses, and to the networks that the settings name. It connects to the very address that it looked at:
/// whoever asked for the name again could be given another.
/// </summary>
sealed class LinkConnector(
    IReadOnlyList<IPNetwork> allowed,
    Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    IWebProxy? proxy
)
{
    const int ConnectionsPerHost = 2;

    /// <summary>In kilobytes. Of the body nothing is read.</summary>
    const int HeaderLimit = 64;

    public static LinkConnector Of(Settings settings) =>
        new(
            [.. settings.LinkNetworkEntries.Select(entry => Proxies.Parse(entry)!.Value)],
            Dns.GetHostAddressesAsync,
            HttpClient.DefaultProxy
        );

    public SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            ConnectCallback = Connect,
            MaxConnectionsPerServer = ConnectionsPerHost,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = HeaderLimit,
            Proxy = proxy,
            UseProxy = proxy is not null,
        };

    /// <summary>A proxy connects by itself: its answer would be the first to tell what stands in the office.</summary>
    public async Task RefusePrivateBehindProxy(Uri address, CancellationToken stop)
    {
        if (ProxyFor(address) is null)
            return;
        try
        {
            await PublicAddressesOf(address.IdnHost, stop);
        }
        catch (SocketException) when (address.IdnHost.Contains('.'))
        {
            // Where a proxy is the only way out, this machine often cannot resolve names of the internet.
        }
    }

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var end = context.DnsEndPoint;
        var addresses = IsProxy(end, context.InitialRequestMessage.RequestUri!)
            ? await resolve(end.Host, stop)
            : await PublicAddressesOf(end.Host, stop);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    Uri? ProxyFor(Uri address) =>
        proxy is not null && !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } over && over != address
            ? over
            : null;

    /// <summary>The proxy itself mostly has an address of the office. Anything else is looked at.</summary>
    bool IsProxy(DnsEndPoint end, Uri address) =>
        ProxyFor(address) is { } over && end.Host == over.IdnHost && end.Port == over.Port;

    async Task<IPAddress[]> PublicAddressesOf(string host, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, stop);
        var reachable = addresses.Where(MayBeAsked).ToArray();
        return reachable.Length > 0 || addresses.Length == 0 ? reachable : throw new PrivateAddressException(host);
    }

    bool MayBeAsked(IPAddress address) =>
        PublicAddress.IsPublic(address)
        || allowed.Any(network => network.Contains(PublicAddress.Plain(address)) || network.Contains(address));
}
