using System.Net;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Upgrade;

/// <summary>
/// A data folder as version 0.1 left it (the two .sql files here), opened by this build, while its content has mistakes: 0.1 kept the
/// last good versions in the index alone.
/// </summary>
[Needs(NeedsAttribute.Program)]
public sealed class EarlierEditionTests : OverFolders
{
    const string First = "政治机关/2021-08-31-甲.md";

    const string Whole =
        "---\n网址: whole\n---\n# 总的报告\n\n## 一、政治机关\n\n总的正文。\n\n## 二、书香机关\n\n另一段。\n";

    public EarlierEditionTests()
        : base(
            ContentOf
                .Nothing()
                .With(
                    "site.yml",
                    "name: 试验站\ndomain: www.example.cn\nunits:\n  - slug: first\n    name: 第一试验单位\n    short: 第一单位\n    default: true\n"
                )
                .With(
                    "政治机关/_index.md",
                    "---\ntitle: 政治机关\nslug: zhengzhi\norder: 1\nseal: 政\nmotto: 学在前，干在前\n---\n政治机关的**介绍**。\n"
                )
                .With(
                    "书香机关/_index.md",
                    "---\ntitle: 书香机关\nslug: shuxiang\norder: 2\nseal: 书\n---\n书香机关的介绍。\n"
                )
                .With(
                    First,
                    "---\n标题: 甲的报告\n网址: moved\n---\n## 一、概况\n\n甲的**正文**，见[乙](../书香机关/2021-09-01-乙.md)和[附件](名单.pdf)。\n"
                )
                .With("政治机关/名单.pdf", "%PDF-1.4 名单")
                .With(
                    "书香机关/2021-09-01-乙.md",
                    Gb18030("---\r\n标题: 乙的报告\r\n网址: second\r\n旧网址: [old-second]\r\n---\r\n乙的正文。\r\n")
                )
                .With(
                    "书香机关/2021-10-01-定时.md",
                    "---\n标题: 定时的报告\n网址: later\n发布日期: 2031-01-01\n---\n还不能看。\n"
                )
                .With(
                    "书香机关/2021-10-02-撤.md",
                    "---\n标题: 撤了的报告\n网址: withdrawn\n撤稿: 数字有误\n---\n撤了的正文。\n"
                )
                .With("书香机关/2021-10-03-稿.md", "---\n标题: 草稿\n网址: draft\n草稿: 是\n---\n草稿的正文。\n")
                .With("综合/2021-11-01-总.md", Whole)
        )
    {
        Restore("journal");
        Restore("index");
    }

    static byte[] Gb18030(string text)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        return System.Text.Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    void Restore(string name) => EarlierVersion.Restore(name, Data.Folder);

    IReadOnlyList<JournalEntry> Entries() => new JournalFile(new Settings { Data = Data.Folder }).Entries();

    async Task<HttpStatusCode> Status(string address)
    {
        using var answer = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    async Task<string> Text(string address)
    {
        using var answer = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_stood_goes_on_standing_whatever_is_wrong_with_its_file()
    {
        Content
            .With(First, "---\n标题： 甲：乙: 丙\n网址: moved\n---\n改坏了。\n")
            .With("书香机关/2021-10-02-撤.md", "---\n标题: [撤了\n")
            .With("综合/2021-11-01-总.md", Whole.Replace("网址: whole", "没有的项: 1", StringComparison.Ordinal))
            .With("site.yml", "name: [\n")
            .With("政治机关/_index.md", "---\n错: 1\n---\n")
            // The first in the order of names, and not the one that was published.
            .With("书香机关/2021-08-01-副本.md", "---\n标题: 乙的副本\n网址: second\n---\n副本的正文。\n");
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("files read,");
        Assert.Contains("甲的<strong>正文</strong>", await Get(origin + "/reports/moved"), StringComparison.Ordinal);
        Assert.Contains(
            """<a href="/reports/second">乙</a>""",
            await Get(origin + "/reports/moved"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            """/files/%E6%94%BF""",
            await Get(origin + "/reports/moved"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("乙的正文", await Get(origin + "/reports/second"), StringComparison.Ordinal);
        Assert.Contains("data-seal=\"政\"", await Get(origin + "/reports/whole"), StringComparison.Ordinal);
        Assert.Contains("政治机关的<strong>介绍", await Get(origin + "/pillars/zhengzhi"), StringComparison.Ordinal);
        Assert.Contains("- 试验站</title>", await Get(origin + "/units/first"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(origin + "/reports/later"));
        Assert.Equal(HttpStatusCode.Gone, await Status(origin + "/reports/withdrawn"));
        Assert.Equal(HttpStatusCode.Gone, await Status(origin + "/reports/first"));
        Assert.Contains("数字有误", await Text(origin + "/reports/withdrawn"), StringComparison.Ordinal);

        Assert.False(File.Exists(Path.Combine(Data.Folder, "index.db.earlier")));
        Assert.Null(new JournalFile(new Settings { Data = Data.Folder }).FirstBrokenLink());
        var added = Entries().Skip(8).ToList();
        Assert.Equal(
            new HashSet<JournalEvent> { JournalEvent.ReadAnew, JournalEvent.SiteFileChanged },
            Entries().Skip(8).Where(entry => entry.Slug != "later").Select(entry => entry.Event).ToHashSet()
        );
    }

    [Fact]
    public async Task Sound_files_are_recorded_as_they_lie_there_and_nothing_is_said_twice()
    {
        using (var program = new ProgramProcess(Serve))
        {
            await program.SaysAnyTime("files read,");
            program.Terminate();
            await program.End();
        }
        var journal = new JournalFile(new Settings { Data = Data.Folder });
        var entries = Entries();
        Assert.Equal(8 + 5 + 3, entries.Count);
        Assert.All(entries.Where(entry => entry.Reading.Length > 0 && entry.Slug.Length > 0), entry =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(Content.Folder, entry.Path)), journal.TextOf(entry.Content))
        );
    }

    [Fact]
    public async Task Without_its_index_the_files_tell_what_they_can_and_nothing_is_called_deleted()
    {
        File.Delete(Path.Combine(Data.Folder, "index.db"));
        Content.With(First, "---\n标题： 甲：乙: 丙\n网址: moved\n---\n改坏了。\n");
        File.Move(
            Path.Combine(Content.Folder, "综合/2021-11-01-总.md"),
            Path.Combine(Content.Folder, "综合/2021-11-02-renamed.md")
        );
        Content.With("综合/2021-11-02-renamed.md", Whole.Replace("网址: whole\n", "", StringComparison.Ordinal));
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("files read,");
        Assert.Contains("总的正文", await Get(origin + "/reports/whole"), StringComparison.Ordinal);
        Assert.DoesNotContain(Entries().Skip(8), entry => entry.Event == JournalEvent.Removed);
        const string Lost = "1 reports that were published are lost for readers, since the journal has no text of them";
        Assert.Contains(First, await program.SaysAnyTime(Lost), StringComparison.Ordinal);
        Assert.Contains("ready, but " + Lost, await Text(origin + "/readyz"), StringComparison.Ordinal);
        Content.With(First, "---\n标题: 甲的报告\n网址: moved\n---\n又能读了。\n");
        await Until(origin + "/reports/moved", "又能读了");
        await program.SaysAnyTime("The journal has the text of every report that was published");
    }

    [Fact]
    public async Task A_bad_page_in_its_index_takes_what_lies_there_and_nothing_else()
    {
        const string Second = "书香机关/2021-09-01-乙.md";
        EarlierVersion.SpoilFirstBodies(Path.Combine(Data.Folder, "index.db"));
        // The first report of the index, whose text the page holds, and one of the last.
        Content.With(Second, "---\n标题: [乙\n").With(First, "---\n标题: [甲\n");
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        Assert.Contains(
            "index.db.earlier.aside-1",
            await program.SaysAnyTime("The index of an earlier version cannot be read to its end"),
            StringComparison.Ordinal
        );
        await program.SaysAnyTime("files read,");
        Assert.Contains("甲的<strong>正文</strong>", await Get(origin + "/reports/moved"), StringComparison.Ordinal);
        Assert.Contains("总的正文", await Get(origin + "/reports/whole"), StringComparison.Ordinal);
        Assert.Contains(
            Second,
            await program.SaysAnyTime("1 reports that were published are lost"),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, await Status(origin + "/readyz"));
        Assert.DoesNotContain(Entries().Skip(8), entry => entry.Event == JournalEvent.Removed);
        Assert.Equal(
            ["index.db.earlier.aside-1"],
            Directory.GetFiles(Data.Folder, "*earlier*").Select(Path.GetFileName)
        );
        Content.With(Second, "---\n标题: 乙的报告\n网址: second\n---\n又能读了。\n");
        await Until(origin + "/reports/second", "又能读了");
    }
}
