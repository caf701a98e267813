using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>The journal's last entry leaves the machine by itself, and is the same wherever it is told.</summary>
public sealed class JournalTests : IDisposable
{
    readonly ContentOf keys = ContentOf.Nothing();

    static ContentOf Content() => ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。");

    [Fact]
    public async Task The_page_the_feed_and_the_log_tell_the_last_entry()
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(Content(), log: log.Log);
        var head = site.Journal.Head();
        var page = await site.Page("/journal");
        Assert.Equal(head.Hash, page.QuerySelector(".journal-hash")!.TextContent);
        Assert.Contains($"第 {head.Number} 条", page.QuerySelector(".body")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".journal-key"));
        var feed = (await site.Get("/feed.xml")).Text;
        Assert.Contains(
            $"journal entry {head.Number}, SHA-256 {head.Hash}</generator>",
            feed,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "generator",
            (await site.Get("/pillars/zhengzhi/feed.xml")).Text,
            StringComparison.Ordinal
        );
        await UntilTold(site, log, head.Hash, 1, TimeSpan.FromSeconds(5));
        await UntilTold(site, log, head.Hash, 2, TimeSpan.FromHours(12));
    }

    static Task UntilTold(TestSite site, LogLines log, string hash, int times, TimeSpan step) =>
        Wait.Until(
            () =>
            {
                site.Clock.Advance(step);
                return log.All.Count(line => line.Text.Contains($"SHA-256 {hash}", StringComparison.Ordinal));
            },
            count => count >= times,
            $"line {times} about the last entry"
        );

    [Fact]
    public async Task A_key_signs_each_last_entry()
    {
        var file = KeyFile.Private(keys.Folder);
        await using var site = await TestSite.With(Content(), settings => settings with { JournalKey = file });
        await SaysWhatIsSigned(site);
        var number = site.Journal.Head().Number;
        site.Content.With("政治机关/2021-09-01-乙.md", "---\n网址: b\n---\n# 乙\n\n正文。");
        await site.UntilStatus("/reports/b", System.Net.HttpStatusCode.OK);
        Assert.Equal(number + 1, site.Journal.Head().Number);
        await SaysWhatIsSigned(site);
    }

    static async Task SaysWhatIsSigned(TestSite site)
    {
        var key = JournalKey.Of(site.Settings)!.Public;
        var page = await site.Page("/journal");
        Assert.Equal(key.Pem, page.QuerySelector(".journal-key")!.TextContent);
        var found = site.Journal.Verify(key);
        Assert.Empty(found.Breaks);
        Assert.Equal(site.Journal.Head().Number, found.Signatures.UpTo);
        Assert.Contains(
            page.QuerySelector(".journal-signature")!.TextContent,
            (await site.Get("/feed.xml")).Text,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => keys.Dispose();
}
