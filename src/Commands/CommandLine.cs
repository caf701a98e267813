using WorkReports.Commands.Options;
using WorkReports.Content.Problems;
using WorkReports.Terminal;

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
            verb?.Defaults,
            new OptionNames(verbs, verb)
        );
        if (verb is null)
            faults.Insert(0, $"There is no verb '{name}'; {MeantBy(name, verbs)}");
        else
            faults.AddRange(SettingsCheck.Faults(settings, verb.Needs, UsageText.Of(verb)));
        var (console, told) = (new PrintableWriter(output), new PrintableWriter(errors));
        if (verb is null || faults.Count > 0)
            return ExitCode.Refuse(faults, told);

        var invocation = new Invocation(verbs, settings, arguments, console, told)
        {
            Warning = EnvironmentNames.Warning(Environment.GetEnvironmentVariables(), UsageText.Of(verb)),
        };
        // A server has a log for it.
        if (invocation.Warning is { } warning && !verb.Needs.HasFlag(VerbNeeds.ServerSettings))
            await told.WriteLineAsync(warning + (verb.IsForEditors ? "。" : "."));
        return await verb.Run(invocation);
    }

    static string MeantBy(string name, IReadOnlyList<Verb> verbs) =>
        ClosestWord.Of(name, verbs.Select(verb => verb.Name)) is { } meant
            ? $"did you mean '{meant}'?"
            : $"'{VerbTable.Help}' lists them.";

    static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h");

    /// <summary>The verb and what follows it. Whoever asks for help anywhere gets it.</summary>
    static (string Verb, string[] Options) Read(string[] args) =>
        args switch
        {
            [{ } verb, ..] when AsksForHelp(args) && !verb.StartsWith('-') => (VerbTable.Help, [verb]),
            _ when AsksForHelp(args) => (VerbTable.Help, []),
            ["--version", ..] => (VerbTable.Version, []),
            [{ } verb, .. var options] when !verb.StartsWith('-') => (verb, options),
            _ => (VerbTable.Default, args),
        };
}
