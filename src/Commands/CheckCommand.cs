using System.Runtime.InteropServices;
using WorkReports.Commands.Options;
using WorkReports.Commands.Output;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Journal;

namespace WorkReports.Commands;

/// <summary><c>check</c>: tells every problem of the content; once, or again whenever it changes.</summary>
sealed class CheckCommand(
    Settings settings,
    Arguments given,
    SelectedFiles files,
    TimeProvider clock,
    TextWriter output,
    TextWriter errors
)
{
    const string DefaultFormat = "text";

    static readonly Dictionary<string, Action<ContentCheck, Settings, TextWriter>> Formats = new()
    {
        [DefaultFormat] = ProblemText.Write,
        ["json"] = ProblemJson.Write,
        ["sarif"] = ProblemSarif.Write,
        ["github"] = ProblemGitHub.Write,
    };

    /// <summary>Where no events come, so often is looked.</summary>
    static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);

    readonly ContentFolder folder = new(settings.Content);
    readonly string format = given["format"] ?? DefaultFormat;

    public static async Task<int> Run(
        Settings settings,
        Arguments given,
        TimeProvider clock,
        TextWriter output,
        TextWriter errors
    )
    {
        var faults = new List<string>();
        if (!Formats.ContainsKey(given["format"] ?? DefaultFormat))
            faults.Add($"--format: one of {string.Join(", ", Formats.Keys)}.");
        var files = new SelectedFiles(settings.Content, given.Operands, faults);
        if (faults.Count > 0)
            return CommandLine.Refuse(faults, errors);

        var check = new CheckCommand(settings, given, files, clock, output, errors);
        return given.HasFlag("watch") ? await check.Watch() : await check.CheckOnce(CancellationToken.None);
    }

    async Task<int> CheckOnce(CancellationToken stop)
    {
        var inspection = ContentCheck.Of(folder, clock, files.Filter, JournalFile.Moves(settings), stop);
        var summary = "";
        if (given.HasFlag("online"))
        {
            using var outward = new ExternalLinkCheck();
            (var problems, summary) = await outward.Check(inspection.Links, stop);
            inspection = inspection.With(problems);
        }
        Formats[format](inspection, settings, output);
        // Another format is for a program: it must not find a sentence there.
        if (summary.Length > 0)
            await (format == DefaultFormat ? output : errors).WriteLineAsync(summary);
        return inspection.Errors > 0 ? CommandLine.ProblemsFound : CommandLine.Fine;
    }

    async Task<int> Watch()
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var watcher = new ContentWatcher(folder);
        var code = CommandLine.Fine;
        try
        {
            // Listening begins before looking, so that no change falls between.
            await watcher.Next(TimeSpan.Zero, stop.Token);
            while (true)
            {
                var seen = FileStates();
                code = await CheckUnlessFolderIsGone(code, stop.Token);
                while (!(await watcher.Next(PollInterval, stop.Token)).Any && FileStates().SequenceEqual(seen)) { }
                await errors.WriteLineAsync($"—— {clock.GetLocalNow():HH:mm:ss} 有改动，重新检查 ——");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return code;
        }

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>A folder that is gone may come back: a mount, a link that is being set anew.</summary>
    async Task<int> CheckUnlessFolderIsGone(int last, CancellationToken stop)
    {
        try
        {
            return await CheckOnce(stop);
        }
        catch (DirectoryNotFoundException)
        {
            await errors.WriteLineAsync("内容文件夹不见了，等它回来。");
            return last;
        }
    }

    List<string> FileStates() =>
        folder.Target() is null
            ? []
            : [.. folder.List().Files.Select(file => file.ToString()), folder.StampOf(ContentFolder.SiteFile)];
}
