using System.Net;

namespace WorkReports.Hosting.Network;

/// <summary>A client's address: whole, as the network that one client has, or truncated for the log.</summary>
static class ClientAddress
{
    const int BytesOfIPv4 = 4;

    /// <summary>Enough to see where an attack comes from, too little to tell who read what.</summary>
    public static string Truncated(IPAddress address) => Mask(address, ofIPv4: 3, ofIPv6: 6).ToString();

    /// <summary>As much of it as the settings want in the log; null for nothing.</summary>
    public static string? ForLog(Settings settings, IPAddress? address) =>
        (settings.ClientAddresses, address) switch
        {
            (Settings.None, _) or (_, null) => null,
            ("full", _) => Full(address),
            _ => Truncated(address),
        };

    public static string Full(IPAddress address) => Unmapped(address).ToString();

    /// <summary>
    /// What belongs to one client: an address of IPv4, a /64 of IPv6, within which it may choose any.
    /// </summary>
    public static IPAddress Network(IPAddress address) => Mask(address, ofIPv4: BytesOfIPv4, ofIPv6: 8);

    /// <summary>IPv4 as such, where a dual-stack socket maps it to IPv6.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    static IPAddress Mask(IPAddress address, int ofIPv4, int ofIPv6)
    {
        Span<byte> bytes = stackalloc byte[16];
        Unmapped(address).TryWriteBytes(bytes, out var length);
        bytes[(length == BytesOfIPv4 ? ofIPv4 : ofIPv6)..].Clear();
        return new IPAddress(bytes[..length]);
    }
}
