using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>Time decides nothing: it orders what is published, and tells of what takes long.</summary>
public sealed class SlowFileTests
{
    const string Slow = "政治机关/2021-08-31-慢.md";
    const string Quick = "政治机关/2021-08-30-快.md";

    /// <summary>Enough for any file of these tests on a busy machine, unless the gate holds it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    const int SlowOnesInAll = 10;

    static Gate SlowOnes() => new(path => path.Contains('慢'));

    static string Report(string slug, string title) => $"---\n网址: {slug}\n---\n# {title}\n\n正文。";

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void All_others_are_public_by_the_first_edition_and_what_takes_long_by_a_later_one()
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(0, 1_000))
            content.With($"政治机关/{number % 10}/2021-01-01-r{number}.md", Report($"r{number}", $"第{number}篇"));
        foreach (var number in Enumerable.Range(0, SlowOnesInAll))
            content.With($"政治机关/0/2021-01-01-慢{number}.md", Report($"slow{number}", $"慢{number}"));
        using var gate = SlowOnes();
        using var index = new TestIndex(content, Patience, gate.Pass);

        var first = index.Publish();
        Assert.Equal((1, 1_000, SlowOnesInAll), (first.Edition, first.Read, first.StillBeingRead.Count));
        Assert.All(Enumerable.Range(0, 1_000), number => Assert.NotNull(index.Find($"r{number}")));
        Assert.Equal(first.StillBeingRead.Order(), first.Problems.Select(problem => problem.File).Order());
        Assert.All(first.Problems, problem => Assert.Equal(("file-slow", false), (problem.Code, problem.IsError)));
        Assert.Equal(1, index.Publish().Edition);

        gate.Open();
        Assert.Empty(index.PublishToTheEnd().Problems);
        Assert.All(Enumerable.Range(0, SlowOnesInAll), number =>
            Assert.Equal($"慢{number}", index.Find($"slow{number}")!.Title)
        );
        Assert.Equal(SlowOnesInAll, gate.Begun);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void The_last_version_stands_meanwhile_and_a_newer_one_is_read_when_the_first_is_through()
    {
        using var gate = SlowOnes();
        var isFirst = true;
        void Pass(string path)
        {
            if (!isFirst)
                gate.Pass(path);
        }
        using var index = new TestIndex(ContentOf.Report(Report("slow", "旧"), Slow), Patience, Pass);
        index.Publish();
        isFirst = false;
        index.Content.With(Slow, Report("slow", "较新的版本"));
        Assert.Equal([Slow], index.Publish().StillBeingRead);
        index.Content.With(Slow, Report("slow", "最新版本")).With(Quick, Report("quick", "快"));
        index.Publish();
        Assert.Equal(["旧", "快"], index.Titles());
        gate.Open();
        index.PublishToTheEnd();
        Assert.Equal(["最新版本", "快"], index.Titles());
        Assert.Empty(gate.ReadTwice);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void Moved_while_it_takes_long_it_stays_at_its_address_and_is_not_recorded_as_gone()
    {
        var content = ContentOf.Report(Report("kept", "甲"), Quick);
        using var gate = SlowOnes();
        using var index = new TestIndex(content, Patience, gate.Pass);
        index.Publish();
        index.CatchUp();
        content.Moved(Quick, Slow);
        Assert.Equal((0, 1), (index.Publish().Removed, index.Publish().StillBeingRead.Count));
        index.CatchUp();
        Assert.Equal(Quick, index.Find("kept")!.Path);

        gate.Open();
        index.PublishToTheEnd();
        index.CatchUp();
        Assert.Equal(Slow, index.Find("kept")!.Path);
        Assert.DoesNotContain(index.Journal.Entries(), entry => entry.Event == JournalEvent.Removed);
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void After_the_index_was_lost_it_is_not_recorded_as_gone_either()
    {
        static ContentOf Both() =>
            ContentOf.Pillars().With(Slow, Report("slow", "慢")).With(Quick, Report("quick", "快"));

        using var before = TestIndex.Of(Both());
        before.CatchUp();
        using var gate = SlowOnes();
        using var index = new TestIndex(Both(), Patience, gate.Pass);
        File.Copy(before.Settings.JournalFile, index.Settings.JournalFile);
        Assert.Equal([Slow], index.Publish().StillBeingRead);
        index.CatchUp();
        // The record has it, whatever the file says by now.
        Assert.Equal(["慢", "快"], index.Titles());

        gate.Open();
        index.PublishToTheEnd();
        index.CatchUp();
        Assert.Equal("慢", index.Find("slow")!.Title);
        Assert.Equal(
            before.Journal.Entries().Select(entry => entry.Hash),
            index.Journal.Entries().Select(entry => entry.Hash)
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void Who_wants_the_address_of_a_slow_file_gets_what_it_would_get_if_nothing_took_time()
    {
        var content = ContentOf
            .Pillars()
            .With("书香机关/2021-08-30-慢.md", Report("one", "先"))
            .With(Quick, Report("one", "后"));
        using var gate = SlowOnes();
        using var index = new TestIndex(content, Patience, gate.Pass);
        var first = index.Publish();
        Assert.DoesNotContain(first.Problems, problem => problem.Code == "address-taken");
        Assert.Empty(index.Titles());
        Assert.Equal(first.Edition, index.Publish().Edition);

        gate.Open();
        Assert.Equal(Quick, Assert.Single(index.PublishToTheEnd().Problems, problem => problem.IsError).File);
        Assert.Equal("先", index.Find("one")!.Title);
    }

    /// <summary>Without any patience whatever is not read at once is read behind the editions, in an order that chance makes.</summary>
    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void With_no_patience_at_all_the_end_is_the_same()
    {
        using var patient = new TestIndex(Many());
        using var hasty = new TestIndex(Many(), TimeSpan.Zero);
        Assert.Equal(Outcome(patient), Outcome(hasty));
        foreach (var index in new[] { patient, hasty })
        {
            foreach (var number in Enumerable.Range(0, 100))
                index.Content.Moved(
                    $"政治机关/2021-01-01-r{number}.md",
                    $"书香机关/2021-01-01-r{(number * 7) % 100}.md"
                );
            index.Content.With("site.yml", ContentOf.SiteYml + "\n  - slug: third\n    name: 第三单位\n");
        }
        Assert.Equal(Outcome(patient), Outcome(hasty));

        static ContentOf Many()
        {
            var content = ContentOf.Pillars();
            foreach (var number in Enumerable.Range(0, 300))
                content.With($"政治机关/2021-01-01-r{number}.md", Report($"a{number % 250}", $"第{number}篇"));
            return content;
        }

        static IEnumerable<string> Outcome(TestIndex index)
        {
            var problems = index.PublishToTheEnd().Problems;
            index.CatchUp();
            return
            [
                .. Enumerable.Range(0, 250).Select(number => $"a{number} {index.Find($"a{number}")?.Path}"),
                .. problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal),
            ];
        }
    }
}
