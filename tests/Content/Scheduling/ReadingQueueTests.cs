using System.Collections.Concurrent;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Content.Scheduling;
using WorkReports.Tests.Content.Budget;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Scheduling;

/// <summary>However many files take long, no sound one waits for them for ever.</summary>
public sealed class ReadingQueueTests
{
    const int Sound = 200;

    static string Report(string slug, string title) => $"---\n网址: {slug}\n---\n# {title}\n\n正文。";

    static ContentOf SoundOnes(int count = Sound)
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(0, count))
            content.With($"政治机关/2021-01-01-r{number}.md", Report($"r{number}", $"第{number}篇"));
        return content;
    }

    static ContentOf WithSlow(ContentOf content, int count)
    {
        foreach (var number in Enumerable.Range(0, count))
            content.With($"书香机关/2021-01-01-慢{number}.md", Report($"slow{number}", $"慢{number}"));
        return content;
    }

    [Fact]
    public void Small_files_go_first_whatever_they_are_called()
    {
        using var content = SoundOnes()
            .With("书香机关/2021-01-01-大.md", Report("large", "大") + new string('大', 150_000));
        var folder = new ContentFolder(content.Folder);
        var begun = new ConcurrentQueue<string>();
        var reader = new ReportReader(
            folder,
            new SiteContextReader(folder).Read(),
            new Dictionary<string, string>(),
            beforeReading: begun.Enqueue
        );
        var files = folder.List().Reports;
        Assert.EndsWith("大.md", files[0].Path, StringComparison.Ordinal);
        var read = new ReadingQueue(ReadingQueue.Endless).Read(
            reader,
            files,
            onAllCores: false,
            CancellationToken.None
        );
        Assert.Equal(Sound + 1, read.Count());
        // With several places the last small ones may still be waited for.
        var place = begun.ToList().IndexOf(files[0].Path);
        Assert.InRange(place, Sound + 1 - Environment.ProcessorCount, Sound);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void With_more_slow_files_than_are_read_behind_the_editions_the_edition_goes_all_the_same()
    {
        const int Slow = ReadingQueue.SlowLimit + 20;
        using var gate = new Gate(path => path.Contains('慢'));
        using var index = new TestIndex(WithSlow(SoundOnes(), Slow), TimeSpan.FromMilliseconds(100), gate.Pass);
        var first = index.Publish();
        Assert.Equal(1, first.Edition);
        // What is not begun is told as well, and tried again by the next scan, which publishes the rest.
        Assert.Superset(
            Enumerable.Range(0, Slow).Select(number => $"书香机关/2021-01-01-慢{number}.md").ToHashSet(),
            first.StillBeingRead.ToHashSet()
        );
        for (var scan = 0; scan < 10; scan++)
            index.Publish();
        Assert.InRange(gate.Begun, ReadingQueue.SlowLimit, ReadingQueue.SlowLimitOfScans + Environment.ProcessorCount);

        gate.Open();
        Assert.DoesNotContain(index.PublishToTheEnd().Problems, problem => problem.IsError);
        Assert.All(Enumerable.Range(0, Sound), number => Assert.NotNull(index.Find($"r{number}")));
        Assert.All(Enumerable.Range(0, Slow), number => Assert.NotNull(index.Find($"slow{number}")));
        Assert.Empty(gate.ReadTwice);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void A_file_that_moved_and_is_not_begun_for_them_is_not_recorded_as_gone()
    {
        var content = SoundOnes(1);
        using var gate = new Gate(path => path.Contains('慢'));
        using var index = new TestIndex(content, TimeSpan.FromMilliseconds(200), gate.Pass);
        index.PublishToTheEnd();
        index.CatchUp();
        WithSlow(content, ReadingQueue.SlowLimit + 20).Moved("政治机关/2021-01-01-r0.md", "综合/2021-01-01-r0.md");
        Assert.Equal(0, index.Publish().Removed);
        index.CatchUp();
        Assert.NotNull(index.Find("r0"));

        gate.Open();
        index.PublishToTheEnd();
        index.CatchUp();
        Assert.Equal("综合/2021-01-01-r0.md", index.Find("r0")!.Path);
        Assert.DoesNotContain(index.Journal.Entries(), entry => entry.Event == JournalEvent.Removed);
    }

    /// <summary>With the usual patience, and without any gate: what is slow here is what a parser is slow with.</summary>
    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void A_file_of_each_slow_kind_keeps_none_of_a_thousand_sound_ones_from_readers()
    {
        const int Length = 128 * 1024;
        var kinds = Lane.Some(MarkdownInputs.All, 20).Select(input => "---\n标题: 甲\n---\n" + input.Text(Length));
        var heads = Lane.Some(YamlInputs.All, 10).Select(input => input.Text(Length));
        var content = SoundOnes(1_000);
        var slow = new List<string>();
        foreach (var (number, text) in kinds.Concat(heads).Index())
        {
            slow.Add($"书香机关/2021-01-01-kind{number}.md");
            content.With(slow[^1], text);
        }
        using var index = new TestIndex(content, TimeSpan.FromSeconds(10));
        var first = index.Publish();
        Assert.Equal(1, first.Edition);
        Assert.All(Enumerable.Range(0, 1_000), number => Assert.NotNull(index.Find($"r{number}")));
        var told = first.Problems.Select(problem => problem.File).ToHashSet();
        Assert.All(slow, path =>
            Assert.True(told.Contains(path) || index.Find(Path.GetFileNameWithoutExtension(path)) is not null, path)
        );
    }
}
