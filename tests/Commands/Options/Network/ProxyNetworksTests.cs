using WorkReports.Commands.Options.Network;

namespace WorkReports.Tests.Commands.Options.Network;

/// <summary>Whoever is named a proxy may say who a client is: what nobody can mean is refused.</summary>
public sealed class ProxyNetworksTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("10.0.0.0/8; 127.0.0.1 ;::1")]
    [InlineData("172.30.84.10")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::/8;fe80::1")]
    public void These_are_proxies(string proxies) => Assert.Empty(Faults(proxies));

    [Theory]
    [InlineData("0.0.0.0/0", "name the proxies' own addresses or network.")]
    [InlineData("::/0", "name the proxies' own addresses or network.")]
    [InlineData("0.0.0.0/1", "name the proxies' own addresses or network.")]
    [InlineData("2000::/3", "name the proxies' own addresses or network.")]
    [InlineData("0.0.0.0", "name the one that it asks from.")]
    [InlineData("::", "name the one that it asks from.")]
    [InlineData("http://10.0.0.5", "write 10.0.0.5.")]
    [InlineData("https://10.0.0.5:8443/", "write 10.0.0.5.")]
    [InlineData("10.0.0.5:80", "write 10.0.0.5.")]
    [InlineData("[::1]", "write ::1.")]
    [InlineData("[::1]:80", "write ::1.")]
    [InlineData("10.0.0.5/8", "write 10.0.0.0/8.")]
    [InlineData("fd00::5/64", "write fd00::/64.")]
    [InlineData("10.0.0.5,10.0.0.6", "write 10.0.0.5;10.0.0.6.")]
    [InlineData("10.0.0.5 10.0.0.0/24", "write 10.0.0.5;10.0.0.0/24.")]
    [InlineData("10.1", "write for example 10.0.0.5;10.0.1.0/24;::1, or none.")]
    [InlineData("010.0.0.1", "write for example 10.0.0.5;10.0.1.0/24;::1, or none.")]
    [InlineData("10.0.0.0/33", "write for example 10.0.0.5;10.0.1.0/24;::1, or none.")]
    [InlineData("proxy.example.cn", "write for example 10.0.0.5;10.0.1.0/24;::1, or none.")]
    [InlineData("*", "write for example 10.0.0.5;10.0.1.0/24;::1, or none.")]
    [InlineData(";", "write for example 10.0.0.5;10.0.1.0/24;::1, or none.")]
    [InlineData("none;10.0.0.5", "write it alone, or leave it out.")]
    public void These_are_none_and_it_says_what_to_write(string proxies, string remedy)
    {
        var fault = Assert.Single(Faults(proxies));
        Assert.StartsWith("--proxies: ", fault, StringComparison.Ordinal);
        Assert.EndsWith(remedy, fault, StringComparison.Ordinal);
    }

    static IEnumerable<string> Faults(string proxies) => ProxyNetworks.Faults(new Settings { Proxies = proxies });
}
