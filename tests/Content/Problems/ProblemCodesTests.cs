using System.Text.RegularExpressions;
using WorkReports.Content.Problems;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Problems;

/// <summary>Codes of problems: the program's list, its source and the editors' guide say the same.</summary>
public sealed partial class ProblemCodesTests
{
    static readonly string Guide = Repository.Read("content", "README.md");

    static readonly string Source = string.Concat(
        Directory
            .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.EndsWith("ProblemCodes.cs", StringComparison.Ordinal)
                && !file.Contains("/obj/", StringComparison.Ordinal)
            )
            .Select(File.ReadAllText)
    );

    [Fact]
    public void Every_code_of_the_source_is_listed() =>
        Assert.All(Code().Matches(Source), code => Assert.Contains(code.Groups[1].Value, ProblemCodes.All.Keys));

    [Fact]
    public void Every_listed_code_is_in_the_source() =>
        Assert.All(ProblemCodes.All.Keys, code => Assert.Contains($"\"{code}\"", Source));

    [Fact]
    public void The_guide_lists_them_all() =>
        Assert.Equal(
            ProblemCodes.All.Select(kind => $"| {kind.Key} | {kind.Value} |"),
            Rows(Guide.Split("## 十三、问题代码一览\n")[1])
        );

    public static TheoryData<string> Mistakes => [.. Rows(Guide.Split("### 正文里的差错\n")[1].Split("\n占几行的")[0])];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_the_guide_calls_a_mistake_is_found_and_what_it_says_to_write_is_fine(string row)
    {
        var parts = Row().Match(row);
        IEnumerable<string> Codes(string text) =>
            Reading.ProblemsOf($"---\ntitle: 甲\n---\n{text}\n\n正文。").Select(problem => problem.Code);
        Assert.Contains(parts.Groups["code"].Value, Codes(parts.Groups["wrong"].Value));
        Assert.DoesNotContain(parts.Groups["code"].Value, Codes(parts.Groups["right"].Value));
    }

    [Fact]
    public void Codes_that_the_guide_names_are_codes() =>
        Assert.All(Named().Matches(Guide.Split("占几行的")[1].Split("## 十、")[0]), name =>
            Assert.Contains(name.Value, ProblemCodes.All.Keys)
        );

    static IEnumerable<string> Rows(string part) => part.Split('\n').Where(line => line.StartsWith('|')).Skip(2);

    /// <summary>A code, and a Chinese sentence after it.</summary>
    [GeneratedRegex(@"(?<!\[)""([a-z]+(?:-[a-z]+)*)"",\s*[$@]*""[^""\n]*\p{IsCJKUnifiedIdeographs}[^\n]*[。？]")]
    private static partial Regex Code();

    [GeneratedRegex("^\\| `(?<wrong>[^`]+)` \\| (?<code>[a-z-]+) \\| `(?<right>[^`]+)` \\|$")]
    private static partial Regex Row();

    [GeneratedRegex("[a-z]+-[a-z-]+(?=[、：）])")]
    private static partial Regex Named();
}
