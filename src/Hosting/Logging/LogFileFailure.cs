using WorkReports.Terminal;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// Reports once that the log files cannot be written, a full disk for instance; the console has every line all the
/// same.
/// </summary>
sealed class LogFileFailure
{
    int alreadyLogged;

    public void Report(Exception exception)
    {
        if (Interlocked.Exchange(ref alreadyLogged, 1) == 0)
            StandardError.Writer.WriteLine($"The log files cannot be written: {exception.Message}");
    }
}
