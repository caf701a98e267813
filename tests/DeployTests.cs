using System.Text.RegularExpressions;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>How the site is built and run: the image, and examples without a setting that the program does not know.</summary>
public sealed partial class DeployTests
{
    static readonly string[] Top = ["content", "src", "tests", "wwwroot"];

    static readonly string Image = Repository.Read("Dockerfile");

    public static TheoryData<string> Yaml =>
        ["compose.yaml", "compose.nginx.yaml", "src/Hosting/Examples/kubernetes.yaml"];

    [Fact]
    public void The_top_level_has_no_other_folder()
    {
        string[] unkept = ["artifacts", "data", "bin", "obj", "certificates"];
        var folders = Directory
            .GetDirectories(Repository.Path())
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => !name.StartsWith('.'));
        Assert.Equal(Top, folders.Except(unkept).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Yaml))]
    public void It_is_YAML_without_unknown_settings(string file)
    {
        Assert.NotEmpty(YamlFile.Documents(file));
        var settings = SettingTable.All.Select(setting => setting.Variable).ToList();
        Assert.All(Variable().Matches(Repository.Read(file.Split('/'))).Select(match => match.Value), name =>
            Assert.Contains(name, settings)
        );
    }

    [Theory]
    [MemberData(nameof(Yaml))]
    public void An_image_is_named_by_its_whole_version(string file) =>
        Assert.All(
            ImageName().Matches(Repository.Read(file.Split('/'))).Select(match => match.Groups["name"].Value),
            name =>
                Assert.Matches(
                    name.StartsWith("workreports:", StringComparison.Ordinal)
                            ? $":{Regex.Escape(BuildInfo.Current.Version)}$"
                        // PostgreSQL's versions have two numbers.
                        : name.StartsWith("postgres:", StringComparison.Ordinal) ? @":\d+\.\d+$"
                        : @":\d+\.\d+\.\d+$",
                    name
                )
        );

    [Fact]
    public void So_are_those_that_the_image_stands_on()
    {
        var bases = Base().Matches(Image).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(2, bases.Count);
        Assert.All(bases, name => Assert.Matches(@":\d+\.\d+\.\d+$", name));
    }

    [Fact]
    public void The_image_says_which_build_it_holds()
    {
        Assert.Contains($"image.version=\"{BuildInfo.Current.Version}\"", Image, StringComparison.Ordinal);
        Assert.Contains("image.revision=\"${COMMIT:-unknown}\"", Image, StringComparison.Ordinal);
        Assert.Contains("--property:SourceRevisionId=$COMMIT", Image, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_is_built_with_the_licences_of_what_it_holds()
    {
        Assert.Contains("COPY src/Licenses src/Licenses\n", Image, StringComparison.Ordinal);
        Assert.Matches(@"\nCOPY .*\bLICENSE\b.* \./\n", Image);
        Assert.Contains("COPY --from=build /app ./\n", Image, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_takes_no_package_that_the_lock_file_does_not_name()
    {
        Assert.Contains("COPY src/WorkReports.csproj src/packages.lock.json src/\n", Image, StringComparison.Ordinal);
        Assert.Contains("dotnet restore src/WorkReports.csproj --locked-mode ", Image, StringComparison.Ordinal);
        Assert.Contains(" --no-restore ", Image, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_holds_no_content_that_could_be_taken_for_an_offices_own()
    {
        Assert.DoesNotMatch(@"COPY [^\n]*\bcontent\b", Image);
        Assert.Contains("content", Repository.Read(".dockerignore").Split('\n'));
    }

    [Fact]
    public void Any_user_of_group_0_may_write_where_the_program_writes()
    {
        Assert.Contains("mkdir -m 0775 /data /logs\n", Image, StringComparison.Ordinal);
        foreach (var folder in new[] { "data", "logs" })
            Assert.Contains(
                $"COPY --from=build --chown=$APP_UID:0 /{folder} {folder}\n",
                Image,
                StringComparison.Ordinal
            );
        Assert.Contains("VOLUME /app/data /app/logs\nUSER $APP_UID:0\n", Image, StringComparison.Ordinal);
    }

    [GeneratedRegex("WORKREPORTS_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bimage: (?<name>\S+)")]
    private static partial Regex ImageName();

    [GeneratedRegex(@"(?m)^FROM (--\S+ )?(?<name>\S+)")]
    private static partial Regex Base();
}
