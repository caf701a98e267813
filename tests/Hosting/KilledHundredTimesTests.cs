using System.Diagnostics;
using System.Security.Cryptography;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Journal;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>The program killed at any moment between its start and its edition, again and again over the same folders.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class KilledHundredTimesTests
{
    static readonly int Kills = Lane.Count(sample: 6, deep: 50);
    const int Reports = 40;

    [Fact]
    public Task Whenever_it_is_killed_the_index_comes_to_equal_the_content_and_the_journal_holds() =>
        // Two at once, each with folders of its own: together a hundred in the deep lane.
        Task.WhenAll(Kill(new Random(Lane.Seed)), Kill(new Random(Lane.Seed + 1)));

    static async Task Kill(Random random)
    {
        await Task.Yield();
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        var settings = new Settings { Content = content.Folder, Data = data.Folder };
        Edit(content, random, Reports);
        var usual = await TimeToEdition(settings);
        for (var time = 1; time <= Kills; time++)
        {
            Edit(content, random, Reports / 4);
            using (var program = Start(settings))
                await Task.WhenAny(
                    Task.Delay(usual * (0.4 + random.NextDouble() * 0.8), TestContext.Current.CancellationToken),
                    program.Says("Edition")
                );
            Assert.Null(new JournalFile(settings).FirstBrokenLink());
            // What the next start does, without the time that a process takes.
            IsWhole(settings);
        }
        await TimeToEdition(settings);
    }

    static ProgramProcess Start(Settings settings) =>
        new(["--content", settings.Content, "--data", settings.Data, "--urls", "http://127.0.0.1:0"]);

    static async Task<TimeSpan> TimeToEdition(Settings settings)
    {
        var watch = Stopwatch.StartNew();
        using var program = Start(settings);
        await program.Says("Edition");
        return watch.Elapsed;
    }

    static void Edit(ContentOf content, Random random, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var path = $"政治机关/2021-01-01-report-{random.Next(Reports * 2)}.md";
            if (random.Next(4) == 0)
                content.Without(path);
            else
                content.With(path, $"# 第{random.Next(1000)}篇\n\n{new string('字', random.Next(2000))}");
        }
    }

    static void IsWhole(Settings settings)
    {
        using var database = new Database(settings);
        Assert.Null(database.FaultAtStart);
        var (indexer, journal) = (new EditionState(database), new JournalFile(settings));
        var recorder = new JournalRecorder(indexer, journal, TimeProvider.System);
        var publisher = new Publisher(new ContentFolder(settings.Content), indexer, recorder);
        publisher.Publish();
        // What goes by chance is many files within minutes, and meant.
        if (publisher.HeldCount > 0)
        {
            journal.Accept(
                new Acceptance
                {
                    Time = TimeProvider.System.GetUtcNow(),
                    Who = "tester",
                    What = [.. journal.Held().Select(item => item.Key)],
                }
            );
            publisher.Publish();
        }
        recorder.CatchUp();
        database.Check(TestContext.Current.CancellationToken);
        Assert.Null(database.OpenOrRebuild());

        var written = Directory
            .EnumerateFiles(Path.Combine(settings.Content, "政治机关"), "2*.md")
            .Select(file =>
                (
                    Path.GetRelativePath(settings.Content, file),
                    Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))
                )
            )
            .Order();
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(written, indexer.Reports(now).Select(report => (report.Path, report.Hash)).Order());
        Assert.Null(journal.FirstBrokenLink());
        Assert.Equal(
            written,
            Last(journal)
                .Where(entry => entry.Event is JournalEvent.Published or JournalEvent.Changed)
                .Select(entry => (entry.Path, entry.Content))
                .Order()
        );
    }

    /// <summary>What the journal says of each address at last.</summary>
    static IEnumerable<JournalEntry> Last(JournalFile journal) =>
        journal
            .Entries()
            .Where(entry => entry.Slug.Length > 0)
            .GroupBy(entry => entry.Slug)
            .Select(entries => entries.Last());
}
