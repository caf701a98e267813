using WorkReports.Commands;
using WorkReports.Commands.Options;
using WorkReports.Content.Files;
using WorkReports.Terminal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

/// <summary>The verb <c>new</c>: a report begun, that the site reads and readers do not see yet.</summary>
public sealed class NewCommandTests : IDisposable
{
    readonly ContentOf content = ContentOf.Pillars();

    [Fact]
    public async Task A_head_is_filled_in_and_the_path_is_printed()
    {
        var (code, said) = await New(
            "上半年工作报告",
            "--pillar",
            "政治机关",
            "--date",
            "2021年8月31日",
            "--unit",
            "第二单位"
        );
        var path = System.IO.Path.Combine(content.Folder, "政治机关/2021/2021-08-31-上半年工作报告.md");
        Assert.Equal((0, path), (code, said.Split('\n')[0].TrimEnd('\r')));
        Assert.Contains("删去“草稿: 是”", said);
        Assert.Matches(
            "\\A---\n标题: 上半年工作报告\n发布日期: 2021-08-31\n发布单位: 第二试验单位\n网址: [0-9a-f]{10}\n草稿: 是\n---\n\n（开头一段：.+）\n\n## 一、主要做法\n",
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Nobody_sees_it_before_the_draft_is_lifted_and_nothing_is_wrong_with_it()
    {
        await New("甲", "--pillar", "政治机关");
        Assert.Empty(Reading.ProblemsIn(content.Folder));
        using var index = TestIndex.Of(content);
        Assert.Empty(index.Titles());
    }

    [Fact]
    public void The_date_is_the_day_in_Beijing()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            new DateTimeOffset(2021, 8, 31, 18, 0, 0, TimeSpan.Zero)
        );
        NewCommand.Run(
            new Invocation(
                [],
                new Settings { Content = content.Folder },
                new Arguments(["甲"], new Dictionary<string, string>(), []),
                new PrintableWriter(TextWriter.Null),
                new PrintableWriter(TextWriter.Null)
            )
            {
                Clock = clock,
            }
        );
        Assert.Equal(["综合/2021/2021-09-01-甲.md"], Reports());
    }

    [Fact]
    public async Task A_report_of_several_pillars_has_a_section_for_each()
    {
        await New("甲", "--date", "2021-08-31");
        Assert.Contains(
            "## 一、政治机关\n",
            await File.ReadAllTextAsync(
                System.IO.Path.Combine(content.Folder, Reports()[0]),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_no_address_is_taken_twice()
    {
        foreach (var pillar in new[] { "政治机关", "政治机关", "书香机关" })
            await New("甲", "--pillar", pillar, "--date", "2021-08-31");
        Assert.Equal(
            ["书香机关/2021/2021-08-31-甲-3.md", "政治机关/2021/2021-08-31-甲-2.md", "政治机关/2021/2021-08-31-甲.md"],
            Reports()
        );
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Fact]
    public async Task The_address_stays_when_the_file_is_renamed_and_its_name_begun_anew()
    {
        await New("甲", "--pillar", "政治机关", "--date", "2021-08-31");
        content.Moved("政治机关/2021/2021-08-31-甲.md", "政治机关/2021/2021-08-31-乙.md");
        await New("甲", "--pillar", "政治机关", "--date", "2021-08-31");
        Assert.Equal(["政治机关/2021/2021-08-31-乙.md", "政治机关/2021/2021-08-31-甲-2.md"], Reports());
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }

    [Theory]
    [InlineData("一张清单: 从受理到办结", "2021-08-31-一张清单从受理到办结.md")]
    [InlineData("# \"甲\" \\ 乙/丙*丁?", "2021-08-31-甲乙丙丁.md")]
    [InlineData("- 甲", "2021-08-31-甲.md")]
    [InlineData("Party History 党史 学习", "2021-08-31-Party-History党史学习.md")]
    [InlineData("../../etc/passwd", "2021-08-31-etcpasswd.md")]
    [InlineData("😀", "2021-08-31-😀.md")]
    [InlineData("???", "2021-08-31-报告.md")]
    [InlineData("null", "2021-08-31-null.md")]
    [InlineData("是", "2021-08-31-是.md")]
    [InlineData("{甲}: [乙, 丙] & *丁", "2021-08-31-{甲}[乙,丙]&丁.md")]
    public async Task Any_title_is_kept_and_makes_a_name(string title, string name)
    {
        Assert.Equal(0, (await New(title, "--pillar", "政治机关", "--date", "2021-08-31")).Code);
        Assert.Equal(["政治机关/2021/" + name], Reports());
        Assert.Empty(Reading.ProblemsIn(content.Folder));
        using var index = TestIndex.Of(
            content.With(
                Reports()[0],
                (
                    await File.ReadAllTextAsync(
                        System.IO.Path.Combine(content.Folder, Reports()[0]),
                        TestContext.Current.CancellationToken
                    )
                )
                    .Replace("草稿: 是\n", "")
                    .Replace("（", "")
            )
        );
        Assert.Equal([title], index.Titles());
    }

    [Fact]
    public async Task A_title_of_a_thousand_letters_makes_a_short_name()
    {
        await New(string.Concat(Enumerable.Repeat("学", 1000)), "--pillar", "政治机关", "--date", "2021-08-31");
        Assert.Equal(["政治机关/2021/2021-08-31-" + new string('学', 60) + ".md"], Reports());
    }

    [Theory]
    [InlineData("请写标题")]
    [InlineData("没有“廉洁机关”这个机关。可以写：政治机关、书香机关、综合。", "甲", "--pillar", "廉洁机关")]
    [InlineData("site.yml 里没有发布单位“无”。可以写：第一单位、第二单位。", "甲", "--unit", "无")]
    [InlineData("不是日期", "甲", "--date", "昨天")]
    public async Task Wrong_usage_is_told_and_nothing_is_written(string says, params string[] typed)
    {
        var (code, said) = await New(typed);
        Assert.Equal(2, code);
        Assert.Contains(says, said);
        Assert.Empty(Reports());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        content.With("政治机关/2021", "这里已经有一个叫 2021 的文件。");
        Assert.Equal(
            (1, true),
            await New("甲", "--pillar", "政治机关", "--date", "2021-08-31") is var (code, said)
                ? (code, said.StartsWith("写不进内容文件夹", StringComparison.Ordinal))
                : default
        );
    }

    List<string> Reports() =>
        [
            .. new ContentFolder(content.Folder)
                .MarkdownFiles()
                .Select(file => file.Path)
                .Where(path => !path.EndsWith("_index.md", StringComparison.Ordinal)),
        ];

    async Task<(int Code, string Said)> New(params string[] typed)
    {
        var said = new StringWriter();
        var code = await CommandLine.Run(["new", .. typed, "--content", content.Folder], said, said);
        return (code, said.ToString());
    }

    public void Dispose()
    {
        if (Directory.Exists(content.Folder))
            content.Dispose();
    }
}
