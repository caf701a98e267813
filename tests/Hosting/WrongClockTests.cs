using System.Net;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>
/// The program started by a clock that is years off. No test sets the machine's: the record is of another time instead, which looks the
/// same to the program.
/// </summary>
[Needs(NeedsAttribute.Program)]
public sealed class WrongClockTests() : OverFolders(ContentOf.Pillars())
{
    Settings Settings => new() { Content = Content.Folder, Data = Data.Folder };

    [Theory]
    [InlineData(26, "before the last entry of the journal")]
    [InlineData(2, "before the last entry of the journal")]
    [InlineData(-43, "years after the last entry of the journal")]
    public async Task The_last_edition_stands_until_the_clock_is_accepted(int years, string why)
    {
        var then = DateTimeOffset.UtcNow.AddYears(years);
        Write("jia", then.AddDays(-1));
        Write("yi", then.AddDays(1));
        PublishAt(then);
        var before = new JournalFile(Settings).Entries();
        using var program = new ProgramProcess([.. Serve, "--metrics", "http://127.0.0.1:0"]);
        var metrics = await program.Says("Metrics on");
        var origin = await program.Says("Now listening on:");
        Assert.Contains(why, await program.SaysAnyTime("ERR Held back: the clock says"), StringComparison.Ordinal);
        await Until(origin + "/readyz", "ready, but the clock says");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await Seen(origin));
        var health = (await Typed.RunAlone(["health", "--ready", "--urls", origin])).Output;
        Assert.StartsWith("healthy\nbut the clock says", health, StringComparison.Ordinal);
        Assert.Contains(why, health, StringComparison.Ordinal);
        Assert.Matches("workreports_clock_frozen{[^}]*} 1", await Get(metrics));

        Write("bing", then.AddDays(-2));
        await Until(origin + "/reports/bing", "bing的报告");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await Seen(origin));
        var added = Assert.Single(new JournalFile(Settings).Entries().Skip(before.Count));
        Assert.Equal(("bing", before[^1].Time), (added.Slug, added.Time));
        Assert.Equal(1, program.HasSaid("Held back"));

        Assert.Equal(0, (await Typed.RunAlone(["accept", "--yes", "1", "--data", Data.Folder])).Code);
        await program.SaysAnyTime("The clock is believed again");
        await Until(origin + "/readyz", "ready\n");
        Assert.Matches("workreports_clock_frozen{[^}]*} 0", await Get(metrics));
        // By the clock that was accepted, the one is still to come, or the other is past its date.
        Assert.Equal(
            years > 0 ? (HttpStatusCode.Gone, HttpStatusCode.NotFound) : (HttpStatusCode.OK, HttpStatusCode.OK),
            await Seen(origin)
        );
    }

    void Write(string slug, DateTimeOffset published) =>
        Content.With(
            $"政治机关/{BeijingTime.Date(published)}-{slug}.md",
            $"---\n网址: {slug}\n发布日期: {BeijingTime.Date(published)}\n---\n# {slug}的报告\n\n正文。"
        );

    void PublishAt(DateTimeOffset then)
    {
        using var database = new Database(Settings);
        var editions = new EditionState(database);
        var recorder = new JournalRecorder(editions, new JournalFile(Settings), new WallClock(then));
        new Publisher(new ContentFolder(Content.Folder), editions, recorder).Publish();
    }

    async Task<(HttpStatusCode Earlier, HttpStatusCode Later)> Seen(string origin) =>
        (await Status(origin + "/reports/jia"), await Status(origin + "/reports/yi"));

    async Task<HttpStatusCode> Status(string address)
    {
        using var answer = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
