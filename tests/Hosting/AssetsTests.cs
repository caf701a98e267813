using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Styles, scripts and signs as they are deployed: fetched once, compressed, and never asked for again until they change.</summary>
[Needs(NeedsAttribute.Program)]
public sealed partial class AssetsTests(AssetsTests.Published published) : IClassFixture<AssetsTests.Published>
{
    static readonly string[] Pages = ["/", "/archive", "/reports/a", "/search?q=甲", "/reports/none"];

    /// <summary>The program, published to a folder and running there.</summary>
    public sealed class Published : IAsyncLifetime
    {
        readonly ContentOf program = ContentOf.Nothing();
        readonly ContentOf content = ContentOf.Report("---\n网址: a\n---\n# 甲\n\n## 乙\n\n丙。\n\n## 丁\n\n戊。");
        readonly ContentOf data = ContentOf.Nothing();
        ProgramProcess process = null!;

        public HttpClient Http { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            // Compiling ahead changes no asset, and needs a package that not every machine has.
            string[] args =
            [
                "publish",
                Repository.Path("src", "WorkReports.csproj"),
                "--configuration",
                "Release",
                "--no-build",
                "--output",
                program.Folder,
                "-p:PublishReadyToRun=false",
                "-nodeReuse:false",
                "--verbosity",
                "quiet",
                "--nologo",
            ];
            using var publish = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true })!;
            Assert.Equal("", (await publish.StandardOutput.ReadToEndAsync()).Trim());
            await publish.WaitForExitAsync();
            process = ProgramProcess.Published(
                program.Folder,
                "--content",
                content.Folder,
                "--data",
                data.Folder,
                "--urls",
                "http://127.0.0.1:0"
            );
            Http = new HttpClient { BaseAddress = new Uri(await process.Says("Now listening on:")) };
            await Wait.UntilSaid(Http, "/readyz", "ready\n");
        }

        public ValueTask DisposeAsync()
        {
            Http?.Dispose();
            process?.Dispose();
            foreach (var folder in new[] { program, content, data })
                folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Every_asset_that_a_page_names_has_its_print_in_its_name_and_is_kept_for_good()
    {
        foreach (var asset in await Assets())
        {
            Assert.Matches(@"^/(css|js|js/modules|img)/[\w-]+\.[a-z0-9]{10}\.(css|js|svg|png)$", asset);
            var answer = await Get(asset);
            Assert.Equal((asset, 200), (asset, answer.Status));
            Assert.Contains("immutable", answer["Cache-Control"], StringComparison.Ordinal);
            Assert.Contains("max-age=31536000", answer["Cache-Control"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Each_is_compressed_ahead(string coding)
    {
        foreach (var asset in await Assets())
        {
            var (plain, coded) = (await Get(asset), await Get(asset, coding));
            Assert.Equal((asset, coding), (asset, coded["Content-Encoding"]));
            Assert.Contains("Accept-Encoding", coded["Vary"], StringComparison.Ordinal);
            Assert.True(coded.Bytes.Length < plain.Bytes.Length, asset);
            Assert.NotEqual(plain["ETag"], coded["ETag"]);
        }
    }

    [Fact]
    public async Task Each_is_the_file_that_lies_in_the_repository()
    {
        foreach (var asset in await Assets())
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(
                    Repository.Path("wwwroot", Print().Replace(asset[1..], ".")),
                    TestContext.Current.CancellationToken
                ),
                (await Get(asset)).Bytes
            );
        }
    }

    [Fact]
    public async Task What_a_script_imports_is_in_the_map_that_the_policy_names()
    {
        var report = await Get("/reports/a");
        var map = Map(new HtmlParser().ParseDocument(report.Text))!;
        var imports = Imports(map);
        Assert.NotEmpty(imports);
        foreach (var script in (await Assets()).Where(asset => asset.EndsWith(".js", StringComparison.Ordinal)))
        {
            foreach (Match import in Import().Matches((await Get(script)).Text))
            {
                Assert.Contains(
                    new Uri(new Uri(published.Http.BaseAddress!, script), import.Groups[1].Value).AbsolutePath,
                    imports.Keys
                );
            }
        }
        Assert.Contains(
            $"script-src 'self' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map)))}';",
            report["Content-Security-Policy"],
            StringComparison.Ordinal
        );
    }

    /// <summary>What styles name among themselves has no print, nor what scripts import in a browser of old: a new version must arrive, too.</summary>
    [Theory]
    [InlineData("/js/modules/preferences.js", "no-cache")]
    [InlineData("/css/base.css", "no-cache")]
    [InlineData("/img/pointer.png", "max-age=3600, must-revalidate")]
    public async Task A_plain_name_is_asked_for_anew(string asset, string control)
    {
        var answer = await Get(asset);
        Assert.Equal((200, control), (answer.Status, answer["Cache-Control"]));
        Assert.NotEqual("", answer["ETag"]);
    }

    async Task<IReadOnlyCollection<string>> Assets()
    {
        var assets = new HashSet<string>();
        foreach (var page in Pages)
        {
            var document = new HtmlParser().ParseDocument((await Get(page)).Text);
            assets.UnionWith(
                document
                    .QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=modulepreload]")
                    .Select(link => link.GetAttribute("href")!)
            );
            if (Map(document) is { } map)
                assets.UnionWith(Imports(map).Values);
            assets.UnionWith(
                document
                    .QuerySelectorAll("script[src], img[src]")
                    .Select(element => element.GetAttribute("src")!)
                    .Where(source =>
                        !source.StartsWith("/files/", StringComparison.Ordinal)
                        && !source.EndsWith("/qr.svg", StringComparison.Ordinal)
                    )
            );
        }
        Assert.InRange(assets.Count, 10, 100);
        return assets;
    }

    static string? Map(IDocument page) => page.QuerySelector("script[type=importmap]")?.TextContent;

    static Dictionary<string, string> Imports(string map) =>
        JsonDocument.Parse(map).RootElement.GetProperty("imports").Deserialize<Dictionary<string, string>>()!;

    [GeneratedRegex(@"\.[a-z0-9]{10}\.")]
    private static partial Regex Print();

    [GeneratedRegex("""^import .* from "([^"]+)";$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    async Task<Answer> Get(string address, string coding = "identity")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", coding);
        using var answer = await published.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.Of(answer);
    }
}
