using Serilog;
using Serilog.Events;
using Serilog.Formatting;

namespace WorkReports.Hosting.Logging;

/// <summary>The program's log: lines on the console, and in files where the settings name a folder for them.</summary>
public static class ProgramLog
{
    public static Serilog.Core.Logger Open(Settings settings)
    {
        var trouble = settings.LogFolder == Settings.None ? null : WritableFolder.Trouble(settings.LogFolder);
        var formatter = FormatterFor(settings);
        var lines = BaseConfiguration(settings.LogLevel)
            .WriteTo.Sink(new BufferedConsoleSink(formatter, Console.OpenStandardOutput(), Console.OutputEncoding));
        var files =
            settings.LogFolder == Settings.None || trouble is not null
                ? null
                : new LogFiles(settings.LogFolder, settings.LogDays, formatter, new LogFileFailure());
        if (files is not null)
            lines.WriteTo.Sink(files);
        var log = lines.CreateLogger();
        var build = BuildInfo.Current;
        log.Information("WorkReports {Version}, commit {Commit}", build.Version, build.Commit);
        // Readers are served all the same.
        if (trouble is not null)
            log.Error(
                "No log files are written, the folder {Folder} cannot be written to: {Reason}",
                settings.LogFolder,
                trouble
            );
        if (files is { Expired: > 0 and var expired })
            log.Warning(
                "{Count} log files are older than {Days} days and go when the next day begins; --log-days keeps them longer",
                expired,
                settings.LogDays
            );
        return log;
    }

    /// <summary>Which lines are written, wherever they go.</summary>
    internal static LoggerConfiguration BaseConfiguration(string level = "information")
    {
        var minimum = Enum.Parse<LogEventLevel>(level, ignoreCase: true);
        return new LoggerConfiguration()
            .MinimumLevel.Is(minimum)
            .MinimumLevel.Override("Microsoft", AtLeast(LogEventLevel.Warning))
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", AtLeast(LogEventLevel.Error))
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", AtLeast(LogEventLevel.Information))
            .Filter.ByExcluding(IsReportedByServe);

        LogEventLevel AtLeast(LogEventLevel other) => other > minimum ? other : minimum;
    }

    internal static ITextFormatter FormatterFor(Settings settings)
    {
        var asJson = settings.LogFormat == "json";
        return new PrintableFormatter(new LineFormatter(asJson), withException: !asJson);
    }

    /// <summary>The host's own stack trace of a start that failed: the verb that started it tells the reason.</summary>
    static bool IsReportedByServe(LogEvent line) => line.MessageTemplate.Text == "Hosting failed to start";
}
