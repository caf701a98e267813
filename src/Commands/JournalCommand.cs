using System.Data.Common;
using WorkReports.Commands.Modes;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;

namespace WorkReports.Commands;

/// <summary><c>journal</c>: what happened to each report and when, and whether anybody rewrote it.</summary>
static class JournalCommand
{
    static readonly JournalMode[] Modes =
    [
        new("verify", ["against", "public-key"], VerifyMode.Run)
        {
            NeedsJournal = call => call.Arguments.Operands.Count == 0,
        },
        new("at", [], VersionMode.Run),
        new("diff", [], DiffMode.Run),
        new("prove", ["out"], ProveMode.Run),
        new("erase", ["reason", "yes"], EraseMode.Run),
        new("copy", [], CopyMode.Run),
    ];

    static readonly JournalMode Listing = new("", ["from", "to", "format"], ListMode.Run);

    public static string Usage =>
        $"[ADDRESS…] [--from, --to DAY] [--format {string.Join('|', EntryList.Formats.Keys)}]; "
        + "ADDRESS --at DAY; [ADDRESS] --diff [ENTRY ENTRY]; --verify [PROOF] [--against FILE|HASH] [--public-key FILE]; "
        + "--prove ADDRESS [--out FILE]; --erase ENTRY --reason TEXT [--yes]; --copy DATABASE|@FILE|FILE";

    public static int Run(Invocation call)
    {
        var asked = Modes.Where(mode => call.Arguments.HasFlag(mode.Name)).ToList();
        var mode = asked.Count > 0 ? asked[0] : Listing;
        var foreign = call.Arguments.Options.Keys.Except(mode.Options).Where(option => option != mode.Name).ToList();
        if (foreign.Count > 0)
            return ExitCode.Refuse(
                [$"journal: --{foreign[0]} does not go with {(mode == Listing ? "a list" : "--" + mode.Name)}."],
                call.Errors
            );
        BringUp(call);
        if (mode.NeedsJournal(call) && !File.Exists(call.Settings.JournalFile))
        {
            call.Output.WriteLine($"还没有发布日志：{call.Settings.JournalFile} 不存在。网站第一次发布时会建立它。");
            return ExitCode.ProblemsFound;
        }
        try
        {
            return mode.Run(call);
        }
        catch (Exception exception)
            when (exception is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            call.Output.WriteLine($"日志读不出来：{exception.Message}");
            return ExitCode.ProblemsFound;
        }
    }

    /// <summary>To the record that servers share, where they do; while that is away, this server's copy is read as it is.</summary>
    static void BringUp(Invocation call)
    {
        try
        {
            new JournalFile(call.Settings).BringUp();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            call.Errors.WriteLine($"共用的日志读不到，下面用的是本机的副本，可能不是最新的：{exception.Message}");
        }
    }
}
