using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Examples;

/// <summary>What it keeps, before a server whose answers all say that they may be kept.</summary>
public sealed partial class NginxTests
{
    [Fact]
    public async Task Styles_are_kept_as_long_as_they_say_and_attachments_never()
    {
        var asked = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(context =>
        {
            asked.Enqueue(context.Request.Path);
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return context.Response.WriteAsync("甲");
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        var origin = new Uri(server.Urls.Single());
        using var nginx = await new NginxProcess(origin, origin).Listening();
        foreach (var address in new[] { "/css/a.css", "/files/a.pdf", "/" })
        {
            Assert.Equal("甲", (await nginx.Get(address)).Text);
            Assert.Equal("甲", (await nginx.Get(address)).Text);
        }
        Assert.Equal(["/css/a.css", "/files/a.pdf", "/files/a.pdf", "/", "/"], asked);
        Assert.Contains("\"cache\":\"HIT\"", nginx.AccessLog[1], StringComparison.Ordinal);
    }
}
