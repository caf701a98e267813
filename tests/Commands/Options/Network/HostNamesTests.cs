using WorkReports.Commands.Options;
using WorkReports.Commands.Options.Network;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Options.Network;

/// <summary>A name that no browser sends is refused: every page would be a 400.</summary>
public sealed class HostNamesTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("www.example.cn")]
    [InlineData("www.example.cn; *.example.cn ;localhost")]
    [InlineData("192.0.2.1;[2001:db8::1]")]
    [InlineData("xn--fiqs8s.cn")]
    public void These_are_names(string hosts) => Assert.Empty(HostNames.Faults(hosts));

    [Theory]
    [InlineData("http://www.example.cn", "write www.example.cn.")]
    [InlineData("https://www.example.cn:443/archive?p=1", "write www.example.cn.")]
    [InlineData("www.example.cn/", "write www.example.cn.")]
    [InlineData("www.example.cn:8080", "write www.example.cn.")]
    [InlineData("www.example.cn.", "write www.example.cn.")]
    [InlineData("www.example.cn,example.cn", "write www.example.cn;example.cn.")]
    [InlineData("www.example.cn, https://example.cn/", "write www.example.cn;example.cn.")]
    [InlineData("www.example.cn example.cn", "write www.example.cn;example.cn.")]
    [InlineData("2001:db8::1", "write [2001:db8::1].")]
    [InlineData("[2001:db8::1]:8080", "write [2001:db8::1].")]
    [InlineData("中国.cn", "write xn--fiqs8s.cn.")]
    [InlineData("*.中国.cn", "write *.xn--fiqs8s.cn.")]
    [InlineData("none", "write * for any name.")]
    [InlineData("*example.cn", "write for example www.example.cn or *.example.cn.")]
    [InlineData("www.*", "write for example www.example.cn or *.example.cn.")]
    [InlineData("-x.cn", "write for example www.example.cn or *.example.cn.")]
    [InlineData("a..cn", "write for example www.example.cn or *.example.cn.")]
    [InlineData(";", "write for example www.example.cn;*.example.cn, or * for any.")]
    [InlineData("*;www.example.cn", "write it alone, or leave it out.")]
    public void These_are_none_and_it_says_what_to_write(string hosts, string remedy)
    {
        var fault = Assert.Single(HostNames.Faults(hosts));
        Assert.StartsWith("--hosts: ", fault, StringComparison.Ordinal);
        Assert.EndsWith(remedy, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_to_write_is_a_name()
    {
        foreach (var meant in new[] { "www.example.cn;example.cn", "[2001:db8::1]", "*.xn--fiqs8s.cn" })
            Assert.Empty(HostNames.Faults(meant));
    }

    [Fact]
    public async Task All_of_them_are_told_before_the_port_opens()
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        var typed = await Typed.Run(
            "--content",
            content.Folder,
            "--data",
            data.Folder,
            "--hosts",
            "http://a.cn;b.cn:80;c.cn"
        );
        Assert.Equal(
            new Typed(
                ExitCode.WrongUsage,
                "",
                "--hosts: 'http://a.cn' is no name as a browser sends it; write a.cn.\n"
                    + "--hosts: 'b.cn:80' is no name as a browser sends it; write b.cn.\n"
            ),
            typed
        );
    }
}
