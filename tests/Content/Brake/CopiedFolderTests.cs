using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Brake;

/// <summary>A copy of a pillar's whole folder beside it, as editors keep one, takes nothing over when the folder itself is away.</summary>
public sealed class CopiedFolderTests : IDisposable
{
    const string Pillar = "书香机关";
    const string Copy = "书香机关 - 副本";

    static readonly string[] HeldFiles =
    [
        "书香机关/2021-02-01-书.md",
        "书香机关/2021-02-02-书.md",
        "书香机关/_index.md",
    ];

    readonly TestIndex index = TestIndex.Of(Site());

    static ContentOf Site()
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(1, 2))
            content.With(
                $"{Pillar}/2021-02-0{number}-书.md",
                $"---\n网址: s{number}\n---\n# 书{number}\n\n书{number}。"
            );
        return content.With("政治机关/2021-01-01-甲.md", "---\n网址: z\n---\n# 甲\n\n甲。");
    }

    string Away => index.Content.Folder + "-away";

    string At(string path) => Path.Combine(index.Content.Folder, path);

    void CopyFolder(string words = "书1")
    {
        Directory.CreateDirectory(At(Copy));
        foreach (var file in Directory.GetFiles(At(Pillar)))
            File.WriteAllText(
                At($"{Copy}/{Path.GetFileName(file)}"),
                File.ReadAllText(file).Replace("书1", words, StringComparison.Ordinal)
            );
    }

    void TakeAway() => Directory.Move(At(Pillar), Away);

    void AssertStands()
    {
        Assert.Equal(HeldFiles, index.Held);
        Assert.Equal(("书1", "书香机关/2021-02-01-书.md"), (index.Find("s1")!.Title, index.Find("s1")!.Path));
        Assert.Equal(
            [Pillar, "政治机关"],
            index.Ask(library => library.Pillars().Select(pillar => pillar.Folder).Order())
        );
        Assert.DoesNotContain(index.Journal.Entries(), entry =>
            entry.Event is JournalEvent.Removed or JournalEvent.SiteFileRemoved
            || entry.Path.StartsWith(Copy, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("书1")]
    [InlineData("旧1")]
    public void A_copy_that_lay_there_before_does_not_take_over(string words)
    {
        CopyFolder(words);
        index.Publish();
        TakeAway();
        index.Publish();
        AssertStands();
        index.Restart();
        index.Publish();
        AssertStands();
        Directory.Move(Away, At(Pillar));
        index.Publish();
        Assert.Empty(index.Held);
    }

    [Fact]
    public void A_copy_that_is_written_anew_or_edited_meanwhile_does_not_either()
    {
        CopyFolder();
        index.Publish();
        TakeAway();
        foreach (var file in Directory.GetFiles(At(Copy)))
        {
            var bytes = File.ReadAllBytes(file);
            File.Delete(file);
            File.WriteAllBytes(file, bytes);
        }
        index.Publish();
        AssertStands();
        index.Content.With($"{Copy}/2021-02-01-书.md", "---\n网址: s1\n---\n# 改过的副本\n\n改过。");
        index.Publish();
        AssertStands();
    }

    [Fact]
    public void One_waiting_report_elsewhere_that_is_edited_meanwhile_does_not_either()
    {
        index.Content.With("综合/2021-02-01-副本.md", "---\n网址: s1\n---\n# 副本\n\n副本。");
        index.Publish();
        TakeAway();
        index.Content.With("综合/2021-02-01-副本.md", "---\n网址: s1\n---\n# 副本\n\n改过。");
        index.Publish();
        AssertStands();
    }

    [Fact]
    public void What_is_held_stays_so_where_a_new_index_does_not_know_who_has_waited()
    {
        CopyFolder();
        index.Content.With("综合/2021-02-01-副本.md", "---\n网址: s2\n---\n# 副本\n\n副本。");
        index.Publish();
        TakeAway();
        index.Publish();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            index.Restart();
            index.Database.Rebuild();
            index.Publish();
            AssertStands();
            index.Publish();
            AssertStands();
        }
    }

    [Fact]
    public void A_copy_of_reports_without_their_pillar_does_not_take_over_where_the_index_is_new()
    {
        index.Content.With("综合/2021-02-01-副本.md", "---\n网址: s1\n---\n# 副本\n\n副本。");
        index.Publish();
        TakeAway();
        index.Restart();
        index.Database.Rebuild();
        index.Publish();
        AssertStands();
    }

    [Fact]
    public void A_folder_that_was_renamed_while_the_index_was_lost_is_known_by_its_pillars_file()
    {
        Directory.Move(At(Pillar), At("书香"));
        index.Restart();
        index.Database.Rebuild();
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal("书香/2021-02-01-书.md", index.Find("s1")!.Path);
        Assert.DoesNotContain(index.Journal.Entries(), entry => entry.Event == JournalEvent.Removed);
    }

    public void Dispose()
    {
        index.Dispose();
        if (Directory.Exists(Away))
            Directory.Delete(Away, recursive: true);
    }
}
