using Microsoft.Data.Sqlite;
using WorkReports.Hosting.Watching;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Lifecycle;

public sealed class HealthTests
{
    [Fact]
    public async Task Before_the_first_scan_is_committed_the_site_lives_and_is_not_ready()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Report("# 甲"));
        Assert.Equal((200, "healthy\n"), await Ask(test, "/healthz"));
        Assert.Equal(
            (503, "not ready: the first scan of the content folder is under way\n"),
            await Ask(test, "/readyz")
        );
        await test.LetScan();
        Assert.Equal((200, "ready\n"), await Ask(test, "/readyz"));
    }

    [Fact]
    public async Task A_scan_that_failed_leaves_the_site_alive_and_says_so()
    {
        var content = ContentOf.Nothing();
        Directory.Delete(content.Folder);
        var log = new LogLines();
        await using var test = await TestSite.BeforeScan(content, log: log.Log);
        Assert.Contains(
            $"'{content.Folder}' is not there",
            (await log.With("could not be published")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal((503, "not ready: the content folder is not there\n"), await Ask(test, "/readyz"));
        Assert.Equal((200, "healthy\n"), await Ask(test, "/healthz"));
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Each_trouble_is_a_line_and_goes_when_it_is_over()
    {
        await using var test = await TestSite.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"));
        var (journal, content) = (test.Settings.JournalFile, test.Content.Folder);
        File.Move(journal, journal + ".away");
        Directory.CreateDirectory(journal);
        test.Content.With("政治机关/2021-08-31-试验.md", "---\n网址: a\n---\n# 甲\n\n改过。");
        await test.UntilSaid("/readyz", "ready, but the journal cannot be written; the log says why\n");
        Directory.Move(content, content + "-away");
        await test.UntilSaid(
            "/readyz",
            "ready, but the content folder is not there\nready, but the journal cannot be written; the log says why\n"
        );
        Assert.Equal(200, (await Ask(test, "/readyz")).Status);
        Directory.Move(content + "-away", content);
        Directory.Delete(journal);
        File.Move(journal + ".away", journal);
        await Wait.Until(() => Ask(test, "/readyz"), answer => answer == (200, "ready\n"));
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(2, false)]
    public void A_full_disk_is_known_by_what_the_system_says(int code, bool isFull) =>
        Assert.Equal(isFull, DiskSpace.IsExhausted(new IOException("x", code)));

    [Fact]
    public void A_full_disk_is_known_by_what_SQLite_says()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        new SqliteCommand("pragma max_page_count = 2", connection).ExecuteNonQuery();
        var exception = Assert.Throws<SqliteException>(() =>
            new SqliteCommand(
                "create table a (b); insert into a values (zeroblob(100000))",
                connection
            ).ExecuteNonQuery()
        );
        Assert.True(DiskSpace.IsExhausted(exception));
    }

    [Fact]
    public async Task A_bad_file_does_not_keep_the_site_from_being_ready()
    {
        await using var test = await TestSite.Of(ContentOf.Report("---\n天气: 晴\n---\n正文。"));
        Assert.Equal((200, "ready\n"), await Ask(test, "/readyz"));
    }

    [Fact]
    public async Task The_process_lives_when_its_index_does_not()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars());
        test.Harm("drop table edition");
        Assert.Equal((200, "healthy\n"), await Ask(test, "/healthz"));
    }

    static async Task<(int Status, string Text)> Ask(TestSite test, string address)
    {
        var answer = await test.Get(address);
        return (answer.Status, answer.Text);
    }
}
