using System.Net;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>What somebody changes in the journal by hand is told by the server, and no reader gets it.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class ForgedJournalTests() : OverFolders(Site())
{
    const string Told = "the journal is not as this program wrote it";

    static ContentOf Site() =>
        ContentOf
            .Pillars()
            .With("政治机关/2021-01-01-甲.md", "---\n网址: jia\n---\n# 甲\n\n甲的正文。")
            .With("政治机关/2021-01-02-乙.md", "---\n网址: yi\n---\n# 乙\n\n乙的正文。");

    string Journal => Path.Combine(Data.Folder, "journal.db");

    [Fact]
    public async Task A_row_that_disagrees_with_its_entry_is_told_while_the_server_runs()
    {
        await using var site = await TestSite.Of(Site());
        JournalForgery.Run(site.Settings.JournalFile, "update addresses set title = '另一个' where slug = 'jia'");
        await Wait.Until(
            () =>
            {
                site.Clock.Advance(TimeSpan.FromHours(1));
                return site.Get("/readyz");
            },
            answer => answer.Text.Contains($"ready, but {Told} (AddressDiffers at entry ", StringComparison.Ordinal),
            "the forged row in /readyz"
        );
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/jia"));
    }

    [Fact]
    public async Task A_text_that_does_not_fit_its_hash_is_never_rendered_and_keeps_nobody_else_back()
    {
        await Publish();
        var hashes = new JournalFile(new Settings { Data = Data.Folder })
            .Entries()
            .ToLookup(entry => entry.Slug, entry => entry.Content);
        JournalForgery.Run(
            Journal,
            $"""
            update texts
            set (size, bytes) = (select size, bytes from texts where hash = '{hashes["yi"].Single()}')
            where hash = '{hashes["jia"].Single()}'
            """
        );
        File.Delete(Path.Combine(Data.Folder, "index.db"));
        // Else its file is read, and stands by itself.
        Content.With("政治机关/2021-01-01-甲.md", "---\n没有的项: 1\n---\n坏了。");
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/yi", "乙的正文");
        await program.SaysAnyTime("1 reports that were published are lost for readers");
        await program.SaysAnyTime($"ERR Changed by hand: {Told} (TextChanged at entry ");
        await Until(origin + "/readyz", Told);
        using var answer = await Http.GetAsync(origin + "/reports/jia", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("jia", await Get(origin + "/archive"), StringComparison.Ordinal);

        Content.With("政治机关/2021-01-01-甲.md", "---\n网址: jia\n---\n# 甲\n\n甲的新正文。");
        await Until(origin + "/reports/jia", "甲的新正文");
    }
}
