using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace WorkReports.Commands.Options.Network;

/// <summary>What is wrong with addresses to listen on.</summary>
static partial class ListenAddresses
{
    /// <summary>Null for a scheme, an address of this machine and a port.</summary>
    /// <param name="example">What to write, where nothing better can be told.</param>
    public static string? Fault(string address, string example, params string[] schemes)
    {
        if (Parts().Match(address) is not { Success: true } parts || !schemes.Contains(parts.Groups["scheme"].Value))
            return address.Contains(',')
                ? $"'{address}' is no address to listen on; write semicolons between several"
                : $"'{address}' is no address to listen on; {example}";

        var (host, port) = (parts.Groups["host"].Value, parts.Groups["port"]);
        if (!port.Success)
            return $"'{address}' has no port; write for example {address.TrimEnd('/')}:8080";
        if (!int.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return $"'{address}' is no address to listen on; {example}";
        if (number > IPEndPoint.MaxPort)
            return $"'{address}' has no port that there is; the highest is {IPEndPoint.MaxPort}";
        // The server would listen on every address of the machine, whatever the name.
        return host is "*" or "+" or "localhost" || IsAddress(host)
            ? null
            : $"'{host}' is a name, and a server listens on addresses; {example}";
    }

    static bool IsAddress(string host) =>
        host.StartsWith('[')
            ? IPAddress.TryParse(host, out _)
            : IPAddress.TryParse(host, out var address) && address.ToString() == host;

    [GeneratedRegex(@"^(?<scheme>[a-z]+)://(?<host>\[[0-9A-Fa-f:.%]+\]|[^\s/:@,?#\[\]]+)(:(?<port>[^\s/:]*))?/?\z")]
    private static partial Regex Parts();
}
