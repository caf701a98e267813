using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>The arrows between the rooms, and the packages of each. A new room or package gets its line here.</summary>
public sealed partial class RoomsTests
{
    const string Nouns = "";

    static readonly Dictionary<string, string[]> MayUse = new()
    {
        [Nouns] = [],
        ["Index"] = [],
        ["Content"] = [],
        ["Pages"] = ["Index"],
        ["Feeds"] = ["Index"],
        ["Hosting"] = ["Content", "Index", "Pages", "Feeds"],
        ["Import"] = [],
        ["Commands"] = ["Content", "Index", "Import", "Hosting"],
    };

    /// <summary>Files with an arrow that the rest of their room lacks.</summary>
    static readonly Dictionary<string, string> Doors = new()
    {
        ["Program.cs"] = "Commands",
        ["Content/Publisher.cs"] = "Index",
        // Has no index: it asks for nothing that is known already.
        ["Content/Inspection.cs"] = "Index",
        // The publisher's eye and hand: what differs from the index, and what is written to it.
        ["Content/Changes.cs"] = "Index",
        ["Content/EditionWriter.cs"] = "Index",
        // Knows by their hashes which files need no second reading.
        ["Content/ReportReader.cs"] = "Index",
    };

    static readonly Dictionary<string, string[]> Packages = new()
    {
        [Nouns] = [],
        ["Index"] = ["Dapper", "Microsoft.Data.Sqlite", "SQLitePCL"],
        ["Content"] = ["Markdig", "YamlDotNet", "Ganss.Xss", "AngleSharp"],
        ["Pages"] = ["Microsoft.AspNetCore"],
        ["Feeds"] = ["Microsoft.AspNetCore", "QRCoder"],
        ["Hosting"] =
        [
            "Microsoft.AspNetCore",
            "Microsoft.Extensions",
            "Microsoft.Net.Http.Headers",
            "OpenTelemetry",
            "Serilog",
        ],
        ["Import"] = ["DocumentFormat.OpenXml"],
        ["Commands"] = [],
    };

    static readonly string Source = Repository.Path("src");

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
                .Where(file =>
                    file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
                )
                .Where(file =>
                    !file.StartsWith("bin/", StringComparison.Ordinal)
                    && !file.StartsWith("obj/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_uses_only_what_its_room_may(string file)
    {
        var room = RoomOf(file);
        Assert.True(MayUse.ContainsKey(room), $"The room {room} is not in the table.");
        string[] rooms =
        [
            room,
            .. MayUse[room],
            .. Doors.TryGetValue(file, out var door) ? [door] : Array.Empty<string>(),
        ];
        var code = Repository.Read("src", file);
        Assert.All(RoomsNamedIn(code), name => Assert.Contains(name, rooms));
        Assert.All(PackagesNamedIn(code), name => Assert.Contains(Packages[room], package => IsWithin(name, package)));
    }

    [Fact]
    public void Nobody_uses_our_own_namespaces_globally()
    {
        Assert.DoesNotContain(Files, file => GlobalUsing().IsMatch(Repository.Read("src", file.Data)));
        Assert.DoesNotContain("<Using", Repository.Read("src", "WorkReports.csproj"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using WorkReports.Content;")]
    [InlineData("    @using WorkReports.Content")]
    [InlineData("using static WorkReports.Content.Links;")]
    [InlineData("using Folder = WorkReports.Content.ContentFolder;")]
    [InlineData("@inject WorkReports.Content.ContentFolder Folder")]
    [InlineData("var folder = new Content.ContentFolder(root);")]
    public void An_arrow_is_seen_however_it_is_written(string line) => Assert.Equal(["Content"], RoomsNamedIn(line));

    [Theory]
    [InlineData("/// <summary>Of <c>WorkReports.Content</c>.</summary>")]
    [InlineData("var folder = settings.Content.Length;")]
    [InlineData("using var content = Content(settings);")]
    public void What_only_looks_like_an_arrow_is_none(string line) => Assert.Empty(RoomsNamedIn(line));

    [Theory]
    [InlineData("using Microsoft.Data.Sqlite;", "Microsoft.Data.Sqlite")]
    [InlineData("using static Dapper.SqlMapper;", "Dapper.SqlMapper")]
    [InlineData("Serilog.Core.Logger log;", "Serilog.Core.Logger")]
    public void A_package_is_seen_however_it_is_written(string line, string package) =>
        Assert.Equal([package], PackagesNamedIn(line));

    static string RoomOf(string file) => Path.GetDirectoryName(file)!.Split('/', '\\')[0];

    static IEnumerable<string> RoomsNamedIn(string code) =>
        Room().Matches(WithoutComments(code)).Select(match => match.Groups[1].Value).Distinct();

    static IEnumerable<string> PackagesNamedIn(string code) =>
        Using()
            .Matches(code)
            .Concat(Qualified().Matches(WithoutComments(code)))
            .Select(match => match.Groups[1].Value)
            .Where(name => !IsWithin(name, "System") && !IsWithin(name, "WorkReports"))
            .Distinct();

    static bool IsWithin(string name, string space) =>
        name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    static string WithoutComments(string code) => Comment().Replace(code, "");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bglobal\s+using\s+(static\s+)?(\w+\s*=\s*)?WorkReports\b")]
    private static partial Regex GlobalUsing();

    // With our namespace before it, or alone: inside WorkReports the rest of a name is enough.
    [GeneratedRegex(@"(?:\bWorkReports\.|(?<![\w.""/])(?=\w+\.[A-Z]))(Index|Content|Pages|Feeds|Hosting|Commands)\b")]
    private static partial Regex Room();

    [GeneratedRegex(
        @"^\s*(?:global\s+)?@?using\s+(?:static\s+)?(?:\w+\s*=\s*)?([\w.]+)\s*;?\s*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Using();

    [GeneratedRegex(
        @"(?<![\w.])((?:Dapper|Microsoft\.Data|Markdig|YamlDotNet|Ganss|AngleSharp|QRCoder|Serilog)\.[\w.]+)"
    )]
    private static partial Regex Qualified();
}
