namespace WorkReports.Commands;

/// <summary>What is wrong with the settings of the log.</summary>
static class OperationFaults
{
    static readonly (string Option, Func<Settings, string> Value, string[] Known)[] Choices =
    [
        ("log-format", settings => settings.LogFormat, ["text", "json"]),
        ("log-level", settings => settings.LogLevel, ["debug", "information", "warning", "error"]),
        ("client-addresses", settings => settings.ClientAddresses, ["full", "short", "none"]),
    ];

    public static IEnumerable<string> Of(Settings settings) => Choices
        .Where(choice => !choice.Known.Contains(choice.Value(settings)))
        .Select(choice => $"--{choice.Option}: '{choice.Value(settings)}' is none of {string.Join(", ", choice.Known)}.");
}
