using System.Globalization;
using Serilog;
using Serilog.Events;

namespace WorkReports.Hosting;

/// <summary>The program's log: readable lines on the console.</summary>
public static class Logging
{
    public static Serilog.Core.Logger ToConsole() => Lines()
        .WriteTo.Console(
            outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
            formatProvider: CultureInfo.InvariantCulture)
        .CreateLogger();

    /// <summary>What is worth a line, wherever lines go.</summary>
    internal static LoggerConfiguration Lines() => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .Filter.ByExcluding(IsToldByServe);

    /// <summary>The host's own stack trace of a start that failed: the verb that started it tells the reason.</summary>
    static bool IsToldByServe(LogEvent line) => line.MessageTemplate.Text == "Hosting failed to start";
}
