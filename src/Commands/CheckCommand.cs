using System.Runtime.InteropServices;
using WorkReports.Commands.Online;
using WorkReports.Commands.Options;
using WorkReports.Commands.Output;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Journal;
using WorkReports.Terminal;

namespace WorkReports.Commands;

/// <summary><c>check</c>: lists every problem of the content; once, or again whenever it changes.</summary>
sealed class CheckCommand(Invocation call, SelectedFiles files)
{
    const string DefaultFormat = "text";

    static readonly Dictionary<string, Action<ContentCheck, Settings, PrintableWriter>> Formats = new()
    {
        [DefaultFormat] = ProblemText.Write,
        ["json"] = ProblemJson.Write,
        ["sarif"] = ProblemSarif.Write,
        ["github"] = ProblemGitHub.Write,
    };

    /// <summary>Mounts from other machines send no events: there the files themselves are compared.</summary>
    static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);

    readonly ContentFolder folder = ContentFolder.Of(call.Settings);
    readonly string format = call.Arguments["format"] ?? DefaultFormat;

    public static string Usage => $"[--format {string.Join('|', Formats.Keys)}] [--watch] [--online]";

    public static async Task<int> Run(Invocation call)
    {
        var faults = new List<string>();
        var text = UsageText.Of(call.Verbs.Find("check"));
        if (!Formats.ContainsKey(call.Arguments["format"] ?? DefaultFormat))
            faults.Add(text.OneOf("--format", Formats.Keys));
        var files = new SelectedFiles(call.Settings.Content, call.Arguments.Operands, faults, text);
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var check = new CheckCommand(call, files);
        return call.Arguments.HasFlag("watch") ? await check.Watch() : await check.CheckOnce(CancellationToken.None);
    }

    async Task<int> CheckOnce(CancellationToken stop)
    {
        var result = ContentCheck.Of(folder, call.Clock, files.Filter, JournalFile.AddressesOf(call.Settings), stop);
        var summary = "";
        if (call.Arguments.HasFlag("online"))
        {
            using var links = new ExternalLinkCheck(LinkConnector.Of(call.Settings));
            (var problems, summary) = await links.Check(result.Links, stop);
            result = result.With(problems);
        }
        Formats[format](result, call.Settings, call.Output);
        // Other formats are parsed by programs, which a sentence behind the JSON would break.
        if (summary.Length > 0)
            await (format == DefaultFormat ? call.Output : call.Errors).WriteLineAsync(summary);
        return result.Errors > 0 ? ExitCode.ProblemsFound : ExitCode.Fine;
    }

    async Task<int> Watch()
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var watcher = new ContentWatcher(folder);
        var code = ExitCode.Fine;
        try
        {
            // The watcher starts before the first check: what is saved during the check would be missed otherwise.
            await watcher.Next(TimeSpan.Zero, stop.Token);
            while (true)
            {
                var checkedStates = FileStates();
                code = await CheckUnlessFolderIsGone(code, stop.Token);
                while (!(await watcher.Next(PollInterval, stop.Token)).Any && FileStates().SequenceEqual(checkedStates))
                { }
                await call.Errors.WriteLineAsync($"—— {call.Clock.GetLocalNow():HH:mm:ss} 有改动，重新检查 ——");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return code;
        }

        void Stop(PosixSignalContext signal)
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
            await call.Errors.WriteLineAsync("内容文件夹不见了，等它回来。");
            return last;
        }
    }

    List<string> FileStates() =>
        folder.RealPath() is null
            ? []
            : [.. folder.List().Files.Select(file => file.ToString()), folder.StampOf(ContentFolder.SiteFile)];
}
