using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WorkReports.Commands;
using WorkReports.Content.Rendering;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

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
            _ => 200,
        };
        if (path == "/old")
            context.Response.Headers.Location = "/new";
        if (path == "/away")
            context.Response.Headers.Location = Origin.Replace("127.0.0.1", "localhost") + "/new";
    }

    void InterlockedMax(int now)
    {
        int seen;
        while (now > (seen = most) && Interlocked.CompareExchange(ref most, now, seen) != seen) { }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The check disposes of its handler.")]
    static async Task<(IReadOnlyList<Problem> Problems, string Summary)> AskUrls(
        TimeSpan? perLink,
        TimeSpan? inAll,
        params IEnumerable<string> urls
    )
    {
        using var check = new ExternalLinkCheck(new SocketsHttpHandler { UseProxy = false }, perLink, inAll);
        return await check.Check(
            [.. urls.Select((url, at) => new ExternalLink("甲.md", new Place(at + 1, 2, 3), url))],
            TestContext.Current.CancellationToken
        );
    }

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
        Assert.InRange(most, 1, 8);
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
        var online = await Typed.Run("check", "--online", "--content", content.Folder);
        Assert.Equal(0, online.Code);
        Assert.Contains(":1:2: 提醒：", online.Output);
        Assert.EndsWith(
            "外部链接 1 个地址：0 个正常，1 个有问题，0 个对方不让程序查看，0 个没来得及查。\n",
            online.Output,
            StringComparison.Ordinal
        );
    }
}
