using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("check", "--help")]
    [InlineData("serve", "-h")]
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
    [InlineData("There is no option '--Content=x'; did you mean --content?", "check", "--Content=x")]
    [InlineData("There is no option '--host'; did you mean --hosts?", "--host", "www.example.cn")]
    [InlineData("There is no option '-content'; did you mean --content?", "check", "-content", "x")]
    [InlineData("There is no option '-watch'; did you mean --watch?", "check", "-watch")]
    [InlineData("There is no option '--formt'; did you mean --format?", "check", "--formt", "json")]
    [InlineData("--watch is an option of 'check', not of 'serve'.", "serve", "--watch")]
    [InlineData("--pillar is an option of 'import' and 'new', not of 'check'.", "check", "--pillar", "政治机关")]
    [InlineData("'check' is a verb: write it first, and options after it.", "--log-level", "debug", "check")]
    [InlineData("There is no verb 'chek'; did you mean 'check'?", "chek", "--watch")]
    [InlineData("--content needs a value.", "check", "--content")]
    [InlineData("--content needs a value.", "check", "--content=")]
    [InlineData("--content needs a value.", "serve", "--content", "--data")]
    [InlineData(
        "--content: the folder '/nowhere' does not exist. Make it, or name another.",
        "check",
        "--content",
        "/nowhere"
    )]
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
