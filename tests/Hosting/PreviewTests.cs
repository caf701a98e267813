using System.Net;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class PreviewTests
{
    const string Path = "政治机关/2021-08-31-甲.md";

    static string Head(string lines) => $"---\n网址: a\n{lines}\n---\n\n";

    [Theory]
    [InlineData("草稿: 是", "草稿", "草稿，还没有发布")]
    [InlineData("发布日期: 2026-11-25 09:30", "定时", "定时，将在 2026-11-25 09:30 发布")]
    [InlineData("下线日期: 2026-11-01", "已下线", "已在 2026-11-01 00:00 下线")]
    public async Task What_readers_do_not_see_is_seen_and_marked(string line, string mark, string state)
    {
        await using var site = await TestSite.OfPreview(ContentOf.Report(Head(line) + "# 甲\n\n正文。", Path));
        Assert.Equal(state, (await site.Page("/reports/a")).QuerySelector(".preview-state")!.TextContent);
        Assert.Equal(mark, (await site.Page("/archive")).QuerySelector(".report-list .state-label")!.TextContent);
        Assert.Equal(mark, (await site.Page("/")).QuerySelector(".lead .state-label")!.TextContent);
    }

    [Fact]
    public async Task A_problem_stands_before_the_paragraph_that_it_is_in()
    {
        await using var site = await TestSite.OfPreview(
            ContentOf.Report(Head("作者: 某") + "# 甲\n\n第一段。\n\n第二段，[链接](没有.md)。\n\n第三段。", Path)
        );
        var note = Assert.Single((await site.Page("/reports/a")).QuerySelectorAll(".body .problem"));
        Assert.StartsWith("第10行：提醒", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("第二段，链接。", note.NextElementSibling!.TextContent);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("0")]
    [InlineData("2147483648")]
    public async Task A_line_number_that_an_editor_wrote_harms_nobody(string line)
    {
        await using var site = await TestSite.OfPreview(
            ContentOf.Report(Head("作者: 某") + $"<p data-line=\"{line}\">一</p>\n\n第二段，[链接](没有.md)。", Path)
        );
        Assert.Single((await site.Page("/reports/a")).QuerySelectorAll(".problem"));
    }

    [Fact]
    public async Task A_version_with_errors_is_shown_to_its_editor_with_what_is_wrong()
    {
        await using var site = await TestSite.OfPreview(ContentOf.Report(Head("作者: 某") + "# 甲\n\n正文。", Path));
        site.Content.With(
            Path,
            Head("发布日期: 2021-02-30") + "# 甲\n\n新的正文<b>粗</b>。\n\n张三的身份证号是11010519491231002X。"
        );
        await site.UntilSaid("/reports/a", "新的正文");
        var page = await site.Page("/reports/a");
        Assert.Equal("有错误，这一版不会发布", page.QuerySelector(".preview-state")!.TextContent);
        Assert.StartsWith(
            "第3行：错误",
            page.QuerySelector("main > .problem-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "张三",
            page.QuerySelector(".body .problem-error")!.NextElementSibling!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_status_page_tells_of_columns_that_readers_find_old_or_empty()
    {
        await using var site = await TestSite.OfPreview(
            ContentOf
                .Report("甲。", Path)
                .With("书香机关/2021-08-31-乙.md", "---\n草稿: 是\n---\n乙。")
                .With("site.yml", ContentOf.SiteYml + "\npillar-days: 30")
        );
        var told = (await site.Page("/status"))
            .QuerySelectorAll(".file-table .problem")
            .Select(note => note.ParentElement!.TextContent.Trim())
            .ToList();
        Assert.Contains(told, note =>
            note.StartsWith("政治机关/_index.md", StringComparison.Ordinal) && note.Contains("天没有新报告")
        );
        Assert.Contains(told, note =>
            note.StartsWith("书香机关/_index.md", StringComparison.Ordinal) && note.Contains("一篇报告也没有")
        );
    }

    [Fact]
    public async Task The_status_page_tells_of_every_file()
    {
        await using var site = await TestSite.OfPreview(
            ContentOf
                .Report(Head("草稿: 是") + "甲。", Path)
                .With("政治机关/2021-08-30-乙.md", "---\n标题：乙\n---\n")
                .With("政治机关/2021-08-29-丙.md", "---\n撤稿: 数据有误。\n---\n丙。")
                .With("政治机关/2021-08-28-丁.md", "丁丁。")
                .With("site.yml", ContentOf.SiteYml + "\nweather: 晴")
        );
        var page = await site.Page("/status");
        Assert.Equal(
            ["有错误，不会发布", "有提醒", "草稿", "撤稿", "已发布"],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent)
        );
        var rows = page.QuerySelectorAll(".file-table tbody tr")
            .Select(row =>
                string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            )
            .ToList();
        Assert.Contains(rows, row => row.StartsWith("site.yml 第", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("政治机关/2021-08-30-乙.md 第2行：错误", StringComparison.Ordinal));
        Assert.Contains("政治机关/2021-08-31-甲.md 草稿 2021-08-31", rows);
        Assert.Contains("政治机关/2021-08-29-丙.md 撤稿 2021-08-29", rows);
        Assert.Contains("政治机关/2021-08-28-丁.md 已发布 2021-08-28", rows);
    }

    [Fact]
    public async Task An_open_page_is_told_of_each_edition_until_the_server_ends()
    {
        var site = await TestSite.OfPreview(ContentOf.Report(Head("作者: 某") + "甲甲。", Path));
        using var answer = await site.Http.GetAsync(
            "/preview/events",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var events = new StreamReader(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("data: 1", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        site.Content.With(Path, Head("作者: 某") + "改了。");
        Assert.Equal("data: 2", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        await site.DisposeAsync();
        Assert.DoesNotContain(
            "data",
            await events.ReadToEndAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_preview_leaves_the_sites_index_and_journal_alone()
    {
        await using var site = await TestSite.OfPreview(ContentOf.Report("甲甲。", Path));
        Assert.Equal(
            ["preview.db"],
            Directory.EnumerateFiles(site.Settings.Data, "*.db").Select(System.IO.Path.GetFileName)
        );
    }

    [Fact]
    public async Task What_the_site_beside_it_holds_is_told_to_editors()
    {
        await using var site = await TestSite.OfPreview(ContentOf.Report("甲甲。", Path));
        Assert.DoesNotContain("暂时保留", (await site.Get("/status")).Text, StringComparison.Ordinal);
        site.Journal.PutHeld(
            [HeldKind.Removal],
            [
                new HeldItem
                {
                    Kind = HeldKind.Removal,
                    Name = "书香机关/2021-02-01-书.md",
                    Since = site.Clock.GetUtcNow(),
                },
            ]
        );
        await site.UntilSaid("/status", "有 1 个文件一下子不见了，不像是有意删除，网站上暂时保留着原来的样子。");
    }

    [Fact]
    public async Task A_clock_that_the_site_beside_it_does_not_believe_is_told_to_editors()
    {
        using var index = TestIndex.Of(ContentOf.Report("甲甲。", Path));
        index.CatchUp();
        index.Clock.AdjustTime(index.Clock.GetUtcNow().AddDays(30));
        index.Publish();
        index.CatchUp();
        await using var site = await TestSite.OfPreview(ContentOf.Report("甲甲。", Path));
        File.Copy(index.Settings.JournalFile, site.Settings.JournalFile, overwrite: true);
        await site.UntilSaid(
            "/status",
            "时钟是 2026-12-24 12:00:00，本应是 2026-11-24 12:00:00，被调过，不可信：定时发布和到期下线暂停，停在 2026-11-24 12:00:00。请把时钟校准。"
        );
    }

    [Fact]
    public async Task Nothing_of_a_preview_is_on_the_site()
    {
        await using var site = await TestSite.Of(ContentOf.Report(Head("作者: 某") + "甲，[链接](没有.md)。", Path));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/status"));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/preview/events"));
        var page = (await site.Get("/reports/a")).Text;
        foreach (var trace in new[] { "data-line", "preview", "problem" })
            Assert.DoesNotContain(trace, page, StringComparison.Ordinal);
    }
}
