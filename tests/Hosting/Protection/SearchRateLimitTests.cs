using System.Globalization;
using System.Net;
using WorkReports.Hosting.Network;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

/// <summary>Who searches too often is told to wait; others, and other pages, are served.</summary>
public sealed class SearchRateLimitTests
{
    const int Enough = 1000;

    static Task<TestSite> Site(int rate) =>
        TestSite.With(ContentOf.Report("# 甲"), settings => settings with { SearchRate = rate, Proxies = "127.0.0.1" });

    /// <summary>Asks until it is refused: a window may end while the machine is busy elsewhere.</summary>
    static async Task<Answer> Refusal(TestSite site, string address)
    {
        var answer = await site.Get(address);
        for (var asked = 1; asked < Enough && answer.Status == 200; asked++)
            answer = await site.Get(address);
        return answer;
    }

    [Theory]
    [InlineData("/search?q=甲")]
    [InlineData("/SEARCH/?q=甲")]
    [InlineData("/search.json?q=甲")]
    [InlineData("/search/suggest?q=甲")]
    public async Task Who_asks_too_often_is_told_when_to_come_again(string address)
    {
        await using var site = await Site(2);
        var answer = await Refusal(site, address);
        Assert.Equal((429, "no-store"), (answer.Status, answer["Cache-Control"]));
        Assert.InRange(int.Parse(answer["Retry-After"], CultureInfo.InvariantCulture), 1, 10);
        Assert.Equal(
            (200, 200),
            ((await site.Get("/archive")).Status, (await site.Get(address, ("X-Forwarded-For", "192.0.2.7"))).Status)
        );
    }

    [Fact]
    public async Task The_page_says_it_in_a_sentence_and_the_answer_for_machines_is_a_number_alone()
    {
        await using var site = await Site(1);
        var page = await Refusal(site, "/search?q=甲");
        Assert.Contains("<h1>搜索得太频繁了</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains($"请过 {page["Retry-After"]} 秒再搜", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/archive\"", page.Text, StringComparison.Ordinal);
        Assert.Empty((await Refusal(site, "/search.json?q=甲")).Bytes);
        Assert.Empty((await Refusal(site, "/search/suggest?q=甲")).Bytes);
    }

    [Fact]
    public async Task An_office_of_two_hundred_behind_one_address_searches_all_at_once()
    {
        await using var site = await Site(new Settings().SearchRate);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .SelectMany(_ => new[] { site.Get("/search?q=甲"), site.Get("/search/suggest?q=甲") })
        );
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Where_no_limit_is_set_nobody_is_refused()
    {
        await using var site = await Site(0);
        Assert.Equal(200, (await Refusal(site, "/search/suggest?q=甲")).Status);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::")]
    [InlineData("fe80::1%3", "fe80::")]
    public void A_client_is_an_address_of_IPv4_or_a_network_of_IPv6(string address, string client) =>
        Assert.Equal(IPAddress.Parse(client), ClientAddress.Network(IPAddress.Parse(address)));
}
