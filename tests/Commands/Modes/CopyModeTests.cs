using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Modes;

/// <summary>The record moves from a file to PostgreSQL and back, and nothing of it is another afterwards.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class CopyModeTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    const string Report = "政治机关/2021-08-31-a.md";

    readonly ContentOf elsewhere = ContentOf.Nothing();
    readonly string address = postgres.NewRecord();
    readonly TestIndex index = TestIndex.Of(ContentOf.Report(Text("第一稿"), Report));

    static string Text(string words) => $"---\n网址: a\n---\n# 题目\n\n{words}。";

    static Task<Typed> Copy(string target, string data, params string[] more) =>
        Typed.Run(["journal", "--copy", target, "--data", data, .. more]);

    static JournalFile There(string folder) => new(new Settings { Data = folder });

    /// <summary>With a version that was erased, and what was accepted.</summary>
    void Live()
    {
        index.Content.With(Report, Text("第二稿"));
        index.Publish();
        index.Journal.Erase(1, "管理员：误发", index.Clock.GetUtcNow(), out _);
    }

    [Fact]
    public async Task There_and_back_again_it_is_the_same_entry_for_entry()
    {
        Live();
        Assert.Equal(0, (await Typed.Run(["journal", "--verify", "--data", index.Data])).Code);
        var there = await Copy(address, index.Data);
        Assert.Equal((0, ""), (there.Code, there.Errors));
        Assert.Contains($"已复制 {index.Journal.Entries().Count} 条记录", there.Output);
        Assert.Contains("没有什么要复制的", (await Copy(address, index.Data)).Output);

        var back = Path.Combine(elsewhere.Folder, "journal.db");
        var copied = await Copy(back, Path.Combine(elsewhere.Folder, "data"), "--journal", address);
        Assert.Equal((0, ""), (copied.Code, copied.Errors));
        Assert.Equal(index.Journal.Entries(), There(elsewhere.Folder).Entries());
        Assert.Empty(There(elsewhere.Folder).Verify().Breaks);
        Assert.Equal(1, There(elsewhere.Folder).Verify().Erased);
        var words = index.Journal.TextOf(index.Journal.Entries()[^2].Content);
        Assert.Equal(words, There(elsewhere.Folder).TextOf(index.Journal.Entries()[^2].Content));
        Assert.Contains("已经存在", (await Copy(back, index.Data)).Output);
    }

    [Fact]
    public async Task What_came_later_is_added_and_signatures_go_with_it()
    {
        var key = KeyFile.Private(elsewhere.Folder);
        var signed = new Settings { Data = index.Data, JournalKey = key };
        Assert.Equal(0, (await Copy(address, index.Data)).Code);
        using (var entries = new JournalFile(signed).Begin(index.Clock.GetUtcNow()))
        {
            entries.Accept("管理员", []);
            entries.Commit();
        }
        Assert.Contains("已复制 1 条记录", (await Copy(address, index.Data)).Output);
        var young = Path.Combine(elsewhere.Folder, "young");
        var verified = await Typed.Run([
            "journal",
            "--verify",
            "--public-key",
            KeyFile.PublicOf(key),
            "--data",
            young,
            "--journal",
            address,
        ]);
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
    }

    [Fact]
    public async Task A_broken_record_and_one_that_is_behind_are_not_copied()
    {
        Assert.Equal(0, (await Copy(address, index.Data)).Code);
        var earlier = Path.Combine(elsewhere.Folder, "earlier");
        Directory.CreateDirectory(earlier);
        File.Copy(index.Settings.JournalFile, Path.Combine(earlier, "journal.db"));
        Live();
        Assert.Equal(0, (await Copy(address, index.Data)).Code);
        var behind = await Copy(address, earlier);
        Assert.Equal(1, behind.Code);
        Assert.Contains("没有复制", behind.Output);

        JournalForgery.Run(index.Settings.JournalFile, "update entries set title = '别的' where number = 1");
        var broken = await Copy(postgres.NewRecord(), index.Data);
        Assert.Equal(1, broken.Code);
        Assert.Contains("没有复制", broken.Output);
    }

    [Fact]
    public async Task A_record_of_another_site_is_not_added_to()
    {
        using var other = TestIndex.Of(ContentOf.Report(Text("别的站"), Report));
        Assert.Equal(0, (await Copy(address, other.Data)).Code);
        var refused = await Copy(address, index.Data);
        Assert.Equal(1, refused.Code);
        Assert.Contains("another", refused.Output);
    }

    [Fact]
    public async Task Every_verb_reads_the_shared_record_and_says_when_it_cannot()
    {
        Assert.Equal(0, (await Copy(address, index.Data)).Code);
        var young = Path.Combine(elsewhere.Folder, "young");
        var listed = await Typed.Run(["journal", "a", "--data", young, "--journal", address]);
        Assert.Equal((0, ""), (listed.Code, listed.Errors));
        Assert.Contains("/reports/a", listed.Output);
        var backup = await Typed.Run(["backup", elsewhere.Folder, "--data", young, "--journal", address]);
        Assert.Equal(0, backup.Code);

        const string Away = "Host=127.0.0.1;Port=1;Database=j;Username=u;Password=geheim-4711";
        var behind = await Typed.Run(["journal", "a", "--data", young, "--journal", Away]);
        Assert.Equal(0, behind.Code);
        Assert.Contains("共用的日志读不到", behind.Errors);
        Assert.Contains("/reports/a", behind.Output);
        var kept = await Typed.Run([
            "backup",
            Path.Combine(elsewhere.Folder, "late.db"),
            "--data",
            young,
            "--journal",
            Away,
        ]);
        Assert.Equal(1, kept.Code);
        Assert.Contains("可能不是最新的", kept.Output);
        Assert.True(File.Exists(Path.Combine(elsewhere.Folder, "late.db")));
        var erased = await Typed.Run([
            "journal",
            "--erase",
            "1",
            "--reason",
            "误发",
            "--yes",
            "--data",
            young,
            "--journal",
            Away,
        ]);
        Assert.Equal(1, erased.Code);
        Assert.DoesNotContain("geheim", behind.Errors + kept.Output + erased.Output + erased.Errors);
    }

    [Theory]
    [InlineData("Host=db")]
    [InlineData("@/none/file")]
    [InlineData("Host=db;Database=j;Pasword=geheim-4711")]
    public async Task A_target_that_is_none_is_wrong_usage(string target)
    {
        var refused = await Copy(target, index.Data);
        Assert.Equal(2, refused.Code);
        Assert.DoesNotContain("geheim", refused.Errors);
    }

    public void Dispose()
    {
        index.Dispose();
        elsewhere.Dispose();
    }
}
