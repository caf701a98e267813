using System.Net;
using System.Text.Json;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Examples;

/// <summary>What the example for nginx says of itself, sentence by sentence, with the real nginx before the real site.</summary>
[Needs(NeedsAttribute.Program)]
public sealed partial class NginxTests
{
    const string Report = "政治机关/2021-08-31-甲.md";
    const string Address = "/files/政治机关/附件/表.csv";

    static readonly Uri Nobody = new("http://127.0.0.1:9");

    static Task<TestSite> Start(LogLines? log = null) =>
        TestSite.With(
            ContentOf
                .Report("---\n网址: a\n附件: [附件/表.csv]\n---\n正文。", Report)
                .With("政治机关/附件/表.csv", "一\n"),
            settings => settings with { Proxies = "127.0.0.1", ClientAddresses = "full" },
            log?.Log
        );

    static Task<NginxProcess> Before(TestSite site) => new NginxProcess(site.Origin, site.Origin).Listening();

    [Fact]
    public async Task Readers_are_led_to_HTTPS_and_get_every_page_by_it()
    {
        await using var site = await Start();
        using var nginx = await Before(site);
        using var answer = await nginx.Http.GetAsync(
            new Uri($"http://{NginxProcess.Name}/archive?p=1"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(new Uri($"https://{NginxProcess.Name}/archive?p=1"), answer.Headers.Location);
        foreach (var address in new[] { "/", "/archive?p=1", "/reports/a", "/feed.xml", Address })
            Assert.Equal(200, (await nginx.Get(address)).Status);
        using var modern = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://{NginxProcess.Name}/"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        Assert.Equal(
            HttpStatusCode.OK,
            (await nginx.Http.SendAsync(modern, TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example:80\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: www.example.cn\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    public async Task Whoever_asks_for_another_name_gets_no_answer(string request)
    {
        using var nginx = await new NginxProcess(Nobody, Nobody).Listening();
        Assert.Equal("", await nginx.Talk(request));
    }

    [Theory]
    [InlineData("https://evil.example/", null)]
    [InlineData("https://www.example.cn/", "evil.example")]
    public async Task Nor_by_HTTPS(string address, string? host)
    {
        using var nginx = await new NginxProcess(Nobody, Nobody).Listening();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        request.Headers.Host = host;
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            nginx.Http.SendAsync(request, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task An_attachment_is_asked_anew_each_time_and_travels_once()
    {
        await using var site = await Start();
        using var nginx = await Before(site);
        var first = await nginx.Get(Address);
        Assert.Equal(("一\n", "no-cache"), (first.Text, first["Cache-Control"]));
        var again = await nginx.Get(Address, ("If-None-Match", first["ETag"]));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
    }

    [Fact]
    public async Task A_corrected_or_withdrawn_attachment_is_gone_at_once()
    {
        await using var site = await Start();
        using var nginx = await Before(site);
        var old = (await nginx.Get(Address))["ETag"];
        site.Content.With("政治机关/附件/表.csv", "二二\n");
        await site.UntilSaid(Address, "二二");
        Assert.Equal("二二\n", (await nginx.Get(Address, ("If-None-Match", old))).Text);
        site.Content.With(Report, "---\n网址: a\n撤稿: 有误。\n---\n正文。");
        await Wait.Until(() => site.Get(Address), answer => answer.Status == 404, "the site has it no longer");
        Assert.Equal(404, (await nginx.Get(Address)).Status);
    }

    [Fact]
    public async Task What_the_site_says_itself_goes_through()
    {
        await using var site = await TestSite.BeforeScan(ContentOf.Pillars());
        using var nginx = await Before(site);
        var answer = await nginx.Get("/archive");
        Assert.Equal(503, answer.Status);
        Assert.Contains("网站正在准备", answer.Text, StringComparison.Ordinal);
        await site.LetScan();
        Assert.Equal(404, (await nginx.Get("/reports/nothing")).Status);
    }

    [Fact]
    public async Task A_server_that_is_away_is_passed_over()
    {
        await using var site = await Start();
        using var nginx = await new NginxProcess(Nobody, site.Origin).Listening();
        for (var request = 0; request < 5; request++)
            Assert.Equal(200, (await nginx.Get("/archive")).Status);
    }

    [Fact]
    public async Task Its_log_has_the_caches_word_and_nothing_of_what_readers_search_for()
    {
        await using var site = await Start();
        using var nginx = await Before(site);
        var sheet = (await site.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        foreach (var address in new[] { sheet, Address, "/search?q=秘密", "/reader/\"elder\"" })
            await nginx.Get(address);
        var lines = await Wait.Until(() => nginx.AccessLog, lines => lines.Length == 4);
        Assert.DoesNotContain(lines, line => line.Contains("秘密") || line.Contains("%E7%A7%98"));
        var told = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["MISS", "", "", ""], told.Select(line => line.GetProperty("cache").GetString()));
        Assert.Equal(
            ["/search", "/reader/\"elder\""],
            told.Skip(2).Select(line => line.GetProperty("path").GetString())
        );
        Assert.All(told, line => Assert.Equal("127.0.0.0", line.GetProperty("client").GetString()));
    }

    [Fact]
    public async Task What_a_client_says_of_itself_is_not_handed_on()
    {
        var log = new LogLines();
        await using var site = await Start(log);
        using var nginx = await Before(site);
        var answer = await nginx.Get(
            "/archive",
            ("X-Forwarded-For", "192.0.2.1"),
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "http")
        );
        // Once, and by the site as one that is reached by HTTPS.
        Assert.Equal((200, "max-age=31536000"), (answer.Status, answer["Strict-Transport-Security"]));
        Assert.EndsWith(", 127.0.0.1", (await log.With("GET /archive")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_refused_before_it_reaches_the_site()
    {
        using var nginx = await new NginxProcess(Nobody, Nobody).Listening();
        using var body = new StringContent("十个字也不行");
        using var answer = await nginx.Http.PostAsync(
            new Uri($"https://{NginxProcess.Name}/"),
            body,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
