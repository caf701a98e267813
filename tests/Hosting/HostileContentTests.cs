using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Whatever lies in the content folder, the site stands and the sound report beside it is served.</summary>
public sealed class HostileContentTests
{
    const string Beside = "政治机关/2021-01-01-旁边.md";

    static async Task<LogLines> Harmless(Action<ContentOf> drop, string told)
    {
        var log = new LogLines();
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n网址: beside\n---\n# 旁边\n\n正文。", Beside),
            log: log.Log
        );
        drop(site.Content);
        await log.With(told);
        site.Content.With(Beside, "---\n网址: beside\n---\n# 旁边\n\n仍在更新。");
        await site.UntilSaid("/reports/beside", "仍在更新");
        Assert.Equal(HttpStatusCode.OK, await site.Status("/"));
        Assert.DoesNotContain(log.All, line => line.Text.Contains("could not be published", StringComparison.Ordinal));
        return log;
    }

    [Theory]
    [InlineData("---\n标题: 甲\n发布日期: 2021-0")]
    [InlineData("---\n标题: \"甲")]
    [InlineData("---\n附件: [甲.pdf, ")]
    [InlineData("---")]
    public Task A_head_that_breaks_off(string text) =>
        Harmless(content => content.With("政治机关/2021-08-31-坏.md", text), "政治机关/2021-08-31-坏.md:");

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public Task A_file_of_50_megabytes() =>
        Harmless(
            content => content.With("政治机关/2021-08-31-大.md", new byte[50_000_000]),
            "政治机关/2021-08-31-大.md:1: 文件有 47 MB"
        );

    [Fact]
    public Task Folders_that_lead_round_in_a_circle() =>
        Harmless(
            content =>
            {
                Directory.CreateSymbolicLink(
                    Path.Combine(content.Folder, "政治机关/自己"),
                    Path.Combine(content.Folder, "政治机关")
                );
                Directory.CreateSymbolicLink(Path.Combine(content.Folder, "政治机关/上面"), content.Folder);
                content.With("政治机关/2021-08-31-坏.md", "---\n天气: 晴\n---\n");
            },
            "政治机关/2021-08-31-坏.md:"
        );

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/mem")]
    [InlineData("无")]
    public Task A_link_to_what_is_no_file(string target) =>
        Harmless(
            content => File.CreateSymbolicLink(Path.Combine(content.Folder, "政治机关/2021-08-31-链.md"), target),
            "政治机关/2021-08-31-链.md:1: "
        );

    [Fact]
    public async Task Names_with_spaces_quotes_and_pictures()
    {
        string[] names =
        [
            "a b  c.md",
            "“引号”'\".md",
            "😀 好.md",
            "100%&#?.md",
            "\u202e反.md",
            "-rf *.md",
            "a\nb.md",
            "𠮷.md",
        ];
        await using var site = await TestSite.Of(ContentOf.Pillars());
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
            site.Content.With($"政治机关/2021-08-31-{name}", $"---\n网址: n{number}\n---\n第{number}篇。");
        for (var number = 0; number < names.Length; number++)
            await site.UntilStatus($"/reports/n{number}", HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await site.Status("/pillars/zhengzhi"));
        Assert.Equal(HttpStatusCode.OK, await site.Status("/feed.xml"));
        Assert.Equal(
            HttpStatusCode.MovedPermanently,
            await site.Status("/reports/" + Uri.EscapeDataString("2021-08-31-😀 好"))
        );
    }

    [Fact]
    public async Task Two_files_with_one_address_are_told_and_the_first_stays()
    {
        var log = await Harmless(
            content => content.With("书香机关/2021-08-31-也.md", "---\n网址: beside\n---\n# 也\n\n抢占。"),
            "书香机关/2021-08-31-也.md:2: "
        );
        Assert.Contains(log.All, line => line.Text.Contains($"已经被“{Beside}”占用", StringComparison.Ordinal));
    }

    [Fact]
    public Task Names_that_differ_in_case_alone_are_two_files_with_one_address() =>
        Harmless(
            content =>
                content.With("政治机关/2021-08-31-Plan.md", "计划。").With("政治机关/2021-08-31-plan.md", "计划。"),
            "已经被“政治机关/2021-08-31-Plan.md”占用"
        );

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task Ten_thousand_files_appear_and_vanish()
    {
        await using var site = await TestSite.Of(ContentOf.Report("---\n网址: beside\n---\n# 旁边\n\n正文。", Beside));
        foreach (var number in Enumerable.Range(1, 10_000))
            site.Content.With($"政治机关/多/{number % 100}/2021-01-01-report-{number}.md", $"# 第{number}篇\n\n正文。");
        await site.UntilSaid("/archive", "10001");
        Directory.Delete(Path.Combine(site.Content.Folder, "政治机关/多"), recursive: true);
        // A look that comes early may find a tenth gone, which goes; all others are held.
        var held = await Wait.Until(site.Journal.Held, held =>
            held.Count > 8_000 && site.Indexer.FileCount() == held.Count + 1
        );
        var typed = await Typed.Run("accept", "--yes", $"{held.Count}", "--data", site.Settings.Data);
        Assert.Equal(0, typed.Code);
        await site.UntilStatus("/reports/2021-01-01-report-10000", HttpStatusCode.Gone);
        await site.UntilSaid("/archive", "共 1 篇");
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/beside"));
        Assert.Null(site.Journal.FirstBrokenLink());
    }
}
