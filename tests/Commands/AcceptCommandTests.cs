using WorkReports.Commands;
using WorkReports.Commands.Options;
using WorkReports.Terminal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class AcceptCommandTests : IDisposable
{
    readonly TestIndex index = new(ContentOf.Pillars());

    public AcceptCommandTests()
    {
        foreach (var number in Enumerable.Range(1, 8))
            index.Content.With(PathOf(number), $"---\n网址: z{number}\n---\n# 第{number}篇\n\n正文{number}。");
        index.Publish();
    }

    static string PathOf(int number) => $"政治机关/2021-01-0{number}-甲.md";

    void Lose(int reports)
    {
        foreach (var number in Enumerable.Range(1, reports))
            index.Content.Without(PathOf(number));
        index.Publish();
    }

    Task<Typed> Accept(params string[] more) => Typed.Run(["accept", "--data", index.Data, .. more]);

    /// <summary>On a terminal where this is typed.</summary>
    Typed AcceptTyping(string line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = new PrintableWriter(output);
        var call = new Invocation(
            VerbTable.All,
            index.Settings,
            new Arguments([], new Dictionary<string, string>(), []),
            console,
            console
        )
        {
            Input = new StringReader(line + "\n"),
        };
        return new Typed(AcceptCommand.Run(call), output.ToString(), "");
    }

    [Fact]
    public async Task Nothing_held_is_nothing_to_accept()
    {
        Assert.Equal((0, "现在没有暂时保留的，什么也不用放行。\n"), ((await Accept()).Code, (await Accept()).Output));
        Assert.Empty(index.Journal.PendingAcceptances());
    }

    [Fact]
    public async Task What_would_go_is_listed_and_stays_without_the_number_that_was_told()
    {
        Lose(6);
        foreach (var more in new string[][] { [], ["--yes", "5"], ["--yes", "yes"] })
        {
            var typed = await Accept(more);
            Assert.Equal(1, typed.Code);
            Assert.Contains(
                "删除  /reports/z1  第1篇  政治机关/2021-01-01-甲.md  （从 2026-11-24 12:00:00 起保留）\n",
                typed.Output
            );
            Assert.Contains("共 6 项。", typed.Output);
            Assert.Contains("没有放行。确实要放行，请运行：accept --yes 6\n", typed.Output);
        }
        index.Publish();
        Assert.Equal(6, index.Held.Count());
    }

    [Fact]
    public async Task The_number_that_was_told_lets_it_go()
    {
        Lose(7);
        Assert.Equal(0, (await Accept("--yes", "7")).Code);
        index.Publish();
        Assert.Empty(index.Held);
        Assert.Equal(["第8篇"], index.Titles());
        var entry = index.Journal.Entries()[^1];
        Assert.Equal((JournalEvent.Accepted, ""), (entry.Event, entry.Slug));
        Assert.StartsWith($"{Environment.UserName}@{Environment.MachineName}：删除 7 篇报告", entry.Note);
        Assert.Contains("  放行  ", (await Typed.Run("journal", "--data", index.Data)).Output);
    }

    [Theory]
    [InlineData("6", 0, 0)]
    [InlineData(" 6 ", 0, 0)]
    [InlineData("y", 1, 6)]
    [InlineData("", 1, 6)]
    public void A_terminal_is_asked(string line, int code, int held)
    {
        Lose(6);
        var typed = AcceptTyping(line);
        Assert.Contains("放行请输入 6，再按回车", typed.Output);
        Assert.Equal(code, typed.Code);
        index.Publish();
        Assert.Equal(held, index.Held.Count());
    }

    [Fact]
    public async Task What_would_steer_a_terminal_is_shown_as_text()
    {
        index.Content.With("政治机关/2021-01-01-甲.md", "---\n网址: z1\n标题: \"a\\u001B[2Jb\"\n---\n正文。");
        index.Publish();
        Lose(8);
        Assert.DoesNotContain('\u001b', (await Accept()).Output);
    }

    [Fact]
    public async Task A_journal_that_vanished_is_gone_on_without_once_that_is_accepted()
    {
        File.Delete(index.Settings.JournalFile);
        index.Recorder.Check();
        Assert.Contains("the journal, of 11 entries, is gone", index.Recorder.Trouble);
        var typed = await Accept();
        Assert.Contains("日志  发布日志（11 条）不见了\n共 1 项。", typed.Output);
        Assert.False(File.Exists(index.Settings.JournalFile));
        Assert.Equal(0, (await Accept("--yes", "1")).Code);

        index.Recorder.LookForAcceptances();
        Assert.True(index.Recorder.GoOnWithOtherJournal());
        index.Recorder.Check();
        Assert.Null(index.Recorder.Trouble);
        index.Publish();
        Assert.Equal(8, index.Titles().Count);
        var entries = index.Journal.Entries();
        Assert.Equal(JournalEvent.Accepted, entries[0].Event);
        Assert.Contains("发布到第 11 条的日志不在了", entries[0].Note);
        Assert.Equal(8, entries.Count(entry => entry.Event == JournalEvent.Published));
        Assert.Null(index.Journal.FirstBrokenLink());
        // All that stands is kept with its text: the new journal is a whole record.
        index.Database.Rebuild();
        foreach (var file in Directory.GetFiles(index.Content.Folder, "*.md", SearchOption.AllDirectories))
            File.Delete(file);
        index.Publish();
        Assert.Equal(8, index.Titles().Count);
    }

    [Fact]
    public async Task An_older_backup_in_the_place_of_the_journal_is_gone_on_with_once_that_is_accepted()
    {
        var copy = Path.Combine(index.Data, "copy.db");
        index.Journal.BackUp(copy);
        index.Content.With(PathOf(9), "---\n网址: z9\n---\n# 第9篇\n\n正文9。").Without(PathOf(1));
        index.Publish();
        File.Move(copy, index.Settings.JournalFile, overwrite: true);
        index.Recorder.Check();
        Assert.Contains("its end is cut off", index.Recorder.Trouble);
        Assert.Equal(0, (await Accept("--yes", "1")).Code);

        index.Recorder.LookForAcceptances();
        Assert.True(index.Recorder.GoOnWithOtherJournal());
        index.Publish();
        Assert.NotNull(index.Find("z9"));
        Assert.Null(index.Find("z1"));
        var events = index.Journal.Entries().Select(entry => (entry.Event, entry.Slug)).ToList();
        Assert.Contains((JournalEvent.Published, "z9"), events);
        Assert.Contains((JournalEvent.Removed, "z1"), events);
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    [Fact]
    public async Task A_shared_record_that_lost_what_was_published_is_put_right_in_the_database_alone()
    {
        File.Delete(index.Settings.JournalFile);
        var typed = await Accept("--yes", "1", "--journal", "Host=127.0.0.1;Port=1;Database=none");
        Assert.Equal(1, typed.Code);
        Assert.Contains("没有放行：几台服务器共用的日志", typed.Output);
        Assert.DoesNotContain("已经记下", typed.Output);
    }

    [Fact]
    public async Task A_file_that_is_no_journal_cannot_be_accepted()
    {
        await File.WriteAllTextAsync(
            index.Settings.JournalFile,
            new string('x', 5000),
            TestContext.Current.CancellationToken
        );
        var typed = await Accept("--yes", "1");
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("没有放行：", typed.Output);
    }

    public void Dispose() => index.Dispose();
}
