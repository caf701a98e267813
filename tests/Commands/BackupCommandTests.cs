using System.Net;
using Microsoft.Data.Sqlite;
using WorkReports.Commands;
using WorkReports.Commands.Options;
using WorkReports.Journal;
using WorkReports.Terminal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    const int Reports = 40;

    readonly ContentOf content = ContentOf.Pillars();
    readonly ContentOf data = ContentOf.Nothing();
    readonly ContentOf elsewhere = ContentOf.Nothing();

    string Target => Path.Combine(elsewhere.Folder, "journal.db");

    static string PathOf(int number, string version = "") => $"政治机关/2021-01-01-report-{number}{version}.md";

    static string[] Serve(ContentOf content, ContentOf data) =>
        ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0"];

    Task<Typed> Backup(string target) => Typed.Run("backup", target, "--data", data.Folder);

    static Task<Typed> Verify(string folder) => Typed.Run("journal", "--verify", "--data", folder);

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task Copies_made_while_the_server_publishes_are_whole_and_bring_old_addresses_back()
    {
        foreach (var number in Enumerable.Range(1, Reports))
            content.With(PathOf(number), $"# 第{number}篇\n\n正文。");
        using (var program = new ProgramProcess(Serve(content, data)))
        {
            await program.Says("Now listening on:");
            await program.SaysAnyTime("Edition 1");
            var editing = Task.Run(Edit, TestContext.Current.CancellationToken);
            for (var copy = 1; !editing.IsCompleted; copy++)
                Assert.Equal(0, (await Backup(Path.Combine(elsewhere.Folder, $"{copy}.db"))).Code);
            await editing;
            Assert.Equal(0, (await Backup(Target)).Code);
        }
        using var restored = ContentOf
            .Nothing()
            .With("journal.db", await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
        using var again = new ProgramProcess(Serve(content, restored));
        var origin = await again.Says("Now listening on:");
        await again.SaysAnyTime("Edition 1");
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/reports/2021-01-01-report-1-neu"),
            await Ask(origin, "/reports/2021-01-01-report-1")
        );
        Assert.Equal((HttpStatusCode.Gone, null), await Ask(origin, $"/reports/2021-01-01-report-{Reports}"));
        Assert.Equal(0, (await Verify(restored.Folder)).Code);
    }

    /// <summary>Some reports get another address, each in an edition of its own, the last one is deleted.</summary>
    async Task Edit()
    {
        foreach (var number in Enumerable.Range(1, 8))
        {
            content.Moved(PathOf(number), PathOf(number, "-neu"));
            await UntilRecorded(JournalEvent.Moved, PathOf(number, "-neu"));
        }
        content.Without(PathOf(Reports));
        await UntilRecorded(JournalEvent.Removed, PathOf(Reports));
    }

    Task UntilRecorded(JournalEvent happened, string path) =>
        Wait.Until(
            new JournalFile(new Settings { Data = data.Folder }).Entries,
            entries => entries.Any(entry => entry.Event == happened && entry.Path == path),
            $"{happened} of {path}"
        );

    static async Task<(HttpStatusCode, string?)> Ask(string origin, string address)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(origin + address);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_copy_has_every_entry_and_nothing_else_is_left()
    {
        var hash = Record();
        var typed = await Backup(Target);
        Assert.Equal(new Typed(0, $"已备份：{Target}，4 条记录，首尾相连，没有改动。\n", ""), typed);
        Assert.Equal(["journal.db"], Directory.GetFiles(elsewhere.Folder).Select(Path.GetFileName));
        Assert.Contains(hash, (await Verify(elsewhere.Folder)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_folder_it_has_the_name_of_the_day()
    {
        Record();
        Assert.Equal(0, (await Backup(elsewhere.Folder)).Code);
        Assert.Matches(
            @"^journal-\d{4}-\d\d-\d\d\.db$",
            Path.GetFileName(Assert.Single(Directory.GetFiles(elsewhere.Folder)))
        );
    }

    [Fact]
    public async Task A_name_without_an_ending_is_a_folder_which_is_made_but_not_those_before_it()
    {
        Record();
        var folder = Path.Combine(elsewhere.Folder, "journals");
        Assert.Equal(0, (await Backup(folder)).Code);
        Assert.Single(Directory.GetFiles(folder, "journal-*.db"));
        Assert.Equal(1, (await Backup(Path.Combine(elsewhere.Folder, "not", "mounted"))).Code);
        Assert.False(Directory.Exists(Path.Combine(elsewhere.Folder, "not")));
    }

    [Fact]
    public async Task The_second_copy_of_a_day_bears_its_minute_and_continues_the_first()
    {
        Record();
        await Backup(elsewhere.Folder);
        var typed = await Backup(elsewhere.Folder);
        Assert.Equal(0, typed.Code);
        Assert.Matches(
            @"journal-\d{4}-\d\d-\d\d-\d{4}\.db，4 条记录，接着 journal-\d{4}-\d\d-\d\d\.db，",
            typed.Output
        );
        Assert.Equal(2, Directory.GetFiles(elsewhere.Folder).Length);
    }

    [Theory]
    [InlineData("update entries set title = '乙' where number = 1", "和较早的备份不一致：从第 1 条起")]
    [InlineData("delete from entries where number = 4; delete from site_files where path like '书香%'", "末尾被删减")]
    public async Task What_does_not_continue_the_newest_earlier_copy_is_not_certified(string forgery, string told)
    {
        Record();
        elsewhere.With("journal-2026-01-02.db", await Journal());
        elsewhere.With("journal-2026-01-01.db", "an older one, which nobody looks at");
        JournalForgery.Rewrite(Path.Combine(data.Folder, "journal.db"), forgery);
        var typed = await Backup(elsewhere.Folder);
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("没有备份：" + told, typed.Output, StringComparison.Ordinal);
        Assert.Contains("journal-2026-01-02.db", typed.Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(elsewhere.Folder).Length);
    }

    [Fact]
    public async Task An_earlier_copy_that_cannot_be_read_is_told_and_keeps_no_new_one_from_being_made()
    {
        Record();
        elsewhere.With("journal-2026-01-01.db", await Journal());
        elsewhere.With("journal-2026-01-02.db", "damaged");
        var typed = await Backup(elsewhere.Folder);
        Assert.Equal(1, typed.Code);
        Assert.Contains("接着 journal-2026-01-01.db", typed.Output, StringComparison.Ordinal);
        Assert.Contains("journal-2026-01-02.db 读不出来", typed.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(elsewhere.Folder).Length);
    }

    [Fact]
    public async Task Of_many_copies_the_newest_are_kept_and_nothing_else_is_touched()
    {
        Record();
        var copy = await Journal();
        foreach (var day in new[] { "01", "02", "02-0930", "03" })
            elsewhere.With($"journal-2026-01-{day}.db", copy);
        elsewhere.With("journal-2025-12-31.db.bak", "x").With("my-journal-2025-12-31.db", "x");
        Assert.Equal(0, (await Typed.Run("backup", elsewhere.Folder, "--keep", "3", "--data", data.Folder)).Code);
        Assert.Equal(
            [
                "journal-2025-12-31.db.bak",
                "journal-2026-01-02-0930.db",
                "journal-2026-01-03.db",
                "my-journal-2025-12-31.db",
            ],
            Directory
                .GetFiles(elsewhere.Folder)
                .Select(file => Path.GetFileName(file)!)
                .Where(name =>
                    !name.StartsWith($"journal-{BeijingTime.Date(DateTimeOffset.UtcNow)}", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_is_deleted_where_no_copy_was_made()
    {
        Record();
        elsewhere.With("journal-2026-01-01.db", await Journal()).With("journal-2026-01-02.db", await Journal());
        JournalForgery.Run(Path.Combine(data.Folder, "journal.db"), "update entries set title = '乙'");
        Assert.Equal(1, (await Typed.Run("backup", elsewhere.Folder, "--keep", "1", "--data", data.Folder)).Code);
        Assert.Equal(2, Directory.GetFiles(elsewhere.Folder).Length);
    }

    /// <summary>On a machine whose clock stands there.</summary>
    Typed BackupAt(DateTimeOffset moment, int keep)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = new PrintableWriter(output);
        var call = new Invocation(
            VerbTable.All,
            new Settings { Data = data.Folder },
            new Arguments([elsewhere.Folder], new Dictionary<string, string> { ["keep"] = $"{keep}" }, []),
            console,
            console
        )
        {
            Clock = new WallClock(moment),
        };
        return new Typed(BackupCommand.Run(call), output.ToString(), "");
    }

    IEnumerable<string?> Copies => Directory.GetFiles(elsewhere.Folder).Select(Path.GetFileName).Order();

    [Fact]
    public async Task With_a_clock_before_the_last_entry_it_says_so_and_deletes_nothing()
    {
        Record();
        var copy = await Journal();
        elsewhere.With("journal-2026-01-01.db", copy).With("journal-2026-01-02.db", copy);
        var typed = BackupAt(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), keep: 2);
        Assert.Equal(1, typed.Code);
        Assert.Contains("已备份：", typed.Output, StringComparison.Ordinal);
        Assert.Contains("接着 journal-2026-01-02.db", typed.Output, StringComparison.Ordinal);
        Assert.Contains("早于日志的最后一条", typed.Output, StringComparison.Ordinal);
        Assert.Equal(["journal-2000-01-01.db", "journal-2026-01-01.db", "journal-2026-01-02.db"], Copies);
    }

    [Fact]
    public async Task A_copy_that_a_wrong_clock_dated_ahead_is_told_and_is_not_the_newest()
    {
        Record();
        var copy = await Journal();
        elsewhere
            .With("journal-2069-01-01.db", copy)
            .With("journal-2026-11-24.db", copy)
            .With("journal-2026-11-25.db", copy);
        var typed = BackupAt(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), keep: 2);
        Assert.Equal(1, typed.Code);
        Assert.Contains("接着 journal-2026-11-25.db", typed.Output, StringComparison.Ordinal);
        Assert.Contains("备份 journal-2069-01-01.db 的名字晚于现在", typed.Output, StringComparison.Ordinal);
        Assert.Equal(["journal-2026-11-25.db", "journal-2026-11-26.db", "journal-2069-01-01.db"], Copies);
    }

    [Fact]
    public void The_copy_that_was_just_made_is_kept_whatever_lies_beside_it()
    {
        Record();
        foreach (var day in Enumerable.Range(25, 3))
            Assert.Equal(0, BackupAt(new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero), keep: 1).Code);
        Assert.Equal(["journal-2026-11-27.db"], Copies);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("viele")]
    public async Task How_many_are_kept_is_a_number_and_needs_a_folder(string keep)
    {
        Record();
        Assert.Equal(2, (await Typed.Run("backup", elsewhere.Folder, "--keep", keep, "--data", data.Folder)).Code);
        Assert.Equal(2, (await Typed.Run("backup", Target, "--keep", "3", "--data", data.Folder)).Code);
        Assert.Empty(Directory.GetFiles(elsewhere.Folder));
    }

    Task<byte[]> Journal() =>
        File.ReadAllBytesAsync(Path.Combine(data.Folder, "journal.db"), TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_is_there_is_not_overwritten()
    {
        Record();
        elsewhere.With("journal.db", "old");
        var typed = await Backup(Target);
        Assert.Equal(new Typed(1, $"没有备份：{Target} 已经存在，不会覆盖。请换一个名字。\n", ""), typed);
        Assert.Equal("old", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_told()
    {
        Record();
        var missing = Path.Combine(elsewhere.Folder, "nowhere");
        Assert.Equal(
            new Typed(1, $"没有备份：文件夹 {missing} 不存在。\n", ""),
            await Backup(Path.Combine(missing, "a.db"))
        );
        Assert.False(Directory.Exists(missing));
        var typed = await Backup("/proc/a.db");
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("没有备份：文件夹 /proc 不能写入：", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rewritten_journal_is_told_and_not_handed_on()
    {
        Record();
        using (
            var connection = new SqliteConnection(
                $"Data Source={Path.Combine(data.Folder, "journal.db")};Pooling=false"
            )
        )
        {
            connection.Open();
            new SqliteCommand(
                "drop trigger entries_are_not_changed; update entries set time = time - 86400",
                connection
            ).ExecuteNonQuery();
        }
        var typed = await Backup(Target);
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("没有备份：日志被改动过：从第 1 条起", typed.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(elsewhere.Folder));
    }

    [Fact]
    public async Task Where_there_is_no_journal_none_is_made()
    {
        var typed = await Backup(Target);
        Assert.Equal(1, typed.Code);
        Assert.Contains("journal.db 不存在", typed.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.Folder));
    }

    [Fact]
    public async Task Without_a_name_it_asks_for_one() =>
        Assert.Equal(
            new Typed(2, "", "backup: name the file that is to be written, or a folder: backup FILE.\n"),
            await Typed.Run("backup", "--data", data.Folder)
        );

    /// <summary>A journal of one entry.</summary>
    /// <returns>The entry's hash.</returns>
    string Record()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
        File.Copy(Path.Combine(index.Data, "journal.db"), Path.Combine(data.Folder, "journal.db"));
        return index.Journal.Entries()[^1].Hash;
    }

    public void Dispose()
    {
        content.Dispose();
        data.Dispose();
        elsewhere.Dispose();
    }
}
