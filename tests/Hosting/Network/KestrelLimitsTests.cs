using System.Net.Sockets;
using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Network;

/// <summary>What one client may take, and may not: all of it is answered with a number, and others are served meanwhile.</summary>
public sealed class KestrelLimitsTests(KestrelLimitsTests.Running running) : IClassFixture<KestrelLimitsTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Report("# 甲"));

    [Theory]
    [InlineData("Content-Length: 5", "hello", 413)]
    [InlineData("Content-Length: 5000000000", "", 413)]
    [InlineData("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n", 413)]
    [InlineData("Content-Length: 0", "", 200)]
    [InlineData("Content-Length: x", "", 400)]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n", 413)]
    [InlineData("Expect: 100-continue\r\nContent-Length: 5", "", 413)]
    public async Task A_question_brings_nothing_along(string header, string body, int status) =>
        Assert.Equal(status, await Ask(header, body));

    [Theory]
    [InlineData(50, 10, 200)]
    [InlineData(70, 10, 431)]
    [InlineData(3, 5_000, 200)]
    [InlineData(4, 5_000, 431)]
    public async Task Headers_are_so_many_and_so_long(int count, int length, int status) =>
        Assert.Equal(
            status,
            await Ask(
                string.Join(
                    "\r\n",
                    Enumerable.Range(0, count).Select(number => $"X-{number}: {new string('x', length)}")
                ),
                ""
            )
        );

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n")]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: a\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: a\r\n")]
    [InlineData("GET  HTTP/1.1\r\nHost: a\r\n")]
    [InlineData("nonsense\r\n")]
    public async Task What_is_no_question_is_refused(string head) =>
        Assert.InRange(await running.Site.RawStatus(head, ""), 400, 505);

    [Fact]
    public async Task Connections_that_say_nothing_keep_nobody_from_reading()
    {
        var idle = new List<TcpClient>();
        try
        {
            foreach (var _ in Enumerable.Range(0, 500))
            {
                idle.Add(new TcpClient());
                await idle[^1]
                    .ConnectAsync(
                        running.Site.Origin.Host,
                        running.Site.Origin.Port,
                        TestContext.Current.CancellationToken
                    );
                await idle[^1]
                    .GetStream()
                    .WriteAsync(Encoding.ASCII.GetBytes("GET / HT"), TestContext.Current.CancellationToken);
            }
            Assert.Equal(200, (await running.Site.Get("/archive")).Status);
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    Task<int> Ask(string headers, string body) =>
        running.Site.RawStatus(
            $"GET /archive HTTP/1.1\r\nHost: {running.Site.Origin.Authority}\r\nConnection: close\r\n{headers}\r\n",
            body
        );
}
