using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// The console, written to in blocks: a system call for every line takes a tenth of what a warm page takes in all. A
/// line waits for at most <see cref="FlushDelay"/>, a warning not at all.
/// </summary>
sealed class BufferedConsoleSink : ILogEventSink, IDisposable
{
    const int BlockSize = 32 * 1024;
    static readonly TimeSpan FlushDelay = TimeSpan.FromMilliseconds(50);

    readonly Lock gate = new();
    readonly ITextFormatter formatter;
    readonly StreamWriter output;
    readonly Timer timer;
    bool isFlushScheduled;

    public BufferedConsoleSink(ITextFormatter formatter, Stream console, Encoding encoding)
    {
        this.formatter = formatter;
        // No byte order mark: whoever reads the lines would take it for a character.
        output = new StreamWriter(
            console,
            encoding is UTF8Encoding ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : encoding,
            BlockSize
        );
        timer = new Timer(_ => FlushScheduled());
    }

    public void Emit(LogEvent line)
    {
        lock (gate)
        {
            formatter.Format(line, output);
            if (line.Level >= LogEventLevel.Warning)
                Flush();
            else if (!isFlushScheduled)
                isFlushScheduled = timer.Change(FlushDelay, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        FlushScheduled();
    }

    void FlushScheduled()
    {
        lock (gate)
        {
            try
            {
                Flush();
            }
            catch (IOException)
            {
                // A full disk behind the console: the lines are lost, readers are served all the same.
            }
        }
    }

    void Flush()
    {
        isFlushScheduled = false;
        output.Flush();
    }
}
