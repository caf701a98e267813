namespace WorkReports.Commands.Options;

/// <summary>What is wrong with the settings of the log, of metrics and of the stop.</summary>
static class OperationSettingsCheck
{
    const int StopDelayLimit = 300;

    static readonly (string Option, Func<Settings, string> Value, string[] Known)[] Choices =
    [
        ("log-format", settings => settings.LogFormat, ["text", "json"]),
        ("log-level", settings => settings.LogLevel, ["debug", "information", "warning", "error"]),
        ("client-addresses", settings => settings.ClientAddresses, ["full", "short", "none"]),
    ];

    public static IEnumerable<string> Faults(Settings settings)
    {
        foreach (var (option, value, known) in Choices)
        {
            if (!known.Contains(value(settings)))
                yield return $"--{option}: '{value(settings)}' is none of {string.Join(", ", known)}.";
        }
        if (settings.Metrics != Settings.None && !SettingsCheck.IsUrl(settings.Metrics, "http"))
            yield return $"--metrics: '{settings.Metrics}' is no address to listen on; write for example http://127.0.0.1:9090, or none.";
        if (settings.Otlp != Settings.None && !SettingsCheck.IsUrl(settings.Otlp, "http", "https"))
            yield return $"--otlp: '{settings.Otlp}' is no collector's address; write for example http://127.0.0.1:4318, or none.";
        if (settings.StopDelay is < 0 or > StopDelayLimit)
            yield return $"--stop-delay: write a number of seconds, at most {StopDelayLimit}.";
    }
}
