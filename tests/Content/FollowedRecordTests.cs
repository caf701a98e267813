using WorkReports.Content;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>
/// An index that is brought up to the record after each edit, as a server's that follows another, equals the one that publishes, table
/// by table.
/// </summary>
public sealed class FollowedRecordTests : IDisposable
{
    readonly TestIndex index = TestIndex.Of(ContentOf.Pillars());
    readonly ContentOf data = ContentOf.Nothing();
    readonly Settings settings;
    readonly Database database;
    readonly EditionFromRecord follower;
    readonly Random chance = new(Lane.Seed);
    readonly List<string> paths = [];

    public FollowedRecordTests()
    {
        settings = index.Settings with { Data = data.Folder };
        database = new Database(settings);
        follower = new EditionFromRecord(new EditionState(database), index.Journal);
    }

    [Fact]
    public void After_each_of_many_edits_both_are_the_same()
    {
        for (var step = 1; step <= Lane.Count(sample: 40, deep: 600); step++)
        {
            index.Clock.Advance(TimeSpan.FromMinutes(11));
            var act = Act(step);
            index.Publish();
            index.CatchUp();
            follower.Make(stop: TestContext.Current.CancellationToken);
            Assert.False(follower.IsDue);
            Assert.Equal((act, IndexText.Of(index.Settings.IndexFile)), (act, IndexText.Of(settings.IndexFile)));
        }
    }

    [Fact]
    public void An_edit_renders_nothing_but_what_it_touched()
    {
        foreach (var number in Enumerable.Range(1, 30))
            Save($"政治机关/2021-01-01-r{number}.md", $"r{number}", number);
        index.Publish();
        Assert.Equal(30, follower.Make(stop: TestContext.Current.CancellationToken));
        var untouched = database.Version!.Value;
        // The same title: a new one may stand on any page.
        index.Content.With("政治机关/2021-01-01-r7.md", "---\n标题: 第7篇\n网址: r7\n---\n改好的话。\n");
        index.Publish();
        Assert.Equal(1, follower.Make(stop: TestContext.Current.CancellationToken));
        Assert.True(database.IsUnchanged("r8", untouched));
        Assert.False(database.IsUnchanged("r7", untouched));
        Assert.Equal(0, follower.Make(stop: TestContext.Current.CancellationToken));
    }

    string Act(int step)
    {
        var path = paths.Count == 0 ? null : paths[chance.Next(paths.Count)];
        switch (chance.Next(9))
        {
            case 0 when path is not null:
                index.Content.Without(path);
                paths.Remove(path);
                return $"delete {path}";
            case 1 when path is not null:
                var moved = $"书香机关/2022-02-0{1 + chance.Next(9)}-m{step}.md";
                index.Content.Moved(path, moved);
                paths[paths.IndexOf(path)] = moved;
                return $"move {path} to {moved}";
            case 2 when path is not null:
                Save(path, $"new-{step}", step);
                return $"another address for {path}";
            case 3 when path is not null:
                Save(path, $"w-{step}", step, "撤稿: 数字有误\n");
                return $"withdraw {path}";
            case 4:
                index.Content.With(
                    "site.yml",
                    ContentOf.SiteYml.Replace("试验站", $"试验站{step}", StringComparison.Ordinal)
                );
                return "site.yml";
            case 5 when path is not null:
                index.Content.With(path, "---\n没有的项: 1\n---\n坏了。");
                return $"break {path}";
            case 6:
                paths.Add($"政治机关/2021-03-01-s{step}.md");
                Save(paths[^1], $"s-{step}", step, $"发布日期: {index.Clock.GetUtcNow().AddMinutes(30):yyyy-MM-dd}\n");
                return "schedule";
            case 7 when path is not null:
                Save(path, $"r-{step}", step, $"修订: \"2026-01-0{1 + chance.Next(9)} 更正{step}\"\n");
                return $"revise {path}";
            default:
                paths.Add($"政治机关/2021-01-0{1 + chance.Next(9)}-r{step}.md");
                Save(paths[^1], $"r-{step}", step);
                return "new report";
        }
    }

    void Save(string path, string slug, int step, string more = "") =>
        index.Content.With(path, $"---\n标题: 第{step}篇\n网址: {slug}\n{more}---\n第{step}次的话。\n");

    public void Dispose()
    {
        database.Dispose();
        index.Dispose();
        data.Dispose();
    }
}
