using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

/// <summary>The program as a process of its own.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class ServeCommandTests : IDisposable
{
    readonly ContentOf content = ContentOf.Report("# 甲\n\n正文。");
    readonly ContentOf data = ContentOf.Nothing();

    [Fact]
    public async Task Without_a_verb_it_serves_until_it_is_told_to_stop()
    {
        using var program = new ProgramProcess([
            "--content",
            content.Folder,
            "--data",
            data.Folder,
            "--urls",
            "http://127.0.0.1:0",
        ]);
        var origin = await program.Says("Now listening on:");
        using var http = new HttpClient();
        Assert.Equal(
            "healthy\n",
            await http.GetStringAsync(new Uri(origin + "/healthz"), TestContext.Current.CancellationToken)
        );
        program.Terminate();
        var typed = await program.End();
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.DoesNotContain("ERR", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_a_sentence()
    {
        await using var other = await TestSite.Of(ContentOf.Pillars());
        await TellsWhyItCannotListen(other.Origin.GetLeftPart(UriPartial.Authority), "address already in use");
    }

    [Fact]
    public async Task The_address_of_another_machine_is_told_in_a_sentence() =>
        await TellsWhyItCannotListen("http://192.0.2.1:8080", "Cannot assign requested address");

    async Task TellsWhyItCannotListen(string urls, string reason)
    {
        var typed = await Typed.RunAlone(["serve", "--content", content.Folder, "--data", data.Folder, "--urls", urls]);
        Assert.Equal((1, ""), (typed.Code, typed.Errors));
        Assert.Contains($"FTL The server could not start on {urls}: ", typed.Output, StringComparison.Ordinal);
        Assert.Contains(reason, typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", typed.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        content.Dispose();
        data.Dispose();
    }
}
