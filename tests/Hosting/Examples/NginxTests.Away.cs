using System.Net;
using System.Net.Sockets;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Examples;

/// <summary>What readers are told when no server answers.</summary>
public sealed partial class NginxTests
{
    [Fact]
    public async Task While_the_site_is_away_there_is_a_Chinese_page_and_no_old_attachment()
    {
        await using var site = await Start();
        using var nginx = await Before(site);
        Assert.Equal(200, (await nginx.Get(Address)).Status);
        await site.Stop();
        foreach (var address in new[] { "/", Address, "/search?q=甲" })
            SaysThatNobodyIsThere(502, await nginx.Get(address));
    }

    [Fact]
    public async Task So_there_is_while_the_site_never_answers()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var origin = new Uri($"http://{silent.LocalEndpoint}");
        using var nginx = await new NginxProcess(patience: TimeSpan.FromSeconds(1), origin, origin).Listening();
        SaysThatNobodyIsThere(504, await nginx.Get("/"));
    }

    static void SaysThatNobodyIsThere(int status, Answer answer)
    {
        Assert.Equal((status, "text/html; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>网站暂时无法访问</h1>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("no-store", "30"), (answer["Cache-Control"], answer["Retry-After"]));
        Assert.Equal("max-age=31536000", answer["Strict-Transport-Security"]);
        Assert.Contains("default-src 'none'", answer["Content-Security-Policy"], StringComparison.Ordinal);
    }
}
