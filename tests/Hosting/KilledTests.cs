using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>The program killed, as by a power cut, while it publishes.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class KilledTests : IDisposable
{
    const int Reports = 2000;

    readonly ContentOf content = ContentOf.Pillars();
    readonly ContentOf data = ContentOf.Nothing();

    string[] Serve => ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0"];

    [Fact]
    public async Task After_a_restart_the_index_equals_the_content_and_the_journal_is_whole()
    {
        foreach (var number in Enumerable.Range(1, Reports))
            content.With($"政治机关/2021-01-01-report-{number}.md", $"# 第{number}篇\n\n{new string('字', 1000)}");
        // Killed the first time as soon as anything is written, then later and later.
        foreach (var megabytes in new[] { 0, 1, 3, 6 })
        {
            using var program = new ProgramProcess(Serve);
            await Wait.Until(
                () => (program.HasEnded, Written),
                now => now.HasEnded || now.Written > megabytes * 1_000_000
            );
        }
        await Equals(Reports);

        foreach (var number in Enumerable.Range(1, Reports / 2))
            content.Without($"政治机关/2021-01-01-report-{number}.md");
        using (var program = new ProgramProcess(Serve))
            await program.SaysAnyTime("Held back:");
        Assert.Equal(0, (await Typed.RunAlone(["accept", "--yes", $"{Reports / 2}", "--data", data.Folder])).Code);
        using (var program = new ProgramProcess(Serve))
        {
            var before = Written;
            await Wait.Until(() => (program.HasEnded, Written), now => now.HasEnded || now.Written != before);
        }
        await Equals(Reports / 2);
    }

    /// <summary>What lies in the data folder, in bytes.</summary>
    long Written =>
        new DirectoryInfo(data.Folder).EnumerateFiles("index.db*").Sum(file => file.Exists ? file.Length : 0);

    async Task Equals(int reports)
    {
        using (var program = new ProgramProcess(Serve))
        {
            var origin = await program.Says("Now listening on:");
            await program.SaysAnyTime("Edition");
            using var http = new HttpClient { BaseAddress = new Uri(origin) };
            await Wait.UntilSaid(http, "/readyz", "ready\n");
            Assert.Contains($"共 {reports} 篇", await http.GetStringAsync("/archive"), StringComparison.Ordinal);
            program.Terminate();
            await program.End();
        }
        var journal = new JournalFile(new Settings { Data = data.Folder });
        Assert.Null(journal.FirstBrokenLink());
        Assert.Equal(Reports, journal.Entries().Count(entry => entry.Event == JournalEvent.Published));
        Assert.Equal(Reports - reports, journal.Entries().Count(entry => entry.Event == JournalEvent.Removed));
    }

    public void Dispose()
    {
        content.Dispose();
        data.Dispose();
    }
}
