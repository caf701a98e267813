using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Recording;

/// <summary>A file with a mistake that is moved keeps its last good version: nobody deleted it.</summary>
public sealed class KeptVersionsTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const string Elsewhere = "政治机关/2024/2021-08-31-试验.md";
    const string Sound = "---\n网址: annual\n---\n# 甲\n\n正文。";
    const string Broken = "---\n网址: annual\n没有的项: 1\n---\n# 甲\n\n另一个正文。";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report(Sound));

    IEnumerable<JournalEvent> Events =>
        index.Journal.Entries().Where(entry => entry.Slug.Length > 0).Select(entry => entry.Event);

    void Break(string text = Broken)
    {
        index.Content.With(Path, text);
        index.Publish();
    }

    void AssertStands()
    {
        Assert.Equal("正文。", index.Find("annual")?.Text);
        Assert.DoesNotContain(JournalEvent.Removed, Events);
        index.Database.Rebuild();
        index.Publish();
        Assert.Equal("正文。", index.Find("annual")?.Text);
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    [Theory]
    [InlineData(Broken)]
    [InlineData("---\n标题: [\n---\n另一个正文。")]
    public void It_stands_where_the_file_lies_now(string broken)
    {
        Break(broken);
        index.Content.Moved(Path, Elsewhere);
        var told = index.Publish().Problems;
        Assert.Contains(told, problem => problem.File == Elsewhere && problem.IsError);
        Assert.DoesNotContain(told, problem => problem.File == Path);
        Assert.Equal([JournalEvent.Published, JournalEvent.ReadAnew], Events);
        Assert.Equal(Elsewhere, index.Editions.Reports(default).Single(report => report.Slug == "annual").Path);
        AssertStands();
    }

    [Fact]
    public void Mended_there_it_is_the_same_report()
    {
        Break();
        index.Content.Moved(Path, Elsewhere);
        index.Publish();
        index.Content.With(Elsewhere, Sound.Replace("正文", "改好的", StringComparison.Ordinal));
        index.Publish();
        Assert.Equal("改好的。", index.Find("annual")?.Text);
        Assert.Equal([JournalEvent.Published, JournalEvent.ReadAnew, JournalEvent.Changed], Events);
    }

    [Fact]
    public void It_stands_where_another_mistake_came_with_the_move()
    {
        Break();
        index.Content.Without(Path).With(Elsewhere, Broken + "\n\n还有一处。");
        index.Publish();
        AssertStands();
    }

    [Fact]
    public void It_stands_where_the_mistake_came_with_the_move()
    {
        index.Content.Without(Path).With(Elsewhere, Broken);
        index.Publish();
        AssertStands();
    }

    [Fact]
    public void A_copy_that_waits_for_the_address_does_not_get_it()
    {
        index.Content.With("书香机关/2020-01-01-副本.md", Sound.Replace("正文", "副本", StringComparison.Ordinal));
        Break();
        index.Content.Moved(Path, Elsewhere);
        index.Publish();
        AssertStands();
    }

    [Fact]
    public void All_of_a_folder_that_gets_another_name_stand()
    {
        foreach (var number in Enumerable.Range(0, 12))
            index.Content.With(
                $"书香机关/2021-01-01-r{number}.md",
                $"---\n标题: 第{number}篇\n网址: r{number}\n---\n正文{number}。"
            );
        index.Publish();
        foreach (var number in Enumerable.Range(0, 12))
            index.Content.With(
                $"书香机关/2021-01-01-r{number}.md",
                $"---\n网址: r{number}\n没有的项: {number}\n---\n坏了{number}。"
            );
        index.Publish();
        Directory.Move(
            System.IO.Path.Combine(index.Content.Folder, "书香机关"),
            System.IO.Path.Combine(index.Content.Folder, "书香")
        );
        index.Publish();
        Assert.Empty(index.Held);
        Assert.All(Enumerable.Range(0, 12), number => Assert.Equal($"正文{number}。", index.Find($"r{number}")?.Text));
        AssertStands();
    }

    [Fact]
    public void A_file_that_was_taken_out_of_the_pillars_is_gone()
    {
        Break();
        index.Content.Moved(Path, "旧稿/2021-08-31-试验.md");
        index.Publish();
        Assert.Null(index.Find("annual"));
        Assert.Equal([JournalEvent.Published, JournalEvent.Removed], Events);
    }

    public void Dispose() => index.Dispose();
}
