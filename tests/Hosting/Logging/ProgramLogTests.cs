using System.Text.Json;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Logging;

/// <summary>Where the lines of the program go, and in which form.</summary>
public sealed class ProgramLogTests : IDisposable
{
    readonly ContentOf content = ContentOf.Pillars();
    readonly ContentOf data = ContentOf.Nothing();

    string[] Serve(params string[] more) =>
        ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0", .. more];

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task Json_is_an_object_a_line()
    {
        using var program = new ProgramProcess(Serve("--log-format", "json"));
        var origin = (await program.Says("\"address\":\"")).Split('"')[0];
        await program.SaysAnyTime("\"Edition\":1");
        await Ask(origin, "/units");
        program.Terminate();
        var typed = await program.End();
        var lines = typed
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        var request = Assert.Single(lines, line => line.TryGetProperty("RequestPath", out _));
        Assert.Equal(
            ("GET", "/units", 200, 1, "standard", "miss", "127.0.0.0"),
            (
                Text(request, "RequestMethod"),
                Text(request, "RequestPath"),
                request.GetProperty("StatusCode").GetInt32(),
                request.GetProperty("Edition").GetInt32(),
                Text(request, "Reader"),
                Text(request, "Cache"),
                Text(request, "Client")
            )
        );
        Assert.True(request.GetProperty("Bytes").GetInt64() > 0 && request.GetProperty("Elapsed").GetDouble() > 0);
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task The_first_line_names_the_build()
    {
        using var program = new ProgramProcess(Serve("--log-format", "json"));
        await program.Says("\"address\":\"");
        var line = JsonDocument.Parse(program.First).RootElement;
        var build = (await Typed.RunAlone(["version"])).Output.Trim();
        Assert.Equal(build, $"{Text(line, "Version")}, commit {Text(line, "Commit")}");
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task Files_get_the_lines_of_the_console()
    {
        var folder = Path.Combine(data.Folder, "log");
        using var program = new ProgramProcess(Serve("--log-folder", folder));
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("Edition 1");
        await Ask(origin, "/units");
        await program.Says("GET /units");
        program.Terminate();
        await program.End();
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Matches(@"workreports-\d{8}\.log$", file);
        Assert.Contains(
            " INF GET /units 200 ",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_log_folder_that_cannot_be_written_to_is_told_and_readers_are_served()
    {
        data.With("log", "a file");
        using var program = new ProgramProcess(Serve("--log-folder", Path.Combine(data.Folder, "log")));
        Assert.StartsWith(
            $"{Path.Combine(data.Folder, "log")} cannot be written to: ",
            await program.Says("ERR No log files are written, the folder "),
            StringComparison.Ordinal
        );
        await Ask(await program.Says("Now listening on:"), "/healthz");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
    }

    [Theory]
    [InlineData("warning", false, false)]
    [InlineData("debug", true, true)]
    [Needs(NeedsAttribute.Program)]
    public async Task The_level_says_what_is_worth_a_line(string level, bool isRequest, bool isProbe)
    {
        using var program = new ProgramProcess(Serve("--log-level", level, "--urls", "http://127.0.0.1:18787"));
        await Wait.Until(() => Answers("http://127.0.0.1:18787/readyz"), isAnswered => isAnswered);
        await Ask("http://127.0.0.1:18787", "/units");
        program.Terminate();
        var typed = await program.End();
        Assert.Equal(isRequest, typed.Output.Contains("GET /units 200", StringComparison.Ordinal));
        Assert.Equal(isProbe, typed.Output.Contains("GET /readyz 200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--log-format", "xml", "text, json")]
    [InlineData("--log-level", "loud", "debug, information, warning, error")]
    [InlineData("--client-addresses", "some", "full, short, none")]
    public async Task A_word_that_is_not_known_is_refused_with_those_that_are(string option, string word, string known)
    {
        var typed = await Typed.Run("serve", "--content", content.Folder, "--data", data.Folder, option, word);
        Assert.Equal(new Typed(2, "", $"{option}: '{word}' is none of {known}.\n"), typed);
    }

    static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    static async Task Ask(string origin, string address)
    {
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(new Uri(origin), address))).EnsureSuccessStatusCode();
    }

    static async Task<bool> Answers(string address)
    {
        using var http = new HttpClient();
        try
        {
            return (await http.GetAsync(new Uri(address))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        content.Dispose();
        data.Dispose();
    }
}
