using System.Diagnostics;
using WorkReports.Terminal;

namespace WorkReports.Hosting.Publishing;

/// <summary>
/// Reports how far a long scan is: on a terminal a line that is rewritten, elsewhere a log line every few seconds.
/// </summary>
sealed class ScanProgress(ILogger log) : IProgress<(int Done, int Of)>
{
    static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(2);

    readonly bool isTerminal = StandardError.IsTerminal;
    long lastReport = Stopwatch.GetTimestamp();
    bool isLineOpen;

    public void Report((int Done, int Of) value)
    {
        var isDone = value.Done == value.Of;
        if (
            Stopwatch.GetElapsedTime(lastReport) < (isTerminal ? ReportInterval / 20 : ReportInterval)
            && !(isDone && isLineOpen)
        )
            return;

        lastReport = Stopwatch.GetTimestamp();
        if (!isTerminal)
            log.LogInformation("{Done} of {Of} files read", value.Done, value.Of);
        else
            StandardError.Writer.Rewrite($"{value.Done} / {value.Of} ");
        isLineOpen = isTerminal;
        if (isLineOpen && isDone)
            StandardError.Writer.WriteLine();
    }
}
