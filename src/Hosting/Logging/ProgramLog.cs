using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace WorkReports.Hosting.Logging;

/// <summary>The program's log: lines on the console, and in files where the settings name a folder for them.</summary>
public static class ProgramLog
{
    const int FileSizeLimit = 50 * 1024 * 1024;
    const int RetainedFileLimit = 31;

    public static Serilog.Core.Logger Open(Settings settings)
    {
        var trouble = settings.LogFolder == Settings.None ? null : WritableFolder.Trouble(settings.LogFolder);
        var formatter = FormatterFor(settings);
        var lines = BaseConfiguration(settings.LogLevel)
            .WriteTo.Sink(new BufferedConsoleSink(formatter, Console.OpenStandardOutput(), Console.OutputEncoding));
        if (settings.LogFolder != Settings.None && trouble is null)
            lines.WriteTo.Fallible(to => WriteToFiles(to, settings, formatter), new LogFileFailure());
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

    internal static ITextFormatter FormatterFor(Settings settings) =>
        settings.LogFormat == "json"
            ? new PrintableFormatter(new CompactJsonFormatter(), withException: false)
            : new PrintableFormatter(
                new MessageTemplateTextFormatter(
                    "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {Message:lj}",
                    CultureInfo.InvariantCulture
                ),
                withException: true
            );

    static void WriteToFiles(
        Serilog.Configuration.LoggerSinkConfiguration to,
        Settings settings,
        ITextFormatter formatter
    ) =>
        to.File(
            formatter,
            Path.Combine(settings.LogFolder, "workreports-.log"),
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: FileSizeLimit,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: RetainedFileLimit
        );

    /// <summary>The host's own stack trace of a start that failed: the verb that started it tells the reason.</summary>
    static bool IsReportedByServe(LogEvent line) => line.MessageTemplate.Text == "Hosting failed to start";
}
