using System.Text.Json.Nodes;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class CheckCommandTests
{
    const string Path = "政治机关/2021-08-31-试验.md";

    [Fact]
    public async Task A_sound_folder_is_fine()
    {
        Assert.Equal(new Typed(0, "检查了 4 个文件，没有发现问题。\n", ""), await Check("# 甲\n\n正文。"));
    }

    [Fact]
    public async Task Every_error_has_its_place_its_code_and_its_line_with_a_caret()
    {
        var typed = await Check("---\ntitle: 甲\ndate: 2021-02-30\n天气: 晴\n---\n正文。");
        Assert.Equal((1, ""), (typed.Code, typed.Errors));
        Assert.Collection(
            typed.Output.TrimEnd().Split('\n'),
            line => Assert.Matches($"^{Path}:3:7: 错误：.+ \\[date-impossible\\]$", line),
            line => Assert.Equal("  3 | date: 2021-02-30", line),
            line => Assert.Equal("    |       ^^^^^^^^^^", line),
            line => Assert.Matches($"^{Path}:4:1: 错误：.+ \\[key-unknown\\]$", line),
            line => Assert.Equal("  4 | 天气: 晴", line),
            line => Assert.Equal("    | ^^^^", line),
            line => Assert.Equal("检查了 4 个文件：2 个错误，0 个提醒。", line)
        );
    }

    [Fact]
    public async Task A_warning_is_told_and_fails_nothing()
    {
        var typed = await Check("---\ntitle: 甲\n---\n见[链接](没有.md)。");
        Assert.Equal(0, typed.Code);
        Assert.StartsWith($"{Path}:4:2: 提醒：", typed.Output, StringComparison.Ordinal);
        Assert.Contains("\n  4 | 见[链接](没有.md)。\n    |   ^^^^^^^^^^^^^^^\n", typed.Output);
        Assert.EndsWith("\n检查了 4 个文件：0 个错误，1 个提醒。\n", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("正文。")]
    [InlineData("---\n没有的项: 1\n---\n坏了。")]
    public async Task With_a_data_folder_at_hand_the_newcomer_is_told_that_wants_a_published_address(string now)
    {
        const string text = "---\n网址: annual\n---\n# 甲\n\n正文。";
        using var index = TestIndex.Of(ContentOf.Report(text));
        // The first in the order of names.
        index.Content.With("书香机关/2021-08-30-副本.md", text).With(Path, now == "正文。" ? text : now);
        foreach (var selected in new[] { "", "书香机关/2021-08-30-副本.md" })
        {
            var typed = await Typed.Run([
                "check",
                "--content",
                index.Content.Folder,
                "--data",
                index.Data,
                .. selected.Length > 0
                    ? [System.IO.Path.Combine(index.Content.Folder, selected)]
                    : Array.Empty<string>(),
            ]);
            var told = Assert.Single(typed.Output.Split('\n'), line =>
                line.EndsWith("[address-taken]", StringComparison.Ordinal)
            );
            Assert.StartsWith("书香机关/2021-08-30-副本.md:2:", told, StringComparison.Ordinal);
            Assert.Contains($"“{Path}”", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("综合/2021-09-30-丁.md", "---\n网址: d\n旧网址: [annual]\n---\n# 丁\n\n正文。", 3, "旧网址“annual”")]
    [InlineData("综合/annual.md", "---\n网址: d\n发布日期: 2021-09-30\n---\n# 丁\n\n正文。", 1, "文件名“annual”")]
    public async Task With_a_data_folder_at_hand_whoever_claims_what_another_report_left_is_told(
        string path,
        string text,
        int line,
        string words
    )
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n网址: annual\n---\n# 甲\n\n正文。"));
        index.Content.With(Path, "---\n网址: new\n---\n# 甲\n\n正文。");
        index.Publish();
        index.Content.With(path, text);
        var typed = await Typed.Run("check", "--content", index.Content.Folder, "--data", index.Data);
        Assert.Equal(0, typed.Code);
        var told = Assert.Single(typed.Output.Split('\n'), told =>
            told.EndsWith("[address-taken]", StringComparison.Ordinal)
        );
        Assert.StartsWith($"{path}:{line}:", told, StringComparison.Ordinal);
        Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Contains($"“{Path}”", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_reports_that_claim_one_old_address_the_younger_is_told()
    {
        using var content = ContentOf
            .Report("---\n旧网址: [annual]\n---\n# 甲\n\n正文。", Path)
            .With("综合/2021-09-30-副本.md", "---\n旧网址: [annual]\n---\n# 甲\n\n正文。");
        var typed = await Typed.Run("check", "--content", content.Folder);
        var told = Assert.Single(typed.Output.Split('\n'), told =>
            told.EndsWith("[address-taken]", StringComparison.Ordinal)
        );
        Assert.StartsWith("综合/2021-09-30-副本.md:2:", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_line_is_shown_around_the_place()
    {
        var typed = await Check($"---\ntitle: 甲\n---\n{new string('前', 200)}[链接](没有.md){new string('后', 200)}");
        var lines = typed.Output.Split('\n');
        Assert.Matches("^  4 \\| …前{24}\\[链接\\]\\(没有\\.md\\)后+…$", lines[1]);
        Assert.Equal("  4 | …".Length + 48, lines[2].IndexOf('^'));
    }

    [Fact]
    public async Task Some_files_can_be_looked_at_alone()
    {
        using var content = ContentOf
            .Report("# 甲\n\n[链接](没有.md)", Path)
            .With("书香机关/2021/2021-08-31-乙.md", "---\ntitel: 乙\n---\n正文。");
        var pillar = await Typed.Run("check", "书香机关", "--content", content.Folder);
        Assert.Contains("书香机关/2021/2021-08-31-乙.md:2:1: 错误", pillar.Output);
        Assert.EndsWith("检查了 2 个文件：1 个错误，0 个提醒。\n", pillar.Output, StringComparison.Ordinal);
        var file = await Typed.Run("check", System.IO.Path.Combine(content.Folder, Path), "--content", content.Folder);
        Assert.EndsWith("检查了 1 个文件：0 个错误，1 个提醒。\n", file.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_on_since_its_report_moved_is_not_missing()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n见[旧址](/reports/a)。", Path));
        index.Content.With(Path, "---\n网址: b\n---\n# 甲\n\n见[旧址](/reports/a)。");
        index.Publish();
        Task<Typed> Check(string data) => Typed.Run("check", "--content", index.Content.Folder, "--data", data);
        Assert.DoesNotContain("[address-missing]", (await Check(index.Data)).Output);
        Assert.Contains("[address-missing]", (await Check(index.Data + "-none")).Output);
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("没有这个文件.md")]
    [InlineData("..")]
    public async Task What_cannot_be_done_is_wrong_usage(params string[] options)
    {
        using var content = ContentOf.Pillars();
        Assert.Equal(2, (await Typed.Run(["check", "--content", content.Folder, .. options])).Code);
    }

    [Fact]
    public async Task Programs_get_JSON()
    {
        var json = JsonNode.Parse((await Check("---\ntitle: 甲\ndate: 2021-02-30\n---\n正文。", "json")).Output)!;
        Assert.Equal((4, 1, 0), ((int)json["files"]!, (int)json["errors"]!, (int)json["warnings"]!));
        var problem = Assert.Single(json["problems"]!.AsArray())!;
        Assert.Equal(
            (Path, 3, 7, 10),
            ((string)problem["file"]!, (int)problem["line"]!, (int)problem["column"]!, (int)problem["length"]!)
        );
        Assert.Equal(
            ("error", "date-impossible", "date: 2021-02-30"),
            ((string)problem["severity"]!, (string)problem["code"]!, (string)problem["text"]!)
        );
        Assert.Contains("28 天", (string)problem["message"]!);
    }

    [Fact]
    public async Task Code_hosts_get_SARIF()
    {
        var log = JsonNode.Parse(
            (await Check("---\ntitle: 甲\ndate: 2021-02-30\n---\n[链接](没有.md)[链接](也没有.md)", "sarif")).Output
        )!;
        Assert.Equal("2.1.0", (string)log["version"]!);
        var run = Assert.Single(log["runs"]!.AsArray())!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Equal(["date-impossible", "link-missing"], rules.Select(rule => (string)rule!["id"]!));
        Assert.All(rules, rule =>
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (string)rule!["shortDescription"]!["text"]!)
        );
        var results = run["results"]!.AsArray();
        Assert.Equal(3, results.Count);
        Assert.All(results, result =>
            Assert.Equal((string)result!["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!)
        );
        Assert.Equal(["error", "warning", "warning"], results.Select(result => (string)result!["level"]!));
        var place = results[2]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(
            (5, 12, 24),
            (
                (int)place["region"]!["startLine"]!,
                (int)place["region"]!["startColumn"]!,
                (int)place["region"]!["endColumn"]!
            )
        );
        Assert.EndsWith(
            "/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/2021-08-31-%E8%AF%95%E9%AA%8C.md",
            (string)place["artifactLocation"]!["uri"]!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task GitHub_gets_commands_that_no_message_can_break()
    {
        var typed = await Check("---\ntitle: 甲\n---\n[链接](100%,没有:一.md)", "github");
        Assert.Matches(
            @"^::warning file=[^:,]+/政治机关/2021-08-31-试验\.md,line=4,col=1,endColumn=19,title=link-missing::找不到报告“100%25,没有:一\.md”[^\n]*\n$",
            typed.Output
        );
        Assert.Equal(0, typed.Code);
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task Watching_tells_again_after_a_change_and_ends_with_the_last_exit_code()
    {
        using var content = ContentOf.Report("# 甲\n\n正文。", Path).With("书香机关/2021-08-31-乙.md", "乙。");
        using var program = new ProgramProcess(["check", "--watch", "--content", content.Folder]);
        Assert.Equal("没有发现问题。", await program.Says("检查了 4 个文件，"));
        content.With(Path, "---\ndate: 2021-02-30\n---\n正文。");
        Assert.Equal("1 个错误，0 个提醒。", await program.Says("检查了 4 个文件："));
        content.With(Path, "---\ndate: 2021-02-28\n---\n正文。");
        Assert.Equal("没有发现问题。", await program.Says("检查了 4 个文件，"));
        content.With(Path, "---\ndate: 2021-02-30\n---\n正文。");
        await program.Says("1 个错误");
        program.Terminate();
        Assert.Equal(1, (await program.End()).Code);
    }

    [Fact]
    public async Task Checking_writes_nothing()
    {
        using var content = ContentOf.Report("# 甲\n\n正文。");
        var data = System.IO.Path.Combine(content.Folder, "data");
        await Typed.Run("check", "--content", content.Folder, "--data", data);
        Assert.False(Directory.Exists(data));
    }

    static async Task<Typed> Check(string report, string format = "text")
    {
        using var content = ContentOf.Report(report, Path).With("书香机关/2021-08-31-乙.md", "乙。");
        return await Typed.Run("check", "--content", content.Folder, "--format", format);
    }
}
