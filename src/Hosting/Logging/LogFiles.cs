using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace WorkReports.Hosting.Logging;

/// <summary>
/// The log's files: one a Beijing day, and another one whenever it has grown large. Size alone deletes nothing: files go
/// after so many days, and only when a day begins while the program runs: a start deletes none, whatever its settings.
/// </summary>
sealed partial class LogFiles(string folder, int days, ITextFormatter formatter, LogFileFailure failure)
    : ILogEventSink,
        IDisposable
{
    const long FileSizeLimit = 50 * 1024 * 1024;

    readonly Lock gate = new();
    StreamWriter? file;
    DateOnly day;

    /// <summary>Files that will be deleted when the next day begins.</summary>
    public int Expired => Due(DateOnly.FromDateTime(BeijingTime.At(DateTimeOffset.UtcNow).Date)).Count();

    public void Emit(LogEvent logEvent)
    {
        lock (gate)
        {
            try
            {
                Open(DateOnly.FromDateTime(BeijingTime.At(logEvent.Timestamp).Date));
                formatter.Format(logEvent, file!);
                file!.Flush();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A full disk, a folder unmounted: the console has the line, and the next one tries anew.
                Close();
                failure.Report(exception);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
            Close();
    }

    void Open(DateOnly today)
    {
        // Two requests that end around midnight may come in either order.
        var isNextDay = day != default && today > day;
        if (file is not null && !isNextDay && file.BaseStream.Position < FileSizeLimit)
            return;

        Close();
        day = today > day ? today : day;
        Directory.CreateDirectory(folder);
        file = new StreamWriter(
            new FileStream(NextFile(), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        if (isNextDay)
            DeleteExpired();
    }

    void Close()
    {
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is lost; the console has it.
        }
        file = null;
    }

    /// <summary>The day's last file, or the one after it when that is full.</summary>
    string NextFile()
    {
        for (var number = 0; ; number++)
        {
            var ending = number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{number:000}");
            var path = Path.Combine(
                folder,
                string.Create(CultureInfo.InvariantCulture, $"workreports-{day:yyyyMMdd}{ending}.log")
            );
            if (new FileInfo(path) is not { Exists: true } info || info.Length < FileSizeLimit)
                return path;
        }
    }

    void DeleteExpired()
    {
        foreach (var path in Due(day).ToList())
            File.Delete(path);
    }

    IEnumerable<string> Due(DateOnly today) =>
        days == 0 || !Directory.Exists(folder)
            ? []
            : Directory
                .EnumerateFiles(folder, "workreports-*.log")
                .Where(path => DayOf(path) is { } written && written < today.AddDays(-days));

    /// <summary>Null for a file that only looks like one of the log's.</summary>
    static DateOnly? DayOf(string path) =>
        FileName().Match(Path.GetFileName(path)) is { Success: true } name
        && DateOnly.TryParseExact(name.Groups["day"].Value, "yyyyMMdd", out var written)
            ? written
            : null;

    [GeneratedRegex(@"^workreports-(?<day>\d{8})(_\d{3,})?\.log\z")]
    private static partial Regex FileName();
}
