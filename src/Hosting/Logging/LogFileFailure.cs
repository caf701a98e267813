using Serilog.Core;
using Serilog.Events;
using WorkReports.Terminal;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// Reports once that the log files cannot be written, a full disk for instance; the console has every line all the
/// same.
/// </summary>
sealed class LogFileFailure : ILoggingFailureListener
{
    int alreadyLogged;

    public void OnLoggingFailed(
        object sender,
        LoggingFailureKind kind,
        string message,
        IReadOnlyCollection<LogEvent>? events,
        Exception? exception
    )
    {
        if (Interlocked.Exchange(ref alreadyLogged, 1) == 0)
            StandardError.Writer.WriteLine($"The log files cannot be written: {exception?.Message ?? message}");
    }
}
