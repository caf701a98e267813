using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace WorkReports.Hosting.Network;

/// <summary>What stands before the server and is believed when it says for whom it asks, by which protocol and name.</summary>
static class Proxies
{
    const int BitsOfIPv4 = 32;
    const int BitsOfIPv6 = 128;

    /// <summary>Each address or network of <c>--proxies</c>.</summary>
    public static IEnumerable<string> Entries(Settings settings) =>
        settings.Proxies == Settings.None
            ? []
            : settings.Proxies.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Null for what is neither an address nor a network.</summary>
    public static IPNetwork? Parse(string text)
    {
        if (text.Contains('/'))
            return IPNetwork.TryParse(text, out var network) ? network : null;
        if (!IPAddress.TryParse(text, out var address))
            return null;

        return ClientAddress.Unmapped(address) is { AddressFamily: AddressFamily.InterNetwork } plain
            ? new IPNetwork(plain, BitsOfIPv4)
            : new IPNetwork(address, BitsOfIPv6);
    }

    public static void UseProxies(this IApplicationBuilder site, Settings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // However many known proxies follow each other, the first stranger is the client.
            ForwardLimit = null,
        };
        // This machine is known by default: whatever runs on it could speak for anybody.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var named in Entries(settings))
            options.KnownIPNetworks.Add(Parse(named)!.Value);
        site.UseForwardedHeaders(options);
    }
}
