using WorkReports.Content.Files;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Files;

public sealed class ContentWatcherTests : IDisposable
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    readonly ContentOf content = ContentOf.Pillars();
    readonly ContentWatcher watcher;

    public ContentWatcherTests() => watcher = new ContentWatcher(new ContentFolder(content.Folder));

    /// <summary>Hints until what is awaited is among them.</summary>
    async Task<PossibleChanges> Until(Func<PossibleChanges, bool> isAwaited)
    {
        while (true)
        {
            var hints = await watcher.Next(Long, TestContext.Current.CancellationToken);
            if (isAwaited(hints) || !hints.Any)
                return hints;
        }
    }

    async Task Begin() => await watcher.Next(TimeSpan.Zero, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_saved_file_is_named()
    {
        await Begin();
        content.With("政治机关/2021-08-31-甲.md", "甲");
        Assert.Contains("政治机关/2021-08-31-甲.md", (await Until(hints => hints.Any)).Paths);
    }

    [Fact]
    public async Task A_renamed_file_is_named_twice()
    {
        content.With("政治机关/甲.md", "甲");
        await Begin();
        content.Moved("政治机关/甲.md", "政治机关/乙.md");
        var hints = await Until(hints => hints.Paths.Contains("政治机关/乙.md"));
        Assert.Contains("政治机关/甲.md", hints.Paths);
    }

    [Fact]
    public async Task A_new_folder_is_listened_to()
    {
        await Begin();
        content.With("政治机关/2021/甲.md", "甲");
        await Until(hints => hints.Any);
        content.With("政治机关/2021/乙.md", "乙");
        Assert.Contains(
            "政治机关/2021/乙.md",
            (await Until(hints => hints.Paths.Contains("政治机关/2021/乙.md"))).Paths
        );
    }

    [Fact]
    public async Task Droppings_of_editors_are_no_news()
    {
        await Begin();
        content.With("政治机关/~$甲.md", "x").With("政治机关/.甲.md.swp", "x").With("政治机关/甲.tmp", "x");
        Assert.False((await watcher.Next(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)).Any);
    }

    [Fact]
    public async Task A_link_that_leads_to_another_folder_is_news_everywhere()
    {
        using var other = ContentOf.Pillars();
        var link = Path.Combine(Directory.CreateTempSubdirectory("workreports-").FullName, "current");
        Directory.CreateSymbolicLink(link, content.Folder);
        using var behind = new ContentWatcher(new ContentFolder(link));
        await behind.Next(TimeSpan.Zero, TestContext.Current.CancellationToken);
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, other.Folder);
        Assert.True((await behind.Next(Long, TestContext.Current.CancellationToken)).Anywhere);
        other.With("政治机关/甲.md", "甲");
        Assert.Contains("政治机关/甲.md", (await behind.Next(Long, TestContext.Current.CancellationToken)).Paths);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_waited_for()
    {
        var folder = Path.Combine(content.Folder, "later");
        using var late = new ContentWatcher(new ContentFolder(folder));
        Assert.False((await late.Next(TimeSpan.Zero, TestContext.Current.CancellationToken)).Any);
        Directory.CreateDirectory(folder);
        Assert.True((await late.Next(TimeSpan.Zero, TestContext.Current.CancellationToken)).Anywhere);
        await File.WriteAllTextAsync(Path.Combine(folder, "甲.md"), "甲", TestContext.Current.CancellationToken);
        Assert.Contains("甲.md", (await late.Next(Long, TestContext.Current.CancellationToken)).Paths);
    }

    [Fact]
    public async Task Nothing_happens_and_nothing_is_hinted() =>
        Assert.False((await watcher.Next(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken)).Any);

    public void Dispose()
    {
        watcher.Dispose();
        content.Dispose();
    }
}
