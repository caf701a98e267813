using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WorkReports.Commands.Online;
using WorkReports.Content.Rendering;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Online;

/// <summary>Links to other sites, asked for on demand: a server of the test's own stands for them.</summary>
public sealed class ExternalLinkCheckTests : IAsyncLifetime
{
    readonly WebApplication other;
    readonly ConcurrentQueue<string> asked = new();
    readonly TaskCompletionSource never = new();
    int atOnce;
    int most;

    public ExternalLinkCheckTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        other = builder.Build();
        other.Urls.Add("http://127.0.0.1:0");
        other.Run(Answer);
    }

    string Origin => other.Urls.Single();

    public async ValueTask InitializeAsync() => await other.StartAsync();

    public async ValueTask DisposeAsync()
    {
        never.TrySetResult();
        await other.DisposeAsync();
    }

    async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        asked.Enqueue($"{context.Request.Method} {path}");
        InterlockedMax(Interlocked.Increment(ref atOnce));
        if (path.StartsWith("/many", StringComparison.Ordinal))
            await Task.Delay(20);
        if (path == "/slow" || (path == "/slow-head" && context.Request.Method == "HEAD"))
            await never.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref atOnce);
        context.Response.StatusCode = path switch
        {
            "/missing" => 404,
            "/broken" => 500,
            "/closed" => 403,
            "/no-head" when context.Request.Method == "HEAD" => 405,
            "/old" => 301,
            "/away" => 302,
            "/to" => 307,
            "/round" => 308,
            "/far" => 302,
            "/garbage" or "/nowhere" => 302,
            _ => 200,
        };
        if (path == "/old")
            context.Response.Headers.Location = "/new";
        if (path == "/away")
            context.Response.Headers.Location = Origin.Replace("127.0.0.1", "localhost") + "/new";
        if (path == "/to")
            context.Response.Headers.Location = context.Request.Query["where"].ToString();
        if (path == "/round")
            context.Response.Headers.Location = "/round";
        if (path == "/far")
            context.Response.Headers.Location = $"/far?{context.Request.QueryString.Value!.Length}";
        if (path == "/garbage")
            context.Response.Headers.Location = "http://[:::";
        if (path == "/endless")
            await SendEndlessly(context);
        if (path == "/headers")
            context.Response.Headers["X-Large"] = new string('x', 20_000);
    }

    /// <summary>Until the other side has enough.</summary>
    static async Task SendEndlessly(HttpContext context)
    {
        var block = new byte[1 << 16];
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException) { }
    }

    void InterlockedMax(int now)
    {
        int seen;
        while (now > (seen = most) && Interlocked.CompareExchange(ref most, now, seen) != seen) { }
    }

    static async Task<(IReadOnlyList<Problem> Problems, string Summary)> AskUrls(
        TimeSpan? perLink,
        TimeSpan? inAll,
        params IEnumerable<string> urls
    )
    {
        using var check = new ExternalLinkCheck(Loopback(Dns.GetHostAddressesAsync), perLink, inAll);
        return await check.Check(
            [.. urls.Select((url, at) => new ExternalLink("甲.md", new Place(at + 1, 2, 3), url))],
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>The server of the test stands on this machine.</summary>
    static LinkConnector Loopback(Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        new([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")], resolve, null);

    Task<(IReadOnlyList<Problem> Problems, string Summary)> Ask(params IEnumerable<string> paths) =>
        AskUrls(null, null, paths.Select(path => Origin + path));

    [Theory]
    [InlineData("/missing", "link-dead", "404")]
    [InlineData("/broken", "link-dead", "500")]
    [InlineData("/away", "link-moved", "localhost")]
    public async Task An_address_that_answers_wrongly_is_told_at_its_place(string path, string code, string says)
    {
        var (problems, summary) = await Ask(path);
        var problem = Assert.Single(problems);
        Assert.Equal((code, new Place(1, 2, 3), false), (problem.Code, problem.At, problem.IsError));
        Assert.Contains(says, problem.Message);
        Assert.Equal("外部链接 1 个地址：0 个正常，1 个有问题，0 个对方不让程序查看，0 个没来得及查。", summary);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/old")]
    [InlineData("/no-head")]
    public async Task An_address_that_is_there_is_fine(string path) =>
        Assert.Equal(
            (0, "外部链接 1 个地址：1 个正常，0 个有问题，0 个对方不让程序查看，0 个没来得及查。"),
            await Ask(path) is var (problems, summary) ? (problems.Count, summary) : default
        );

    [Fact]
    public async Task A_site_that_lets_no_program_in_is_counted_and_not_told() =>
        Assert.Equal(
            (0, "外部链接 1 个地址：0 个正常，0 个有问题，1 个对方不让程序查看，0 个没来得及查。"),
            await Ask("/closed") is var (problems, summary) ? (problems.Count, summary) : default
        );

    [Fact]
    public async Task Each_address_is_asked_once_and_told_wherever_it_stands()
    {
        var (problems, _) = await Ask("/missing", "/missing#a", "/missing", "/");
        Assert.Equal([1, 2, 3], problems.Select(problem => problem.Line));
        Assert.Equal(["GET /missing", "HEAD /", "HEAD /missing"], asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Few_are_asked_at_once()
    {
        await Ask(Enumerable.Range(0, 60).Select(number => $"/many/{number}"));
        Assert.Equal(60, asked.Count);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_is_given_up()
    {
        var (problems, _) = await AskUrls(TimeSpan.FromMilliseconds(200), null, Origin + "/slow", Origin + "/");
        Assert.Equal(("link-unreachable", 1), problems is [var only] ? (only.Code, only.Line) : default);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task A_server_that_hangs_when_asked_briefly_is_asked_in_full()
    {
        Assert.Empty((await AskUrls(TimeSpan.FromSeconds(4), null, Origin + "/slow-head")).Problems);
        Assert.Equal(["HEAD /slow-head", "GET /slow-head"], asked);
    }

    [Fact]
    public async Task When_time_is_over_the_rest_is_counted_as_not_asked()
    {
        var (problems, summary) = await AskUrls(
            null,
            TimeSpan.FromMilliseconds(300),
            Enumerable.Range(0, 9).Select(number => Origin + "/slow?" + number)
        );
        Assert.Empty(problems);
        Assert.Equal("外部链接 9 个地址：0 个正常，0 个有问题，0 个对方不让程序查看，9 个没来得及查。", summary);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "连接不上")]
    [InlineData("http://meiyou.invalid/", "link-unreachable")]
    [InlineData("http://", "不是完整的网址")]
    public async Task A_host_that_is_not_there_is_told(string url, string says)
    {
        var problem = Assert.Single((await AskUrls(null, null, url)).Problems);
        Assert.Contains(says, problem.Code + problem.Message);
    }

    [Fact]
    public async Task Nobody_is_asked_without_being_told_to()
    {
        using var content = ContentOf.Report($"见[甲]({Origin}/missing)。").With("书香机关/2021-08-31-乙.md", "乙。");
        var offline = await Typed.Run("check", "--content", content.Folder);
        Assert.Empty(asked);
        Assert.DoesNotContain("外部链接", offline.Output);
        var fenced = await Typed.Run("check", "--online", "--content", content.Folder);
        Assert.Empty(asked);
        Assert.Contains("[link-private]", fenced.Output);
        var online = await Typed.Run(
            "check",
            "--online",
            "--content",
            content.Folder,
            "--link-networks",
            "10.0.0.0/8;127.0.0.1"
        );
        Assert.Equal(0, online.Code);
        Assert.Contains(":1:2: 提醒：", online.Output);
        Assert.EndsWith(
            "外部链接 1 个地址：0 个正常，1 个有问题，0 个对方不让程序查看，0 个没来得及查。\n",
            online.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("//")]
    [InlineData("")]
    public async Task A_redirect_out_of_the_web_is_told_and_the_next_link_is_asked(string where)
    {
        var (problems, summary) = await Ask("/to?where=" + Uri.EscapeDataString(where), "/");
        Assert.Equal("link-dead", Assert.Single(problems).Code);
        Assert.StartsWith("外部链接 2 个地址：1 个正常，1 个有问题", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/round", "link-loop")]
    [InlineData("/far", "link-loop")]
    [InlineData("/garbage", "link-dead")]
    [InlineData("/nowhere", "link-dead")]
    [InlineData("/headers?large", "")]
    public async Task A_redirect_that_arrives_nowhere_is_no_success(string path, string code)
    {
        Assert.Equal(code, (await Ask(path)).Problems is [var only] ? only.Code : "");
        Assert.InRange(asked.Count, 1, 22);
    }

    [Theory]
    [InlineData("http://％/")]
    [InlineData("http://%zz/")]
    [InlineData("http://a..b/")]
    [InlineData("http://\ud800/")]
    [InlineData("http://\u202e甲/")]
    [InlineData("http://xn--0/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//")]
    [InlineData("http://a:99999/")]
    public async Task A_link_that_is_none_is_its_own_trouble_alone(string url)
    {
        var (problems, summary) = await AskUrls(null, null, url, Origin + "/", Origin + "/missing");
        Assert.Equal([1, 3], problems.Select(problem => problem.Line));
        Assert.StartsWith("外部链接 3 个地址：1 个正常，2 个有问题", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_endless_answer_the_head_is_enough() => Assert.Empty((await Ask("/endless")).Problems);

    [Fact]
    public async Task The_address_that_was_looked_at_is_the_one_that_is_asked()
    {
        var port = new Uri(Origin).Port;
        var names = new ConcurrentQueue<string>();
        IPAddress[] Resolve(string name)
        {
            names.Enqueue(name);
            // Another answer each time, as somebody gives who wants to lead a program past its own look.
            return names.Count % 2 == 1
                ? [IPAddress.Parse("10.1.2.3"), IPAddress.Loopback]
                : [IPAddress.Parse("10.1.2.3")];
        }
        using var check = new ExternalLinkCheck(Loopback((name, _) => Task.FromResult(Resolve(name))));
        var (problems, _) = await check.Check(
            [new ExternalLink("甲.md", 1, $"http://rebound.example.cn:{port}/")],
            TestContext.Current.CancellationToken
        );
        Assert.Empty(problems);
        Assert.Equal(["rebound.example.cn"], names);
        Assert.Equal(["HEAD /"], asked);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://printer.example.cn/")]
    [InlineData("//printer.example.cn/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://0xa9fea9fe/latest/meta-data/")]
    public async Task A_redirect_into_the_office_is_not_followed(string where)
    {
        using var check = new ExternalLinkCheck(
            Loopback((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.1.9")]))
        );
        var (problems, _) = await check.Check(
            [new ExternalLink("甲.md", 1, Origin + "/to?where=" + Uri.EscapeDataString(where))],
            TestContext.Current.CancellationToken
        );
        Assert.Equal("link-private", Assert.Single(problems).Code);
        Assert.Equal(["HEAD /to"], asked);
    }

    [Fact]
    public async Task A_proxy_is_not_asked_for_what_stands_in_the_office()
    {
        using var check = new ExternalLinkCheck(
            new LinkConnector(
                [],
                (name, _) =>
                    name == "unknown.example.cn" || !name.Contains('.')
                        ? throw new System.Net.Sockets.SocketException(11001)
                        : Task.FromResult<IPAddress[]>([IPAddress.Parse(name == "127.0.0.1" ? name : "192.168.1.9")]),
                new WebProxy(Origin)
            )
        );
        var (problems, _) = await check.Check(
            [
                .. new[]
                {
                    "http://10.0.0.1/",
                    "http://office.example.cn/",
                    "http://intranet/",
                    "http://unknown.example.cn/",
                }.Select((url, at) => new ExternalLink("甲.md", at + 1, url)),
            ],
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["link-private", "link-private", "link-unreachable"],
            problems.OrderBy(problem => problem.Line).Select(problem => problem.Code)
        );
        Assert.Equal(["HEAD /"], asked);
    }

    [Fact]
    public async Task A_network_that_is_none_is_refused_before_anything_is_read()
    {
        using var content = ContentOf.Pillars();
        var typed = await Typed.Run("check", "--content", content.Folder, "--link-networks", "office");
        Assert.Equal(2, typed.Code);
        Assert.StartsWith("--link-networks：“office”不是地址，也不是网段", typed.Errors, StringComparison.Ordinal);
    }
}
