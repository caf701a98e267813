using WorkReports.Commands;
using WorkReports.Content.Inspection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

/// <summary>The verb <c>import</c>: what it writes, what it tells, and what it leaves alone.</summary>
public sealed class ImportCommandTests : IDisposable
{
    const string Path = "书香机关/2021/2021-08-31-阅读活动总结.md";
    readonly ContentOf content = ContentOf.Pillars();
    readonly string desk = Directory.CreateTempSubdirectory("workreports-desk-").FullName;

    [Fact]
    public async Task A_document_becomes_a_draft_in_its_folder()
    {
        var (code, said) = await Import(File("报告.docx", SampleDocuments.Summary()), "--pillar", "书香机关");
        Assert.Equal(0, code);
        Assert.Matches(
            "\\A---\n标题: 阅读活动总结\n发布日期: 2021-08-31\n发布单位: 第二试验单位\n网址: [0-9a-f]{10}\n草稿: 是\n---\n\n全年36场。\n\\z",
            await System.IO.File.ReadAllTextAsync(Full(Path), TestContext.Current.CancellationToken)
        );
        Assert.StartsWith(Full(Path), said, StringComparison.Ordinal);
        Assert.Contains("标题：阅读活动总结（字号最大的居中段落）", said);
        Assert.Contains("单位：第二试验单位（落款“第二单位”）", said);
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Fact]
    public async Task Without_a_pillar_it_lies_with_the_general_ones_and_so_it_says()
    {
        var (_, said) = await Import(File("报告.docx", SampleDocuments.Summary()));
        Assert.True(System.IO.File.Exists(Full("综合/2021/2021-08-31-阅读活动总结.md")));
        Assert.Contains("没有写 --pillar", said);
    }

    [Fact]
    public async Task What_is_asked_for_comes_before_what_the_document_says()
    {
        await Import(
            File("报告.docx", SampleDocuments.Summary()),
            "--pillar=政治机关",
            "--unit",
            "第一单位",
            "--date",
            "2022年3月4日",
            "--title",
            "关于：甲/乙 \"丙\""
        );
        var text = await System.IO.File.ReadAllTextAsync(
            Full("政治机关/2022/2022-03-04-关于：甲乙丙.md"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("标题: 关于：甲/乙 \"丙\"\n发布日期: 2022-03-04\n发布单位: 第一试验单位\n", text);
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Fact]
    public async Task A_name_may_say_the_date_and_an_unknown_unit_is_told()
    {
        var (_, said) = await Import(
            File(
                "2020-05-04-甲.docx",
                new WordFile().Titled("青年读书会").Line("正文。").Line("某某局").Line("2021年5月4日")
            )
        );
        Assert.Contains("日期：2021-05-04（落款）", said);
        Assert.Contains("单位：第一试验单位（落款“某某局”没有登记在 site.yml 里，暂用默认单位，请核对）", said);
        Assert.Contains(
            "日期：2020-05-04（文件名）",
            (await Import(File("2020-05-04-甲.docx", WordFile.Of("青年", "正文。")))).Said
        );
        Assert.Contains(
            "修改日期",
            (
                await Import(
                    File(
                        "乙.docx",
                        WordFile
                            .Of("青年", "正文。")
                            .Properties(modified: new DateTime(2021, 9, 1, 0, 0, 0, DateTimeKind.Utc))
                    )
                )
            ).Said
        );
    }

    [Fact]
    public async Task Without_any_date_the_draft_asks_for_it()
    {
        var (code, said) = await Import(File("丙.docx", WordFile.Of("青年", "正文。")));
        Assert.Equal(0, code);
        Assert.Contains("日期：没有找到", said);
        Assert.Contains("--date", said);
        var path = said.Split('\n')[0].TrimEnd('\r');
        Assert.Equal("青年.md", System.IO.Path.GetFileName(path));
        Assert.Contains(
            "\n发布日期:\n",
            await System.IO.File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)
        );
        Assert.Equal("date-missing", Assert.Single(Reading.ProblemsIn(content.Folder)).Code);
    }

    [Fact]
    public async Task The_two_numbers_come_first_and_what_is_missing_after_them()
    {
        var (_, said) = await Import(File("报告.docx", SampleDocuments.Summary()));
        Assert.Matches(@"\A[^\n]+\n  原文 \d+ 字，草稿 \d+ 字，拿掉 14 字（列在下面）\r?\n", said);
        Assert.DoesNotContain("草稿里没有的文字", said);
    }

    [Fact]
    public async Task A_document_and_a_name_that_say_nothing_still_make_a_report()
    {
        Assert.Equal(0, (await Import(File("2021-08-31.docx", WordFile.Of("只有一句话。")))).Code);
        Assert.True(System.IO.File.Exists(Full("综合/2021/2021-08-31-2021-08-31.md")));
    }

    [Fact]
    public async Task Pictures_lie_beside_it_and_are_found()
    {
        var (_, said) = await Import(File("报告.docx", SampleDocuments.WithPicture()), "--pillar", "书香机关");
        Assert.Equal(
            Importing.Png,
            await System.IO.File.ReadAllBytesAsync(
                Full("书香机关/2021/2021-08-31-图片/图1.png"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains("图片：1 张", said);
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Fact]
    public async Task A_photograph_loses_its_place_and_nothing_else()
    {
        var photo = PhotoFile.Jpeg(PhotoFile.Exif(), PhotoFile.Xmp());
        var file = new WordFile().Line("阅读活动总结", side: "center", size: 22).Line("全年36场。");
        var picture = file.Image(photo, DocumentFormat.OpenXml.Packaging.ImagePartType.Jpeg);
        file.Runs(WordFile.Shows(picture, "现场")).Line("第二单位").Line("2021年8月31日");
        var (_, said) = await Import(File("报告.docx", file), "--pillar", "书香机关");
        Assert.Contains("照片里记着的拍摄地点（GPS）已去掉：图1.jpg", said);
        Assert.Equal(
            PhotoPlace.Removed(photo),
            await System.IO.File.ReadAllBytesAsync(
                Full("书香机关/2021/2021-08-31-图片/图1.jpg"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Fact]
    public async Task A_pipe_makes_nobody_wait()
    {
        content.WithPipe("报告.docx");
        var (code, said) = await Import(Full("报告.docx"));
        Assert.Equal(1, code);
        Assert.Contains("不是普通文件", said);
    }

    [Fact]
    public async Task Nothing_is_ever_overwritten()
    {
        for (var i = 0; i < 2; i++)
            await Import(File("报告.docx", SampleDocuments.WithPicture()), "--pillar", "书香机关");
        await Import(File("报告.docx", SampleDocuments.WithPicture()), "--pillar", "政治机关");
        Assert.True(System.IO.File.Exists(Full("书香机关/2021/2021-08-31-阅读活动总结-2.md")));
        Assert.True(System.IO.File.Exists(Full("书香机关/2021/2021-08-31-图片-2/图1.png")));
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_keeps_no_other_from_being_imported()
    {
        var (code, said) = await Import(
            System.IO.Path.Combine(desk, "没有.docx"),
            desk,
            File("旧.doc", [0xD0, 0xCF, 0x11, 0xE0]),
            File("报告.docx", SampleDocuments.Summary())
        );
        Assert.Equal(1, code);
        Assert.Contains("没有.docx：没有导入。找不到这个文件", said);
        Assert.Contains("旧格式", said);
        Assert.Contains("一共 3 个文件：导入 1 个，没有导入 2 个", said);
        Assert.Contains("2021-08-31-阅读活动总结.md", said);
    }

    [Fact]
    public async Task A_whole_folder_is_imported_with_what_lies_below_it()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(desk, "旧稿", "空"));
        File("旧稿/2020-01-02-甲.docx", WordFile.Of("甲单位工作总结", "正文。"));
        File("旧稿/空/2020-01-03-乙.docx", WordFile.Of("乙单位工作总结", "正文。"));
        File("旧稿/~$乙.docx", [0]);
        File("旧稿/说明.txt", [0]);
        var (code, said) = await Import(System.IO.Path.Combine(desk, "旧稿"));
        Assert.Equal(0, code);
        Assert.Equal(2, Directory.GetFiles(Full("综合/2020")).Length);
        Assert.Contains("一共 2 个文件：导入 2 个", said);
        Assert.Equal(2, (await Import(System.IO.Path.Combine(desk, "旧稿"), "--title", "甲")).Code);
        Directory.CreateDirectory(System.IO.Path.Combine(desk, "空的"));
        Assert.Contains("没有 Word 文件", (await Import(System.IO.Path.Combine(desk, "空的"))).Said);
    }

    [Fact]
    public async Task Nothing_is_left_when_writing_fails()
    {
        content.With("书香机关/2021", "这里已经有一个叫 2021 的文件。");
        var (code, said) = await Import(File("报告.docx", SampleDocuments.WithPicture()), "--pillar", "书香机关");
        Assert.Equal(1, code);
        Assert.Contains("写不进内容文件夹", said);
        Assert.Equal(2, Directory.GetFileSystemEntries(Full("书香机关")).Length);
    }

    [Fact]
    public async Task Nothing_but_the_report_and_its_pictures_is_written()
    {
        await Import(File("报告.docx", SampleDocuments.WithPicture()), "--pillar", "书香机关");
        Assert.Equal(
            ["2021-08-31-图片", "2021-08-31-阅读活动总结.md"],
            Directory.GetFileSystemEntries(Full("书香机关/2021")).Select(System.IO.Path.GetFileName).Order()
        );
    }

    [Theory]
    [InlineData("没有“廉洁机关”这个机关。可以写：政治机关、书香机关、综合。", "a.docx", "--pillar", "廉洁机关")]
    [InlineData("没有发布单位“无”。可以写：第一单位、第二单位。", "a.docx", "--unit", "无")]
    [InlineData("只有 28 天", "a.docx", "--date", "2021-02-30")]
    [InlineData("一次只能用于一个文件", "a.docx", "b.docx", "--title", "甲")]
    [InlineData("请写要导入的文件")]
    [InlineData("--pillar 后面要写内容", "a.docx", "--pillar")]
    [InlineData("没有“--pilar”这个选项，是不是 --pillar？", "a.docx", "--pilar", "甲")]
    public async Task Wrong_usage_is_told(string says, params string[] typed)
    {
        var (code, said) = await Import(typed);
        Assert.Equal(2, code);
        Assert.Contains(says, said);
    }

    async Task<(int Code, string Said)> Import(params string[] typed)
    {
        var said = new StringWriter();
        var code = await CommandLine.Run(["import", .. typed, "--content", content.Folder], said, said);
        return (code, said.ToString());
    }

    string Full(string path) => System.IO.Path.Combine(content.Folder, path);

    string File(string name, WordFile file) => File(name, file.Bytes());

    string File(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(desk, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        content.Dispose();
        Directory.Delete(desk, recursive: true);
    }
}
