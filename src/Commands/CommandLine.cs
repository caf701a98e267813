using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary>Hands what was typed to a verb. Exit codes: 0 fine, 1 problems found, 2 wrong usage.</summary>
static class CommandLine
{
    public static Task<int> Run(string[] args, TextWriter output, TextWriter errors) =>
        Run(VerbTable.All, args, output, errors);

    public static async Task<int> Run(IReadOnlyList<Verb> verbs, string[] args, TextWriter output, TextWriter errors)
    {
        var (name, options) = Read(args);
        var verb = verbs.Find(name);
        var faults = new List<string>();
        var arguments = Arguments.Read(verb, options, faults);
        var settings = SettingsReader.Read(
            arguments.SettingOptions,
            Environment.GetEnvironmentVariable,
            faults,
            verb?.Defaults
        );
        if (verb is null)
            faults.Insert(0, $"There is no verb '{name}'; '{VerbTable.Help}' lists them.");
        else
            faults.AddRange(SettingsCheck.Faults(settings, verb.Needs));
        return verb is null || faults.Count > 0
            ? ExitCode.Refuse(faults, new(errors))
            : await verb.Run(new Invocation(verbs, settings, arguments, new(output), new(errors)));
    }

    /// <summary>The verb and what follows it. Whoever asks for help anywhere gets it.</summary>
    static (string Verb, string[] Options) Read(string[] args) =>
        args switch
        {
            _ when args.Any(arg => arg is "--help" or "-h") => (VerbTable.Help, []),
            ["--version", ..] => (VerbTable.Version, []),
            [{ } verb, .. var options] when !verb.StartsWith('-') => (verb, options),
            _ => (VerbTable.Default, args),
        };
}
