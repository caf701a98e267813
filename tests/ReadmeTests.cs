using System.Text.RegularExpressions;
using WorkReports.Commands;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>README, help and program say the same: verbs, settings, addresses, and the two commands first.</summary>
public sealed partial class ReadmeTests
{
    static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void The_two_commands_come_first()
    {
        var code = Code().Match(Readme).Groups["code"].Value;
        Assert.Matches(@"\A\s*dotnet run --project src\b.*\n\s*tests/run\b", code);
    }

    [Fact]
    public async Task Every_verb_of_help_is_in_README_with_no_other()
    {
        Assert.Equal(Verbs(await Help(VerbTable.All)), FirstColumn("## Verbs"));
        Assert.Equal(VerbTable.All.Select(verb => verb.Name), FirstColumn("## Verbs"));
    }

    [Fact]
    public async Task A_verb_that_gets_a_row_stands_in_help_runs_and_is_missed_in_README()
    {
        var added = new Verb("planted", "take words and an option: planted [WORD…] [--colour NAME]", call =>
            call.Arguments.Operands is ["甲"] && call.Arguments["colour"] == "red" ? 7 : 0
        )
        {
            Details = "",
            TakesOperands = true,
            Options = ["colour"],
        };
        Verb[] verbs = [.. VerbTable.All, added];
        Assert.Contains($"\n  planted    {added.Help}\n", await Help(verbs), StringComparison.Ordinal);
        Assert.Equal(["planted"], Verbs(await Help(verbs)).Except(FirstColumn("## Verbs")));
        Assert.Equal(7, await Run(verbs, "planted", "甲", "--colour", "red"));
        Assert.Equal(ExitCode.WrongUsage, await Run(verbs, "planted", "甲", "--color", "red"));
    }

    [Fact]
    public void Every_option_of_a_verb_stands_in_its_help() =>
        Assert.All(VerbTable.All, verb =>
            Assert.All(verb.Options.Concat(verb.Flags), option => Assert.Matches($@"--{option}\b", verb.Help))
        );

    [Fact]
    public void Every_setting_is_in_README_with_its_variable_and_default()
    {
        var expected = SettingTable.All.Select(setting =>
            $"| `{setting.Option}` | `{setting.Variable}` | `{setting.Default}` |"
        );
        Assert.Equal(expected, Rows("## Settings").Select(row => string.Join('|', row.Split('|')[..4]) + "|"));
    }

    [Fact]
    public async Task Every_setting_is_in_help_with_its_variable_and_default()
    {
        var help = await Help(VerbTable.All);
        foreach (
            var row in Rows("## Settings")
                .Select(row => Ticked().Matches(row).Select(match => match.Groups["code"].Value).Take(3).ToList())
        )
            Assert.Matches($@"(?m)^\s+{Regex.Escape(row[0])} [A-Z]+\s+{row[1]}\s+{Regex.Escape(row[2])}$", help);
    }

    [Fact]
    public async Task Every_address_of_a_page_is_in_README()
    {
        var told = string.Concat(Rows("## Addresses")).Replace("{year}", "{year?}");
        foreach (var page in Directory.GetFiles(Repository.Path("src", "Pages"), "*.cshtml"))
        {
            if (
                PageAddress().Match(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken))
                is not { Success: true } address
            )
                continue;
            if (address.Groups["path"].Value.StartsWith("/error", StringComparison.Ordinal))
                continue;
            Assert.Contains(address.Groups["path"].Value, told);
        }
    }

    [Fact]
    public void Every_file_that_README_links_is_there()
    {
        foreach (Match link in Link().Matches(Readme))
        {
            var target = link.Groups["target"].Value;
            if (!target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
                Assert.True(File.Exists(Repository.Path(target.Split('/'))), target);
        }
    }

    [Fact]
    public void Every_package_of_the_program_is_named_with_its_licence()
    {
        var licences = Readme[Readme.IndexOf("## Licence", StringComparison.Ordinal)..];
        foreach (Match package in Package().Matches(Repository.Read("src", "WorkReports.csproj")))
            Assert.Matches(
                $@"{Regex.Escape(package.Groups["name"].Value.Replace(".bundle_e_sqlite3", ""))} \([A-Z][\w.-]+\)",
                licences
            );
    }

    static async Task<string> Help(IReadOnlyList<Verb> verbs)
    {
        var output = new StringWriter();
        await CommandLine.Run(verbs, ["help"], output, TextWriter.Null);
        return output.ToString().ReplaceLineEndings("\n");
    }

    static Task<int> Run(IReadOnlyList<Verb> verbs, params string[] args) =>
        CommandLine.Run(verbs, args, TextWriter.Null, TextWriter.Null);

    static List<string> Verbs(string help) =>
        [.. help.Split("\nverbs\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0])];

    static List<string> FirstColumn(string heading) =>
        [.. Rows(heading).Select(row => row.Split('|')[1].Trim(' ', '`'))];

    /// <summary>The rows of the table under a heading, without its head.</summary>
    static List<string> Rows(string heading) =>
        [.. Readme.Split(heading + "\n")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith('|')).Skip(2)];

    [GeneratedRegex("```\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Ticked();

    [GeneratedRegex("""^@page "(?<path>[^"]+)""", RegexOptions.Multiline)]
    private static partial Regex PageAddress();

    [GeneratedRegex(@"\[[^\]]+\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("""PackageReference Include="(?<name>[^"]+)""")]
    private static partial Regex Package();
}
