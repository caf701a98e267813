using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>
/// The house is built as <see cref="RoomTable"/> says. Arrows are read from the compiled program; what the compiler folds away
/// (constants, names) is read from the source.
/// </summary>
public sealed partial class RoomsTests
{
    static readonly Lazy<IReadOnlyList<TypeUse>> Program = new(() =>
        CompiledUses.Read(typeof(Settings).Assembly.Location)
    );

    static readonly Lazy<IReadOnlyList<TypeUse>> Planted = new(() =>
        CompiledUses.Read(typeof(RoomsTests).Assembly.Location)
    );

    public static TheoryData<string> Rooms => [.. RoomTable.Rooms.Select(room => room.Name)];

    public static TheoryData<string> Files => [.. SourceFile.All.Select(file => file.Path)];

    [Fact]
    public void Every_folder_with_code_is_a_room_of_the_table() =>
        Assert.All(SourceFile.All, file => Assert.NotNull(RoomTable.Find(file.Room)));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_what_the_table_allows(string room) =>
        Assert.Empty(RoomRules.Forbidden(Program.Value, room));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_all_that_the_table_allows(string room) => Assert.Empty(RoomRules.Idle(Program.Value, room));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_package_has_its_rooms(string room) =>
        Assert.Empty(RoomRules.ForeignPackages(Program.Value, room));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_names_only_what_its_room_may_use(string path) =>
        Assert.Empty(RoomRules.ForbiddenNames(SourceFile.Find(path), Program.Value));

    [Fact]
    public void No_room_leads_back_to_itself() => Assert.Empty(RoomRules.Circles(RoomTable.Rooms));

    [Fact]
    public void What_stands_behind_a_room_never_looks_back() =>
        Assert.DoesNotContain(RoomTable.Rooms, room => room.Uses.Any(room.IsBehind));

    [Fact]
    public void Nobody_uses_our_own_namespaces_globally()
    {
        Assert.DoesNotContain(SourceFile.All, file => GlobalUsing().IsMatch(file.Text));
        Assert.DoesNotContain("<Using", Repository.Read("src", "WorkReports.csproj"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_no_more_files_than_a_glance_takes_in(string room) =>
        Assert.InRange(
            SourceFile.All.Count(file => file.Room == room && file.CountsInItsRoom),
            0,
            room == "" ? 25 : 15
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_at_most_two_hundred_lines_of_120_columns(string path)
    {
        var file = SourceFile.Find(path);
        Assert.InRange(file.Lines.Length, 0, 200);
        Assert.Empty(file.WideLines);
    }

    [Fact]
    public void Readme_tells_who_uses_whom_as_the_table_says() =>
        Assert.Contains(RoomRules.List(RoomTable.Rooms), Repository.Read("README.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(PlantedTypes))]
    public void An_arrow_is_told_however_it_is_drawn(string type, string space)
    {
        var room = RoomRules.RoomOf(space)!;
        var told = RoomRules.Forbidden(Planted.Value, room).Concat(RoomRules.ForeignPackages(Planted.Value, room));
        Assert.Contains(told, line => line.StartsWith(type + " uses ", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> PlantedTypes =>
        new(
            typeof(RoomsTests)
                .Assembly.GetTypes()
                .Where(type => type.Namespace?.StartsWith(RoomRules.Planted, StringComparison.Ordinal) == true)
                .Where(type => !type.IsNested && !type.Name.StartsWith('<') && type.Name != "BadReport")
                .Select(type => (type.Name, type.Namespace!))
        );

    [Theory]
    [InlineData("Index/Library.cs", "using WorkReports.Import;")]
    [InlineData("Index/Library.cs", "using static WorkReports.Import.WordDocument;")]
    [InlineData("Index/Library.cs", "using Report = WorkReports.Import.ImportedReport;")]
    [InlineData("Hosting/Caching/PageCache.cs", "var name = nameof(SiteRoutes);")]
    [InlineData("Hosting/Caching/PageCache.cs", "return SiteRoutes.Pause;")]
    public void A_name_is_told_that_leaves_no_trace_in_the_program(string path, string line) =>
        Assert.NotEmpty(RoomRules.ForbiddenNames(new SourceFile(path, line), Program.Value));

    [Theory]
    [InlineData("Index/Library.cs", "using WorkReports.Index.Search;")]
    [InlineData("Hosting/Caching/PageCache.cs", "// As SiteRoutes does.")]
    [InlineData("Hosting/Caching/PageCache.cs", "log.Warning(\"SiteRoutes.\");")]
    [InlineData("Hosting/Caching/PageCache.cs", "return settings.SiteRoutes.Length;")]
    public void What_only_looks_like_an_arrow_is_none(string path, string line) =>
        Assert.Empty(RoomRules.ForbiddenNames(new SourceFile(path, line), Program.Value));

    [Fact]
    public void A_circle_is_told_over_however_many_rooms() =>
        Assert.Equal(
            ["A", "B", "C"],
            RoomRules.Circles([new("A", ["B"], []), new("B", ["C", "D"], []), new("C", ["A"], []), new("D", [], [])])
        );

    [Fact]
    public void An_arrow_of_the_table_that_nothing_needs_is_told() =>
        Assert.Contains("nothing in Journal uses Storage", RoomRules.Idle([], "Journal"));

    [Theory]
    [InlineData(120, "x", 0)]
    [InlineData(121, "x", 1)]
    [InlineData(121, "// x", 0)]
    [InlineData(121, "Say(\"x", 0)]
    public void A_line_of_code_is_wide_beyond_120_columns(int length, string begin, int wide) =>
        Assert.Equal(wide, new SourceFile("A.cs", begin.PadRight(length - 1, 'x') + '"').WideLines.Count());

    [GeneratedRegex(@"\bglobal\s+using\s+(static\s+)?(\w+\s*=\s*)?WorkReports\b")]
    private static partial Regex GlobalUsing();
}
