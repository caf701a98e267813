using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace WorkReports.Hosting.Network;

/// <summary>The proxies whose X-Forwarded headers are believed.</summary>
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
        if (text.Split('/') is [var start, _])
            return
                IsPlain(start)
                && IPNetwork.TryParse(text, out var network)
                && network.BaseAddress.Equals(IPAddress.Parse(start))
                ? network
                : null;
        if (!IsPlain(text) || !IPAddress.TryParse(text, out var address))
            return null;

        return ClientAddress.Unmapped(address) is { AddressFamily: AddressFamily.InterNetwork } plain
            ? new IPNetwork(plain, BitsOfIPv4)
            : new IPNetwork(address, BitsOfIPv6);
    }

    /// <summary>
    /// The library reads 10.1 as 10.0.0.1, 010.0.0.1 as 8.0.0.1, and passes over a port after brackets: nobody means that.
    /// </summary>
    static bool IsPlain(string address) =>
        !address.Contains('[')
        && IPAddress.TryParse(address, out var read)
        && (read.AddressFamily == AddressFamily.InterNetworkV6 || read.ToString() == address);

    public static void UseProxies(this IApplicationBuilder site, Settings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // However many known proxies follow each other, the first address that is not one of them is the client.
            ForwardLimit = null,
        };
        // Loopback is trusted by default: any program on this machine could then forge an address.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in Entries(settings))
            options.KnownIPNetworks.Add(Parse(entry)!.Value);
        site.UseForwardedHeaders(options);
    }
}
