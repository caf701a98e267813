using Microsoft.Data.Sqlite;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class JournalCommandTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";

    readonly TestIndex index = TestIndex.Of(
        ContentOf
            .Report("---\n网址: a\n---\n# 甲\n\n正文。")
            .With("政治机关/2021-08-30-乙.md", "---\n网址: b\n---\n# 乙\n\n正文。")
    );

    Task<Typed> Journal(params string[] more) => Typed.Run(["journal", "--data", index.Data, .. more]);

    [Fact]
    public async Task Each_event_is_a_line_in_beijing_time()
    {
        index.Content.With(Path, "---\n网址: c\n---\n# 甲\n\n正文。");
        index.Publish();
        var typed = await Journal();
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.Collection(
            typed.Output.TrimEnd().Split('\n'),
            line =>
                Assert.StartsWith(
                    "     1  2026-11-24 12:00:00  发布  /reports/b  乙  政治机关/2021-08-30-乙.md  ",
                    line,
                    StringComparison.Ordinal
                ),
            line =>
                Assert.StartsWith(
                    "     2  2026-11-24 12:00:00  发布  /reports/a  甲  " + Path,
                    line,
                    StringComparison.Ordinal
                ),
            line => Assert.StartsWith("     3  2026-11-24 12:00:00  设置  ", line, StringComparison.Ordinal),
            line =>
                Assert.EndsWith(
                    "_index.md",
                    line[..line.LastIndexOf("  ", StringComparison.Ordinal)],
                    StringComparison.Ordinal
                ),
            line => Assert.Contains("  设置  政治机关  政治机关/_index.md  ", line, StringComparison.Ordinal),
            line =>
                Assert.StartsWith(
                    "     6  2026-11-24 12:00:00  改址  /reports/c（原 /reports/a）  甲  " + Path,
                    line,
                    StringComparison.Ordinal
                ),
            line =>
                Assert.StartsWith(
                    "     7  2026-11-24 12:00:00  发布  /reports/c  甲  " + Path,
                    line,
                    StringComparison.Ordinal
                ),
            line => Assert.Equal("共 7 条记录。", line)
        );
    }

    [Theory]
    [InlineData("a")]
    [InlineData("/reports/a")]
    [InlineData(Path)]
    public async Task One_report_can_be_asked_for(string which) =>
        Assert.EndsWith("\n共 1 条记录。\n", (await Journal(which)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_journal_that_nobody_touched_is_whole_and_gives_its_last_hash()
    {
        var typed = await Journal("--verify");
        Assert.Equal(0, typed.Code);
        Assert.StartsWith("日志完整：5 条记录", typed.Output, StringComparison.Ordinal);
        Assert.Contains(index.Journal.Entries()[^1].Hash, typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rewritten_journal_is_a_problem_with_the_entry_named()
    {
        using (
            var connection = new SqliteConnection(
                $"Data Source={System.IO.Path.Combine(index.Data, "journal.db")};Pooling=false"
            )
        )
        {
            connection.Open();
            new SqliteCommand(
                "drop trigger entries_are_not_changed; update entries set time = time - 86400 where number = 2",
                connection
            ).ExecuteNonQuery();
        }
        var typed = await Journal("--verify");
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("日志被改动过：从第 2 条起", typed.Output, StringComparison.Ordinal);
        Assert.Contains("/reports/a", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_journal_none_is_made()
    {
        var nowhere = System.IO.Path.Combine(index.Data, "nowhere");
        var typed = await Typed.Run("journal", "--data", nowhere);
        Assert.Equal(1, typed.Code);
        Assert.Contains("还没有发布日志", typed.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    public void Dispose() => index.Dispose();
}
