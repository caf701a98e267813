using System.Net;
using System.Net.Sockets;

namespace WorkReports.Commands.Online;

/// <summary>Tells addresses of the internet from those of this machine, of an office, and of no host at all.</summary>
static class PublicAddress
{
    /// <summary>IANA's registries of special-purpose addresses, and multicast.</summary>
    static readonly IPNetwork[] OtherNetworks =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Translates IPv4 for networks that have none: what counts is the address inside.</summary>
    static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return !OtherNetworks.Any(network => network.Contains(plain));
    }

    /// <summary>An address of IPv4 by itself, however IPv6 wraps it; without the scope that would hide it from networks.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork ? address
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : new IPAddress(address.GetAddressBytes());
}
