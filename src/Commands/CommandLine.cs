using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary>Hands what was typed to a verb. Exit codes: 0 fine, 1 problems found, 2 wrong usage.</summary>
public static class CommandLine
{
    public const int Fine = 0;
    public const int ProblemsFound = 1;
    public const int WrongUsage = 2;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        var (verb, options) = Read(args);
        if (verb == "help")
            return HelpCommand.Run(output);
        if (verb == "version")
            return VersionCommand.Run(output);

        var faults = new List<string>();
        var arguments = Arguments.Read(verb, options, faults);
        var settings =
            verb == "preview"
                ? SettingsReader.Read(
                    arguments.SettingOptions,
                    Environment.GetEnvironmentVariable,
                    faults,
                    PreviewCommand.Defaults
                )
                : SettingsReader.Read(arguments.SettingOptions, Environment.GetEnvironmentVariable, faults);
        if (verb is "serve" or "backup" or "check" or "import" or "journal" or "new" or "preview" or "health")
            faults.AddRange(SettingsReader.Faults(settings, verb));
        else
            faults.Insert(0, $"There is no verb '{verb}'; 'help' lists them.");
        if (faults.Count > 0)
            return Refuse(faults, errors);
        return verb switch
        {
            "backup" => BackupCommand.Run(settings, arguments, TimeProvider.System, output, errors),
            "check" => await CheckCommand.Run(settings, arguments, TimeProvider.System, output, errors),
            "import" => ImportCommand.Run(settings, arguments, output, errors),
            "journal" => JournalCommand.Run(settings, arguments, output),
            "new" => NewCommand.Run(settings, arguments, TimeProvider.System, output, errors),
            "preview" => await PreviewCommand.Run(settings, output),
            "health" => await HealthCommand.Run(settings, output),
            _ => await ServeCommand.Run(settings),
        };
    }

    /// <summary>The verb and what follows it. Whoever asks for help anywhere gets it.</summary>
    static (string Verb, string[] Options) Read(string[] args) =>
        args switch
        {
            _ when args.Any(arg => arg is "--help" or "-h") => ("help", []),
            ["--version", ..] => ("version", []),
            [{ } verb, .. var options] when !verb.StartsWith('-') => (verb, options),
            _ => ("serve", args),
        };

    /// <summary>Tells all that is wrong with what was typed.</summary>
    public static int Refuse(IReadOnlyList<string> faults, TextWriter errors)
    {
        foreach (var fault in faults)
            errors.WriteLine(fault);
        return WrongUsage;
    }
}
