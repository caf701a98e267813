using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary>All verbs, in the order of <c>help</c> and of README's table.</summary>
static class VerbTable
{
    /// <summary>The verb of a command line that names none.</summary>
    public const string Default = "serve";

    public const string Help = "help";
    public const string Version = "version";

    public static readonly IReadOnlyList<Verb> All =
    [
        new(Default, "publish the content and serve the site (the default)", ServeCommand.Run)
        {
            Details = VerbHelp.Serve,
            Needs = VerbNeeds.Server,
        },
        new("check", $"tell every problem: check [FILE…] {CheckCommand.Usage}", CheckCommand.Run)
        {
            Details = VerbHelp.Check,
            IsForEditors = true,
            TakesOperands = true,
            Options = ["format"],
            Flags = ["watch", "online"],
            Needs = VerbNeeds.Content | VerbNeeds.LinkNetworks,
        },
        new(
            "import",
            $"make reports of Word documents: import FILE|FOLDER… [--pillar, --unit, --date, --title TEXT] [--{ImportCommand.ClearedFlag}]",
            ImportCommand.Run
        )
        {
            Details = VerbHelp.Import,
            IsForEditors = true,
            TakesOperands = true,
            Options = ["pillar", "unit", "date", "title"],
            Flags = [ImportCommand.ClearedFlag],
            Needs = VerbNeeds.Content,
        },
        new(
            "preview",
            $"show drafts, scheduled reports and mistakes, on this machine alone ({PreviewCommand.Defaults.Urls})",
            PreviewCommand.Run
        )
        {
            Details = VerbHelp.Preview,
            IsForEditors = true,
            Needs = VerbNeeds.Server,
            Defaults = PreviewCommand.Defaults,
        },
        new("new", "start a report: new TITLE [--pillar, --unit, --date TEXT]", NewCommand.Run)
        {
            Details = VerbHelp.New,
            IsForEditors = true,
            TakesOperands = true,
            Options = ["pillar", "unit", "date"],
            Needs = VerbNeeds.Content,
        },
        new("backup", "copy the journal while the server runs: backup FILE|FOLDER [--keep NUMBER]", BackupCommand.Run)
        {
            Details = VerbHelp.Backup,
            TakesOperands = true,
            Options = ["keep"],
            Needs = VerbNeeds.Journal,
        },
        new(
            "journal",
            $"list what happened to each report, or check it: journal {JournalCommand.Usage}",
            JournalCommand.Run
        )
        {
            Details = VerbHelp.Journal,
            TakesOperands = true,
            Options =
            [
                "from",
                "to",
                "format",
                "at",
                "against",
                "public-key",
                "prove",
                "out",
                "erase",
                "reason",
                "copy",
            ],
            Flags = ["verify", "diff", "yes"],
            Needs = VerbNeeds.Journal,
        },
        new("accept", "let go on what is held back: accept [--yes NUMBER], the number that it told", AcceptCommand.Run)
        {
            Details = VerbHelp.Accept,
            Options = ["yes"],
            Needs = VerbNeeds.Journal,
        },
        new(
            "health",
            "ask the running server whether it lives, with --ready whether readers can come",
            HealthCommand.Run
        )
        {
            Details = VerbHelp.Health,
            Flags = ["ready"],
            Needs = VerbNeeds.Urls,
        },
        new(Help, "show verbs and settings; help VERB: all about one", HelpCommand.Run)
        {
            Details = VerbHelp.Help,
            TakesOperands = true,
            IgnoresOptions = true,
        },
        new(Version, "show the version, and the commit that it was built from", VersionCommand.Run)
        {
            Details = VerbHelp.Version,
            IgnoresOptions = true,
        },
    ];

    public static Verb? Find(this IEnumerable<Verb> verbs, string name) =>
        verbs.FirstOrDefault(verb => verb.Name == name);
}
