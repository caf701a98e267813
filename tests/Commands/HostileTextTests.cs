using System.Text.Json.Nodes;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

/// <summary>What editors write, and how they name files, steers neither a terminal nor a build server.</summary>
public sealed class HostileTextTests
{
    const string Path = "政治机关/2021-08-31-\u001b]0;X\u0007\n::error::\u202e甲.md";

    const string Text =
        "---\n网址: \"x\\n2026-11-30 12:00:00 INF forged\\e[2J\"\n天\u2028气: 晴\n---\n\u202e反\u2066[a](#%1b]0;X%07)。\n";

    static async Task<(string Output, string[] Lines)> Check(string format)
    {
        using var content = ContentOf.Report(Text, Path);
        var typed = await Typed.Run("check", "--content", content.Folder, "--format", format);
        Assert.Equal((1, ""), (typed.Code, typed.Errors));
        Assert.DoesNotContain(typed.Output, letter => char.IsControl(letter) && letter != '\n');
        Assert.DoesNotContain(typed.Output, letter => letter is '\u2028' or '\u202e' or '\u2066');
        return (typed.Output, typed.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_person_reads_what_is_there()
    {
        var (output, lines) = await Check("text");
        Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("2026-", StringComparison.Ordinal));
        Assert.Contains(
            @"政治机关/2021-08-31-\u001b]0;X\u0007\u000a::error::\u202e甲.md:1:1: ",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains(lines, line => line.StartsWith(@"  6 | \u202e反\u2066[a](", StringComparison.Ordinal));
        Assert.Contains("    | ^^^^^^", lines);
    }

    [Fact]
    public async Task A_build_server_gets_its_own_commands_alone() =>
        Assert.All((await Check("github")).Lines, line => Assert.Matches("^::(error|warning) file=[^:]*,line=", line));

    [Fact]
    public async Task A_program_gets_the_true_text()
    {
        var problems = JsonNode.Parse((await Check("json")).Output)!["problems"]!.AsArray();
        Assert.Contains(problems, problem => problem!["file"]!.GetValue<string>() == Path);
        Assert.Contains(problems, problem =>
            problem!["text"]!.GetValue<string>().StartsWith("\u202e反\u2066[a]", StringComparison.Ordinal)
        );
        var results = JsonNode.Parse((await Check("sarif")).Output)!["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(problems.Count, results.Count);
    }

    [Fact]
    public async Task The_listing_of_the_journal_is_a_line_an_event()
    {
        using var index = TestIndex.Of(
            ContentOf.Report("---\n标题: \"甲\\n     9  2026-11-24 12:00:00  删除\\e[2J\"\n网址: a\n---\n正文。")
        );
        var lines = (await Typed.Run("journal", "--data", index.Data)).Output.TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
        Assert.Equal("共 4 条记录。", lines[^1]);
    }

    [Fact]
    public async Task A_word_that_was_typed_is_shown_too()
    {
        var typed = await Typed.Run("che\u001b[2Jck\n::error::a");
        Assert.Equal(2, typed.Code);
        Assert.DoesNotContain(typed.Errors, letter => char.IsControl(letter) && letter != '\n');
    }
}
