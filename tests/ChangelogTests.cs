using System.Globalization;
using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>CHANGELOG.md has the form of Keep a Changelog, and the program's version is one that it counts.</summary>
public sealed partial class ChangelogTests
{
    static readonly string Changelog = Repository.Read("CHANGELOG.md");

    /// <summary>From the newest.</summary>
    static readonly List<(Version Version, string Date)> Releases =
    [
        .. Release()
            .Matches(Changelog)
            .Select(match => (Version.Parse(match.Groups["version"].Value), match.Groups["date"].Value)),
    ];

    [Fact]
    public void Headings_are_what_is_unreleased_then_releases_from_the_newest()
    {
        var headings = Heading().Matches(Changelog).Select(match => match.Value).ToList();
        Assert.Equal("## [Unreleased]", headings[0]);
        Assert.Equal(Releases.Count, headings.Count - 1);
        Assert.Equal(Releases.OrderByDescending(release => release.Version), Releases);
        Assert.Equal(Releases.OrderByDescending(release => release.Date, StringComparer.Ordinal), Releases);
        Assert.All(Releases, release => DateOnly.ParseExact(release.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Changes_are_of_the_kinds_that_the_form_knows() =>
        Assert.All(Kind().Matches(Changelog).Select(match => match.Groups["kind"].Value), kind =>
            Assert.Contains(kind, new[] { "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security" })
        );

    [Fact]
    public void The_version_is_the_newest_release_or_is_on_the_way_to_the_next()
    {
        var version = BuildInfo.Current.Version;
        if (!version.EndsWith("-dev", StringComparison.Ordinal))
        {
            Assert.Equal(Releases[0].Version, Version.Parse(version));
            return;
        }
        Assert.True(
            Version.Parse(version[..^4]) > Releases[0].Version,
            $"{version} is no later than the last release."
        );
        Assert.Matches(@"## \[Unreleased\]\s+### \w+\s+- ", Changelog);
    }

    [GeneratedRegex(@"^## \[(?<version>\d+\.\d+\.\d+)\] - (?<date>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Release();

    [GeneratedRegex("^## .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^### (?<kind>.*)$", RegexOptions.Multiline)]
    private static partial Regex Kind();
}
