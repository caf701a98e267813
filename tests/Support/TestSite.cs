using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Serilog;
using WorkReports.Hosting;

namespace WorkReports.Tests.Support;

/// <summary>The real server on a port of its own, over a content folder, with a clock that the test sets.</summary>
public sealed class TestSite : IAsyncDisposable
{
    readonly string data = Directory.CreateTempSubdirectory("workreports-data-").FullName;
    readonly ContentOf? content;
    readonly WebApplication site;

    TestSite(string folder, ContentOf? content)
    {
        this.content = content;
        site = Site.Build(
            new Settings { Content = folder, Data = data, Urls = "http://127.0.0.1:0" }, Clock, new LoggerConfiguration().CreateLogger());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, BeijingTime.Offset));

    public HttpClient Http { get; private set; } = null!;

    public Uri Origin { get; private set; } = null!;

    public static Task<TestSite> Of(ContentOf content) => Start(new TestSite(content.Folder, content));

    /// <summary>The sample site that ships.</summary>
    public static Task<TestSite> OfSample() => Start(new TestSite(Repository.Path("content"), null));

    static async Task<TestSite> Start(TestSite test)
    {
        await test.site.StartAsync();
        test.Origin = new Uri(test.site.Urls.Single());
        test.Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = test.Origin };
        while ((await test.Http.GetAsync("/readyz")).StatusCode != HttpStatusCode.OK) await Task.Delay(20);
        return test;
    }

    public async Task<IHtmlDocument> Page(string address)
    {
        var answer = await Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> Status(string address) => (await Http.GetAsync(address)).StatusCode;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await site.StopAsync();
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        content?.Dispose();
    }
}
