using System.Net;

namespace WorkReports.Hosting;

/// <summary>A client's address, shortened to its neighbourhood: enough to see where an attack comes from, too little to tell who read what.</summary>
static class ClientAddress
{
    const int BytesOfIPv4 = 3;
    const int BytesOfIPv6 = 6;

    public static string Short(IPAddress address)
    {
        var plain = Plain(address);
        Span<byte> bytes = stackalloc byte[16];
        plain.TryWriteBytes(bytes, out var length);
        bytes[(length == 4 ? BytesOfIPv4 : BytesOfIPv6)..].Clear();
        return new IPAddress(bytes[..length]).ToString();
    }

    public static string Full(IPAddress address) => Plain(address).ToString();

    /// <summary>IPv4 as such, where a socket for both calls it IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
