using WorkReports.Commands.Options.Network;

namespace WorkReports.Commands.Options;

/// <summary>What is wrong with the settings of the log, of metrics and of the stop.</summary>
static class OperationSettingsCheck
{
    const int StopDelayLimit = 300;
    const int HoldLimit = 8_760;
    const int LogDaysLimit = 36_500;
    const string MetricsExample = "write for example http://127.0.0.1:9090, or none";

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
        if (settings.LogDays is < 0 or > LogDaysLimit)
            yield return "--log-days: write a number of days, for example 200; 0 keeps log files for ever.";
        if (
            settings.Metrics != Settings.None
            && ListenAddresses.Fault(settings.Metrics, MetricsExample, "http") is { } fault
        )
            yield return $"--metrics: {fault}.";
        if (settings.Otlp != Settings.None && !SettingsCheck.IsUrl(settings.Otlp, "http", "https"))
            yield return $"--otlp: '{settings.Otlp}' is no collector's address; write for example http://127.0.0.1:4318, or none.";
        if (settings.Hold is < 0 or > HoldLimit)
            yield return $"--hold: write a number of hours, at most {HoldLimit}; 0 holds until it is undone or accepted.";
        if (settings.StopDelay is < 0 or > StopDelayLimit)
            yield return $"--stop-delay: write a number of seconds, at most {StopDelayLimit}.";
    }
}
