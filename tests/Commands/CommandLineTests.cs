using WorkReports.Commands;
using WorkReports.Commands.Options;
using WorkReports.Commands.Output;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help", "nonsense")]
    [InlineData("help", "--watch")]
    [InlineData("--content", "x", "--help")]
    public async Task Whoever_asks_for_help_gets_it(params string[] args)
    {
        var typed = await Typed.Run(args);
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.StartsWith("WorkReports publishes work reports", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public async Task The_version_is_three_numbers_and_a_commit(string arg)
    {
        var typed = await Typed.Run(arg);
        Assert.Equal(0, typed.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+(-[a-z]+)?, commit ([0-9a-f]{40}|unknown)\n$", typed.Output);
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_program_built_in_a_repository_tells_its_commit()
    {
        var typed = await Typed.RunAlone(["version"]);
        Assert.Matches(Repository.HasHistory ? ", commit [0-9a-f]{40}\n$" : ", commit unknown\n$", typed.Output);
    }

    [Theory]
    [InlineData("There is no verb 'publish'; 'help' lists them.", "publish")]
    [InlineData("There is no option '--port'; the options are --content, --link-roots, --data, ", "--port", "80")]
    [InlineData("There is no option 'content'; did you mean --content?", "serve", "content")]
    [InlineData("没有“--Content=x”这个选项，是不是 --content？", "check", "--Content=x")]
    [InlineData("There is no option '--host'; did you mean --hosts?", "--host", "www.example.cn")]
    [InlineData("没有“-content”这个选项，是不是 --content？", "check", "-content", "x")]
    [InlineData("没有“-watch”这个选项，是不是 --watch？", "check", "-watch")]
    [InlineData("没有“--formt”这个选项，是不是 --format？", "check", "--formt", "json")]
    [InlineData("--watch is an option of 'check', not of 'serve'.", "serve", "--watch")]
    [InlineData("--pillar 是 import、new 的选项，check 没有。", "check", "--pillar", "政治机关")]
    [InlineData("'check' is a verb: write it first, and options after it.", "--log-level", "debug", "check")]
    [InlineData("There is no verb 'chek'; did you mean 'check'?", "chek", "--watch")]
    [InlineData("--content 后面要写内容", "check", "--content")]
    [InlineData("--content 后面要写内容", "check", "--content=")]
    [InlineData("--content needs a value.", "serve", "--content", "--data")]
    [InlineData("--content：没有“/nowhere”这个文件夹。", "check", "--content", "/nowhere")]
    [InlineData(
        "--urls: 'localhost:8080' is no address to listen on; write for example http://[::]:8080 or https://[::]:8443.",
        "health",
        "--urls",
        "localhost:8080"
    )]
    public async Task Wrong_usage_is_told_in_a_sentence(string sentence, params string[] args)
    {
        var typed = await Typed.Run(args);
        Assert.Equal((2, ""), (typed.Code, typed.Output));
        Assert.Contains(typed.Errors.Split('\n'), line => line.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_option_that_is_none_is_answered_with_those_of_the_verb()
    {
        var typed = await Typed.Run("check", "--zzzzzz");
        Assert.Equal(
            "没有“--zzzzzz”这个选项。check 的选项有：--format、--watch、--online、--content、--link-roots、--link-networks。运行 help check 看说明。",
            typed.Errors.Split('\n')[0]
        );
    }

    [Theory]
    [InlineData("check", "--zzzzzz")]
    [InlineData("check", "--formt", "json")]
    [InlineData("check", "--content")]
    [InlineData("check", "--keep", "3")]
    [InlineData("check", "/none/none.md")]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--link-roots", "/")]
    [InlineData("check", "--link-networks", "x")]
    [InlineData("new")]
    [InlineData("new", "题目", "--date", "明天")]
    [InlineData("new", "题目", "--pillar", "没有的机关")]
    [InlineData("import")]
    [InlineData("import", "none.docx", "--unit", "没有的单位")]
    [InlineData("preview", "--log-level", "loud")]
    [InlineData("preview", "--urls", "ftp://x")]
    public async Task To_editors_a_wrong_call_is_told_in_chinese(params string[] args)
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        var typed = await Typed.Run([.. args, "--content", content.Folder]);
        Assert.Equal(2, typed.Code);
        Assert.All(typed.Errors.TrimEnd().Split('\n'), line => Assert.Matches("[\u4e00-\u9fff]", line));
    }

    public static TheoryData<string> Verbs => [.. VerbTable.All.Select(verb => verb.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_tells_all_about_a_verb(string name)
    {
        var verb = VerbTable.All.Find(name)!;
        var typed = await Typed.Run("help", name);
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        foreach (var option in verb.Options.Concat(verb.Flags))
            Assert.Matches($@"--{option}\b", typed.Output);
        foreach (var setting in SettingTable.Of(verb))
            Assert.Contains(setting.Variable, typed.Output, StringComparison.Ordinal);
        Assert.Equal(verb.IsForEditors, typed.Output.Contains("退出码", StringComparison.Ordinal));
        // No line that a console would break.
        Assert.All(typed.Output.Split('\n'), line => Assert.True(TextWidth.Of(line) <= 150, line));
        Assert.Equal(typed, await Typed.Run(name, "--help"));
    }

    [Theory]
    [InlineData("--colour", "red")]
    [InlineData("--watch", "yes")]
    [InlineData("chek", "--watch")]
    public async Task A_mistake_is_told_once(params string[] args)
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        var typed = await Typed.Run([.. args, "--content", content.Folder, "--data", data.Folder]);
        Assert.Single(typed.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        using var content = ContentOf.Nothing().With("file", "");
        var typed = await Typed.Run(
            "--port",
            "--data",
            Path.Combine(content.Folder, "file"),
            "--urls",
            "ftp://x;y",
            "--content",
            "/nowhere"
        );
        Assert.Equal(2, typed.Code);
        Assert.Collection(
            typed.Errors.TrimEnd().Split('\n'),
            fault => Assert.StartsWith("There is no option '--port'", fault, StringComparison.Ordinal),
            fault =>
                Assert.StartsWith("--content: the folder '/nowhere' does not exist.", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--data: cannot write to the folder", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--urls: 'ftp://x' is no address", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--urls: 'y' is no address", fault, StringComparison.Ordinal)
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task The_command_line_has_the_last_word_over_the_environment()
    {
        using var sound = ContentOf.Report("# 甲\n\n正文。");
        var typed = await Typed.RunAlone(["check", "--content", sound.Folder], ("WORKREPORTS_CONTENT", "/nowhere"));
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.Equal(2, (await Typed.RunAlone(["check"], ("WORKREPORTS_CONTENT", "/nowhere"))).Code);
    }
}
