using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>What the program is made of: locked by hashes, listed for scanners, and nothing that nobody calls.</summary>
public sealed partial class SupplyChainTests
{
    static readonly string Program = Path.GetDirectoryName(typeof(Settings).Assembly.Location)!;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Every_package_is_locked_by_its_hash(string project)
    {
        var packages = Locked(project);
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Matches("^[A-Za-z0-9+/]{80,}=*$", package.Hash));
    }

    [Fact]
    public void The_lock_file_is_that_of_the_versions_that_are_named()
    {
        var named = Version()
            .Matches(Repository.Read("Directory.Packages.props"))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["version"].Value);
        foreach (var project in new[] { "src", "tests" })
            Assert.All(Locked(project).Where(package => named.ContainsKey(package.Name)), package =>
                Assert.Equal(named[package.Name], package.Version)
            );
    }

    [Fact]
    public void The_tests_keep_to_the_lock_file() =>
        Assert.Contains("--property:RestoreLockedMode=true", Repository.Read("tests", "run"), StringComparison.Ordinal);

    [Fact]
    public void What_is_left_out_is_in_no_lock_file_and_beside_no_program()
    {
        var leftOut = LeftOut()
            .Matches(Repository.Read("Directory.Packages.props"))
            .Select(match => match.Groups["name"].Value)
            .ToList();
        Assert.Contains("System.Drawing.Common", leftOut);
        var locked = Locked("src").Concat(Locked("tests")).Select(package => package.Name).ToList();
        Assert.All(leftOut, name => Assert.DoesNotContain(name, locked));
        Assert.All(leftOut, name => Assert.False(File.Exists(Path.Combine(Program, name + ".dll"))));
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task Every_package_stands_in_the_list_that_README_and_the_image_make()
    {
        NeedsAttribute.Expect(NeedsAttribute.Program);
        using var folder = ContentOf.Nothing();
        var command = ListCommand().Match(Repository.Read("README.md")).Groups["arguments"].Value;
        Assert.Contains(
            command.Replace(
                " --output artifacts ",
                " --disable-package-restore --output /app ",
                StringComparison.Ordinal
            ),
            Repository.Read("Dockerfile"),
            StringComparison.Ordinal
        );
        await Run(command.Replace(" --output artifacts ", $" --output {folder.Folder} ", StringComparison.Ordinal));
        var listed = JsonDocument
            .Parse(
                await File.ReadAllBytesAsync(
                    Path.Combine(folder.Folder, "sbom.json"),
                    TestContext.Current.CancellationToken
                )
            )
            .RootElement;
        Assert.Equal("CycloneDX", listed.GetProperty("bomFormat").GetString());
        var components = listed
            .GetProperty("components")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("version").GetString()}");
        Assert.Empty(Locked("src").Select(package => $"{package.Name} {package.Version}").Except(components));
    }

    static async Task Run(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", "CycloneDX " + arguments + " --disable-package-restore")
        {
            WorkingDirectory = Repository.Path(),
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, told);
    }

    static List<(string Name, string Version, string Hash)> Locked(string project) =>
        [
            .. JsonDocument
                .Parse(Repository.Read(project, "packages.lock.json"))
                .RootElement.GetProperty("dependencies")
                .GetProperty("net10.0")
                .EnumerateObject()
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package =>
                    (
                        package.Name,
                        package.Value.GetProperty("resolved").GetString()!,
                        package.Value.GetProperty("contentHash").GetString()!
                    )
                ),
        ];

    [GeneratedRegex("""<PackageVersion\s+Include="(?<name>[^"]+)"\s+Version="(?<version>[^"]+)""")]
    private static partial Regex Version();

    [GeneratedRegex("""<PrunePackageReference Include="(?<name>[^"]+)""")]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"(?m)^dotnet CycloneDX (?<arguments>.+)$")]
    private static partial Regex ListCommand();
}
