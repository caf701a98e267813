using System.Diagnostics;

namespace WorkReports.Hosting;

/// <summary>Tells how far a long scan is: a line that renews itself where a terminal looks on, a log line every few seconds elsewhere.</summary>
sealed class ScanProgress(ILogger log) : IProgress<(int Done, int Of)>
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly bool isTerminal = !Console.IsErrorRedirected;
    long last = Stopwatch.GetTimestamp();
    bool isDrawn;

    public void Report((int Done, int Of) value)
    {
        var isDone = value.Done == value.Of;
        if (Stopwatch.GetElapsedTime(last) < (isTerminal ? Pause / 20 : Pause) && !(isDone && isDrawn))
            return;

        last = Stopwatch.GetTimestamp();
        if (!isTerminal)
            log.LogInformation("{Done} of {Of} files read", value.Done, value.Of);
        else
            Console.Error.Write($"\r{value.Done} / {value.Of} {(isDone ? "\n" : "")}");
        isDrawn = isTerminal;
    }
}
