using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Hosting;
using WorkReports.Hosting.Caching;
using WorkReports.Hosting.Routing;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Journal;

namespace WorkReports.Tests.Support;

/// <summary>The real server on a port of its own, over a content folder, with a clock that the test sets.</summary>
public sealed class TestSite : IAsyncDisposable
{
    const string AnyPort = "http://127.0.0.1:0";

    readonly ContentOf? content;
    readonly WebApplication site;
    EditionTransaction? other;

    TestSite(
        string folder,
        ContentOf? content,
        string urls = AnyPort,
        ILogger? log = null,
        bool preview = false,
        int? cache = null,
        string hosts = "*",
        Func<Settings, Settings>? with = null,
        Action<string>? beforeReading = null,
        Action<TestSite>? before = null,
        DateTimeOffset? built = null,
        params IEnumerable<RouteEntry> more
    )
    {
        this.content = content;
        // A test asks faster than an office.
        Settings = new Settings
        {
            Content = folder,
            Data = Directory.CreateTempSubdirectory("workreports-data-").FullName,
            Urls = urls,
            Preview = preview,
            Hosts = hosts,
            SearchRate = 0,
        };
        if (cache is { } megabytes)
            Settings = Settings with { Cache = megabytes };
        if (with is not null)
            Settings = with(Settings);
        before?.Invoke(this);
        site = Site.Build(
            Settings,
            Clock,
            log ?? new LoggerConfiguration().CreateLogger(),
            SiteRoutes.Of(Settings, [Failing, .. more]),
            beforeReading,
            built
        );
    }

    /// <summary>An address that answers with whatever status it names: the page of an error has no address of its own.</summary>
    static RouteEntry Failing { get; } =
        new("/fails/{code:int}", "other", CacheMode.Never) { Handler = (int code) => Results.StatusCode(code) };

    public WallClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, BeijingTime.Offset));

    public Settings Settings { get; }

    public ContentOf Content => content!;

    public JournalFile Journal => new(Settings);

    /// <summary>What the journal says of reports.</summary>
    public IReadOnlyList<JournalEntry> ReportEntries() => [.. Journal.Entries().Where(entry => entry.Slug.Length > 0)];

    internal EditionState Indexer => site.Services.GetRequiredService<EditionState>();

    internal T Service<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    internal PageCache Pages => site.Services.GetRequiredService<PageCache>();

    public HttpClient Http { get; private set; } = null!;

    public Uri Origin { get; private set; } = null!;

    public static async Task<TestSite> Of(
        ContentOf content,
        string urls = AnyPort,
        ILogger? log = null,
        int? cache = null,
        string hosts = "*"
    )
    {
        var test = new TestSite(content.Folder, content, urls, log, cache: cache, hosts: hosts);
        await test.Start();
        await test.BecomeReady();
        return test;
    }

    /// <summary>With settings that differ from the usual.</summary>
    public static async Task<TestSite> With(ContentOf content, Func<Settings, Settings> with, ILogger? log = null)
    {
        var test = new TestSite(content.Folder, content, log: log, with: with);
        await test.Start();
        await test.BecomeReady();
        return test;
    }

    /// <param name="beforeReading">Told the path of each file before it is read: it can make one wait there.</param>
    public static async Task<TestSite> WithReading(ContentOf content, Action<string> beforeReading, ILogger log)
    {
        var test = new TestSite(content.Folder, content, log: log, beforeReading: beforeReading);
        await test.Start();
        await test.BecomeReady();
        return test;
    }

    /// <summary>Measured, with addresses beside its own.</summary>
    internal static async Task<TestSite> WithRoutes(ContentOf content, ILogger log, params IEnumerable<RouteEntry> more)
    {
        var test = new TestSite(
            content.Folder,
            content,
            log: log,
            with: settings => settings with { Metrics = AnyPort },
            more: more
        );
        await test.Start();
        await test.BecomeReady();
        return test;
    }

    /// <summary>Started by a clock that says something else than it should.</summary>
    /// <param name="wasPublished">True where an edition was published at the usual time, before the start.</param>
    /// <param name="built">When the program was built.</param>
    public static async Task<TestSite> WithClock(
        ContentOf content,
        DateTimeOffset now,
        bool wasPublished = true,
        DateTimeOffset? built = null,
        ILogger? log = null,
        Func<Settings, Settings>? with = null
    )
    {
        var test = new TestSite(
            content.Folder,
            content,
            log: log,
            with: with,
            before: test =>
            {
                if (wasPublished)
                    test.PublishBeforeStart();
                test.Clock.AdjustTime(now);
            },
            built: built
        );
        await test.Start();
        return test;
    }

    /// <summary>As its editors see it.</summary>
    public static async Task<TestSite> OfPreview(ContentOf content)
    {
        var test = new TestSite(content.Folder, content, preview: true);
        await test.Start();
        await test.BecomeReady();
        return test;
    }

    /// <summary>The sample site that ships.</summary>
    public static Task<TestSite> OfSample() => OfFolder(Repository.Path("content"));

    /// <summary>Over a folder that the test keeps.</summary>
    /// <param name="waits">False for a site that cannot become ready yet.</param>
    /// <param name="now">What its clock says at the start; without it the usual time.</param>
    public static async Task<TestSite> OfFolder(
        string folder,
        Func<Settings, Settings>? with = null,
        ILogger? log = null,
        bool waits = true,
        DateTimeOffset? now = null
    )
    {
        var test = new TestSite(folder, null, log: log, with: with, before: test =>
            test.Clock.AdjustTime(now ?? test.Clock.GetUtcNow())
        );
        await test.Start();
        if (waits)
            await test.BecomeReady();
        return test;
    }

    /// <summary>Started, while another writer keeps its scan from being committed until <see cref="LetScan"/>.</summary>
    /// <param name="sinceLast">What changed since an edition that was published before; without it there is none yet.</param>
    public static async Task<TestSite> BeforeScan(
        ContentOf content,
        Action<ContentOf>? sinceLast = null,
        ILogger? log = null
    )
    {
        var test = new TestSite(content.Folder, content, log: log);
        var indexer = new EditionState(new Database(test.Settings));
        if (sinceLast is not null)
        {
            test.PublishBeforeStart();
            sinceLast(content);
        }
        test.other = indexer.Begin();
        await test.Start();
        return test;
    }

    void PublishBeforeStart()
    {
        using var database = new Database(Settings);
        var indexer = new EditionState(database);
        new Publisher(
            new ContentFolder(Content.Folder),
            indexer,
            new JournalRecorder(indexer, new JournalFile(Settings), Clock)
        ).Publish();
    }

    public async Task LetScan()
    {
        other?.Dispose();
        await BecomeReady();
    }

    public async Task<IHtmlDocument> Page(string address)
    {
        var answer = await Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> Status(string address) => (await Http.GetAsync(address)).StatusCode;

    public Task<Answer> Get(string address, params (string Name, string Value)[] headers) =>
        Send("GET", address, headers);

    public async Task<Answer> Send(string method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request);
        return await Answer.Of(answer);
    }

    /// <summary>The status of a GET whose target is sent as it stands: a client would tidy the path first.</summary>
    public Task<int> RawStatus(string target) =>
        RawStatus($"GET {target} HTTP/1.1\r\nHost: {Origin.Authority}\r\nConnection: close\r\n", "");

    /// <summary>The status of whatever is sent: a head without its last empty line, and what follows it.</summary>
    public async Task<int> RawStatus(string head, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Origin.Host, Origin.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\n{body}"));
        using var answer = new StreamReader(stream, Encoding.Latin1);
        return int.Parse(
            (await answer.ReadLineAsync())!.Split(' ')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    public Task UntilStatus(string address, HttpStatusCode status) =>
        Wait.Until(() => Get(address), answer => answer.Status == (int)status, $"{(int)status} at {address}");

    /// <summary>Waits until the page holds these words.</summary>
    public Task UntilSaid(string address, string words) => Wait.UntilSaid(Http, address, words);

    /// <summary>Does to the index what only a failing disk or a clumsy hand does.</summary>
    public void Harm(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Settings.IndexFile}");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Tells it to stop, as a signal does; done when it has.</summary>
    public Task Stop() => site.StopAsync();

    public async ValueTask DisposeAsync()
    {
        other?.Dispose();
        Http.Dispose();
        await site.StopAsync();
        await site.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Settings.Data, recursive: true);
        content?.Dispose();
    }

    async Task Start()
    {
        await site.StartAsync();
        Origin = new Uri(site.Urls.First().Replace("[::]", "127.0.0.1"));
        Http = new HttpClient(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ServerCertificateCustomValidationCallback =
                    HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            }
        )
        {
            BaseAddress = Origin,
        };
    }

    async Task BecomeReady()
    {
        await UntilStatus("/readyz", HttpStatusCode.OK);
    }
}
