using WorkReports.Commands.Options;

namespace WorkReports.Tests.Commands.Options.Network;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://[::]:8080")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://*:80")]
    [InlineData("http://+:80")]
    [InlineData("http://*:80;https://*:443")]
    [InlineData(" http://[::1]:8080 ; http://localhost:8081;")]
    public void These_are_addresses_to_listen_on(string urls) => Assert.Empty(Faults(urls));

    [Theory]
    [InlineData(";", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("8080", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("localhost:8080", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("ftp://localhost:8080", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://localhost:8080/site", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://localhost:8080/#x", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://me@localhost:8080", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://localhost:80 80", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://localhost:", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://www.example.cn:8080", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://127.1:8080", "write for example http://[::]:8080 or https://[::]:8443.")]
    [InlineData("http://localhost", "write for example http://localhost:8080.")]
    [InlineData("https://[::]/", "write for example https://[::]:8080.")]
    [InlineData("http://localhost:80808", "the highest is 65535.")]
    [InlineData("http://localhost:8080, http://localhost:8081", "write semicolons between several.")]
    public void These_are_none_and_it_says_what_to_write(string urls, string remedy)
    {
        var fault = Assert.Single(Faults(urls));
        Assert.StartsWith("--urls: ", fault, StringComparison.Ordinal);
        Assert.EndsWith(remedy, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("http://127.0.0.1:9090", true)]
    [InlineData("9090", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("http://127.0.0.1:9090/metrics", false)]
    [InlineData("https://127.0.0.1:9090", false)]
    public void Metrics_have_such_an_address_or_none(string value, bool isFine)
    {
        var faults = OperationSettingsCheck.Faults(new Settings { Metrics = value }).ToList();
        Assert.Equal(isFine ? 0 : 1, faults.Count);
        Assert.All(faults, fault => Assert.StartsWith("--metrics: ", fault, StringComparison.Ordinal));
    }

    static IEnumerable<string> Faults(string urls) =>
        SettingsCheck.Faults(new Settings { Urls = urls }, VerbNeeds.Urls);
}
