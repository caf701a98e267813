using System.Net;
using System.Net.Sockets;
using WorkReports.Hosting.Network;
using IPNetwork = System.Net.IPNetwork;

namespace WorkReports.Commands.Options.Network;

/// <summary>
/// What is wrong with the networks of <c>--proxies</c>: whoever stands in one of them may say who a client is.
/// </summary>
static class ProxyNetworks
{
    /// <summary>No network of one's own is larger than 10.0.0.0/8 and fc00::/7.</summary>
    const int ShortestPrefixOfIPv4 = 8;
    const int ShortestPrefixOfIPv6 = 7;

    const string Example = "write for example 10.0.0.5;10.0.1.0/24;::1, or none";

    public static IEnumerable<string> Faults(Settings settings)
    {
        var entries = Proxies.Entries(settings).ToList();
        if (settings.Proxies != Settings.None && entries.Count == 0)
            yield return $"--proxies: no address; {Example}.";
        foreach (var entry in entries)
        {
            if (Fault(entry) is { } fault)
                yield return $"--proxies: '{entry}' {fault}.";
        }
    }

    static string? Fault(string entry) =>
        Proxies.Parse(entry) is { } network ? FaultOf(network)
        : entry == Settings.None ? "among addresses says nothing; write it alone, or leave it out"
        : entry == "*" ? $"would let anybody say who a client is; {Example}"
        : Several(entry) is { } several ? $"has no semicolons between; write {several}"
        : Meant(entry) is { } meant ? $"is no address and no network; write {meant}"
        : $"is no address and no network; {Example}";

    static string? FaultOf(IPNetwork network)
    {
        var isIPv4 = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        if (network.PrefixLength < (isIPv4 ? ShortestPrefixOfIPv4 : ShortestPrefixOfIPv6))
            return "would let strangers say who a client is; name the proxies' own addresses or network";
        return network.BaseAddress.Equals(IPAddress.Any) || network.BaseAddress.Equals(IPAddress.IPv6Any)
            ? "is no proxy's address; name the one that it asks from"
            : null;
    }

    static string? Several(string text)
    {
        var entries = text.Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        var meant = entries.Select(entry => Proxies.Parse(entry) is null ? Meant(entry) : entry).ToList();
        return entries.Length > 1 && meant.TrueForAll(entry => entry is not null) ? string.Join(';', meant) : null;
    }

    /// <summary>The address inside a link, without its port; the network that an address inside it stands for.</summary>
    static string? Meant(string text)
    {
        if (
            Uri.TryCreate(text.Contains("://") ? text : "tcp://" + text, UriKind.Absolute, out var link)
            && link.AbsolutePath is "/" or ""
            && link.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        )
            return link.DnsSafeHost;

        var (start, length) = text.Split('/', 2) is [var left, var right] ? (left, right) : ("", "");
        return IPAddress.TryParse(start, out var address) && int.TryParse(length, out var bits)
            ? Around(address, bits)?.ToString()
            : null;
    }

    static IPNetwork? Around(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        if (prefixLength < 0 || prefixLength > bytes.Length * 8)
            return null;

        for (var bit = prefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPNetwork(new IPAddress(bytes), prefixLength);
    }
}
