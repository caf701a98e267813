using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Before_the_first_scan_is_committed_the_site_lives_and_is_not_ready()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Report("# 甲"));
        Assert.Equal((200, "healthy\n"), await Ask(test, "/healthz"));
        Assert.Equal((503, "not ready: the first scan of the content folder is under way\n"), await Ask(test, "/readyz"));
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
        Assert.Contains($"'{content.Folder}' is not there", (await log.With("could not be published")).Text, StringComparison.Ordinal);
        Assert.Equal((503, "not ready: the content folder could not be published; the log says why\n"), await Ask(test, "/readyz"));
        Assert.Equal((200, "healthy\n"), await Ask(test, "/healthz"));
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
