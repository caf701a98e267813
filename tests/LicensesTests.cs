using System.Text.Json;
using WorkReports.Hosting;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>Whoever gets the program gets the licence texts of what is in it, beside it.</summary>
public sealed class LicensesTests
{
    static readonly string Program = Path.GetDirectoryName(typeof(Site).Assembly.Location)!;

    /// <summary>The packages whose files are published with the program.</summary>
    public static TheoryData<string> Packages
    {
        get
        {
            using var dependencies = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(Program, "WorkReports.deps.json"))
            );
            return
            [
                .. dependencies
                    .RootElement.GetProperty("targets")
                    .EnumerateObject()
                    .Single()
                    .Value.EnumerateObject()
                    .Where(library => BringsFiles(library.Value))
                    .Select(library => library.Name.Split('/')[0])
                    .Where(name => name != "WorkReports"),
            ];
        }
    }

    [Fact]
    public void The_program_stands_on_packages() => Assert.True(Packages.Count > 20);

    [Theory]
    [MemberData(nameof(Packages))]
    [InlineData("OpenCC")]
    [InlineData("Unihan")]
    public void A_work_of_others_is_published_with_its_licence(string work)
    {
        var (head, text) = Parts(work);
        Assert.StartsWith($"{work} ", head, StringComparison.Ordinal);
        Assert.Contains("\nAuthors: ", head, StringComparison.Ordinal);
        // SQLite's is the shortest: it is in the public domain.
        Assert.True(text.Trim().Length > 50, text);
    }

    [Theory]
    [InlineData("MIT", "AngleSharp")]
    [InlineData("Apache-2.0", "Dapper")]
    [InlineData("BSD-2-Clause", "Markdig")]
    [InlineData("Unicode-3.0", "Unihan")]
    public void A_licence_that_is_only_named_is_told_in_full(string license, string work)
    {
        var (head, text) = Parts(work);
        Assert.Contains($"\nLicence: {license}\n", head, StringComparison.Ordinal);
        Assert.Equal(Repository.Read("src", "Licenses", license + ".txt").Trim(), text.Trim());
    }

    [Fact]
    public void A_package_that_brings_texts_is_told_in_its_own_words()
    {
        Assert.Contains("SQLite is Public Domain", Parts("SQLite").Text, StringComparison.Ordinal);
        Assert.Contains("Copyright (c) 2013-2025 Raffael Herrmann", Parts("QRCoder").Text, StringComparison.Ordinal);
        // A notice comes after the licence, not in its place.
        Assert.Matches("(?s)^The MIT License.*\n\\.NET .*third-party", Parts("System.IO.Packaging").Text);
    }

    [Fact]
    public void The_programs_own_licence_lies_with_them() =>
        Assert.Equal(Repository.Read("LICENSE"), File.ReadAllText(FileOf("WorkReports")));

    static bool BringsFiles(JsonElement library) =>
        library.TryGetProperty("runtime", out _)
        || library.TryGetProperty("native", out _)
        || library.TryGetProperty("runtimeTargets", out _);

    static (string Head, string Text) Parts(string work)
    {
        var parts = File.ReadAllText(FileOf(work)).ReplaceLineEndings("\n").Split("\n\n", 2);
        return (parts[0] + "\n", parts[1].TrimStart('\n'));
    }

    static string FileOf(string work) => Path.Combine(Program, "licenses", work + ".txt");
}
