namespace WorkReports.Tests;

/// <summary>A room of the house: a folder of <c>src</c>, whose name is a namespace.</summary>
/// <param name="Name">Its path below <c>src</c>; empty for the nouns, which every room may use.</param>
/// <param name="Uses">Rooms whose types it may use, beside itself and the nouns. A room in the list does not bring its sub-rooms with it.</param>
/// <param name="Packages">Namespaces of packages that it may use.</param>
public sealed record Room(string Name, string[] Uses, string[] Packages)
{
    /// <summary>The room at the top in which it stands.</summary>
    public string Top => Name.Split('/')[0];

    public bool IsBehind(string other) => other != "" && Name.StartsWith(other + "/", StringComparison.Ordinal);
}

/// <summary>
/// Who may use whom, and which package has its place where. The one table: the tests hold the compiled program against it, and
/// README's list is made from it. A new room, arrow or package gets its line here.
/// </summary>
public static class RoomTable
{
    public const string Nouns = "";
    const string Sqlite = "Microsoft.Data.Sqlite";
    const string AspNet = "Microsoft.AspNetCore";
    const string Extensions = "Microsoft.Extensions";
    const string Headers = "Microsoft.Net.Http.Headers";

    public static readonly Room[] Rooms =
    [
        new(Nouns, [], []),
        new("Characters", [], []),
        new("Secrecy", [], []),
        new("Clock", [], []),
        new("Terminal", [], []),
        new("Storage", [], ["Dapper", Sqlite]),
        new(
            "Journal",
            ["Journal/Entries", "Journal/Holding", "Journal/Proof", "Journal/Shared", "Storage"],
            ["Dapper", Sqlite]
        ),
        new("Journal/Entries", [], []),
        new("Journal/Holding", [], []),
        new("Journal/Proof", ["Journal/Entries", "Storage"], [Sqlite]),
        new(
            "Journal/Shared",
            ["Journal/Entries", "Journal/Holding", "Journal/Proof", "Storage"],
            ["Dapper", "Npgsql", "NpgsqlTypes"]
        ),
        new(
            "Index",
            ["Index/Editions", "Index/Search", "Index/Search/Query", "Index/Search/Text", "Storage"],
            ["Dapper", Sqlite]
        ),
        new("Index/Editions", ["Storage"], ["Dapper", Sqlite, "SQLitePCL"]),
        new("Index/Search", ["Index/Search/Query", "Index/Search/Segments", "Index/Search/Text"], ["Dapper", Sqlite]),
        new("Index/Search/Query", ["Index/Search/Text"], []),
        new("Index/Search/Segments", ["Index/Search/Text"], ["Dapper", Sqlite, "SQLitePCL"]),
        new("Index/Search/Text", ["Characters"], []),
        new(
            "Content",
            [
                "Content/Brake",
                "Content/Files",
                "Content/Inspection",
                "Content/Scheduling",
                "Content/Recording",
                "Content/Rendering",
                "Content/Reports",
                "Content/Reports/Checks",
                "Content/Upgrade",
                "Index",
                "Journal",
                "Journal/Entries",
                "Journal/Holding",
                "Journal/Proof",
            ],
            []
        ),
        new(
            "Content/Brake",
            [
                "Content/Files",
                "Content/Rendering",
                "Content/Reports",
                "Content/Recording",
                "Index",
                "Journal",
                "Journal/Entries",
                "Journal/Holding",
            ],
            []
        ),
        new("Content/Budget", ["Content/Problems"], []),
        new("Content/Coverage", ["Content/Coverage/Page", "Content/Problems", "Content/Syntax/Html"], []),
        new("Content/Coverage/Page", [], []),
        new("Content/Files", ["Content/Problems"], ["Microsoft.Win32.SafeHandles"]),
        new("Content/FrontMatter", ["Content/Problems"], ["YamlDotNet"]),
        new("Content/Inspection", ["Content/Files"], []),
        new("Content/Linting", ["Content/Coverage", "Content/Problems", "Content/Syntax"], ["Markdig"]),
        new("Content/Problems", [], ["Markdig.Syntax"]),
        new("Content/Scheduling", ["Content/Files", "Content/Reports", "Index"], []),
        new(
            "Content/Recording",
            [
                "Content/Files",
                "Content/FrontMatter",
                "Content/Inspection",
                "Content/Problems",
                "Content/Rendering",
                "Content/Syntax",
                "Index",
                "Journal",
                "Journal/Entries",
                "Journal/Proof",
            ],
            []
        ),
        new(
            "Content/Rendering",
            [
                "Content/Budget",
                "Content/Coverage",
                "Content/Files",
                "Content/FrontMatter",
                "Content/Inspection",
                "Content/Linting",
                "Content/Problems",
                "Content/Syntax",
                "Content/Syntax/Html",
            ],
            ["Markdig", "Ganss.Xss", "AngleSharp"]
        ),
        new(
            "Content/Reports",
            [
                "Content/Files",
                "Content/FrontMatter",
                "Content/Inspection",
                "Content/Problems",
                "Content/Recording",
                "Content/Rendering",
                "Content/Reports/Checks",
                "Content/Screening",
            ],
            []
        ),
        new(
            "Content/Reports/Checks",
            ["Content/Files", "Content/FrontMatter", "Content/Problems", "Content/Recording"],
            []
        ),
        new("Content/Screening", ["Characters", "Content/Problems", "Secrecy"], []),
        new("Content/Syntax", ["Content/Syntax/Html"], ["Markdig"]),
        new("Content/Syntax/Html", [], ["Markdig"]),
        new(
            "Content/Upgrade",
            [
                "Content/Files",
                "Content/FrontMatter",
                "Content/Inspection",
                "Content/Problems",
                "Content/Recording",
                "Content/Rendering",
                "Content/Reports",
                "Index/Editions",
                "Journal",
                "Journal/Entries",
            ],
            []
        ),
        new(
            "Import",
            [
                "Import/Coverage",
                "Import/Coverage/Shown",
                "Import/Markdown",
                "Import/Model",
                "Import/Package",
                "Import/Structure",
                "Import/Word",
                "Secrecy",
            ],
            ["DocumentFormat.OpenXml"]
        ),
        new("Import/Coverage", ["Import/Coverage/Shown"], []),
        new("Import/Coverage/Shown", [], []),
        new("Import/Markdown", ["Import/Model"], []),
        new("Import/Model", [], []),
        new("Import/Package", [], []),
        new("Import/Structure", ["Import/Model", "Import/Structure/Lines"], []),
        new("Import/Structure/Lines", ["Import/Model"], []),
        new(
            "Import/Word",
            [
                "Import/Model",
                "Import/Word/Equations",
                "Import/Word/Fields",
                "Import/Word/Numbers",
                "Import/Word/SymbolFonts",
            ],
            ["DocumentFormat.OpenXml"]
        ),
        new("Import/Word/Equations", ["Import/Model"], ["DocumentFormat.OpenXml"]),
        new(
            "Import/Word/Fields",
            ["Import/Model", "Import/Word/Equations", "Import/Word/Numbers", "Import/Word/SymbolFonts"],
            ["DocumentFormat.OpenXml"]
        ),
        new("Import/Word/Numbers", [], ["DocumentFormat.OpenXml"]),
        new("Import/Word/SymbolFonts", [], []),
        new("Pages", ["Index", "Index/Search", "Index/Search/Query", "Pages/Parts"], [AspNet, Extensions]),
        new("Pages/Parts", ["Index", "Index/Search", "Index/Search/Query"], [AspNet]),
        new("Feeds", ["Index", "Index/Search", "Index/Search/Query"], [AspNet, Extensions, "QRCoder"]),
        new(
            "Hosting",
            [
                "Clock",
                "Content",
                "Content/Files",
                "Content/Recording",
                "Content/Upgrade",
                "Feeds",
                "Hosting/Caching",
                "Hosting/Endpoints",
                "Hosting/Lifecycle",
                "Hosting/Logging",
                "Hosting/Metrics",
                "Hosting/Network",
                "Hosting/Protection",
                "Hosting/Publishing",
                "Hosting/Routing",
                "Hosting/Watching",
                "Index",
                "Index/Editions",
                "Index/Search",
                "Journal",
                "Pages/Parts",
            ],
            [AspNet, Extensions, "Serilog"]
        ),
        new(
            "Hosting/Caching",
            ["Hosting/Logging", "Hosting/Network", "Hosting/Protection", "Hosting/Routing", "Index", "Index/Editions"],
            [AspNet, Extensions, Headers]
        ),
        new(
            "Hosting/Endpoints",
            ["Content/Files", "Content/Recording", "Hosting/Lifecycle", "Index"],
            [AspNet, Extensions, Headers]
        ),
        new("Hosting/Lifecycle", [], [AspNet, Extensions]),
        new("Hosting/Logging", ["Hosting/Network", "Hosting/Routing", "Terminal"], [AspNet, Extensions, "Serilog"]),
        new(
            "Hosting/Metrics",
            [
                "Clock",
                "Content",
                "Hosting/Caching",
                "Hosting/Lifecycle",
                "Hosting/Protection",
                "Hosting/Routing",
                "Index",
            ],
            [AspNet, Extensions, "OpenTelemetry", "Serilog"]
        ),
        new("Hosting/Network", ["Hosting/Routing"], [AspNet, Extensions, "Serilog"]),
        new(
            "Hosting/Protection",
            ["Hosting/Logging", "Hosting/Network", "Hosting/Routing", "Pages/Parts"],
            [AspNet, Extensions, Headers]
        ),
        new(
            "Hosting/Publishing",
            [
                "Clock",
                "Content",
                "Content/Files",
                "Content/Upgrade",
                "Hosting/Lifecycle",
                "Hosting/Metrics",
                "Hosting/Watching",
                "Index",
                "Index/Editions",
                "Index/Search",
                "Journal",
                "Journal/Holding",
                "Pages/Parts",
                "Terminal",
            ],
            [Extensions]
        ),
        new("Hosting/Routing", [], [AspNet, Extensions]),
        new("Hosting/Watching", ["Hosting/Lifecycle", "Index", "Journal"], [Extensions]),
        new(
            "Commands",
            [
                "Commands/Drafts",
                "Commands/Modes",
                "Commands/Online",
                "Commands/Options",
                "Commands/Output",
                "Commands/Record",
                "Content",
                "Content/Files",
                "Content/Problems",
                "Content/Reports",
                "Content/Reports/Checks",
                "Hosting",
                "Hosting/Logging",
                "Import",
                "Import/Model",
                "Journal",
                "Journal/Holding",
                "Journal/Proof",
                "Terminal",
            ],
            [AspNet, Extensions, "Serilog"]
        ),
        new(
            "Commands/Drafts",
            [
                "Content/Files",
                "Content/FrontMatter",
                "Content/Inspection",
                "Content/Reports",
                "Import",
                "Import/Coverage",
                "Import/Coverage/Shown",
            ],
            []
        ),
        new("Commands/Online", ["Content/Rendering", "Hosting/Network"], []),
        new(
            "Commands/Options",
            ["Commands/Options/Network", "Content/Problems", "Hosting/Network", "Journal", "Journal/Proof", "Terminal"],
            []
        ),
        new("Commands/Options/Network", ["Hosting/Network"], []),
        new("Commands/Output", ["Content", "Content/Files", "Content/Problems", "Terminal"], []),
        new(
            "Commands/Modes",
            ["Commands/Options", "Commands/Record", "Journal", "Journal/Entries", "Journal/Proof", "Terminal"],
            []
        ),
        new(
            "Commands/Record",
            [
                "Commands/Options",
                "Content/FrontMatter",
                "Content/Problems",
                "Journal",
                "Journal/Entries",
                "Journal/Proof",
                "Terminal",
            ],
            []
        ),
    ];

    public static Room? Find(string name) => Array.Find(Rooms, room => room.Name == name);
}
