using System.Data.Common;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;

namespace WorkReports.Commands.Modes;

/// <summary>
/// <c>journal --copy TARGET</c>: moves the record to a PostgreSQL database that servers share, or from there to a file; entry by entry,
/// with its texts and signatures.
/// </summary>
static class CopyMode
{
    public static int Run(Invocation call)
    {
        var target = call.Arguments["copy"]!;
        var isDatabase = target.StartsWith('@') || target.Contains('=');
        var faults = new List<string>();
        if (call.Arguments.Operands.Count > 0)
            faults.Add($"--copy: '{call.Arguments.Operands[0]}' is too much; name one target.");
        if (isDatabase && JournalFile.FaultOfShared(target) is { } fault)
            faults.Add($"--copy: {fault}");
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var journal = new JournalFile(call.Settings);
        // What is broken is handed on to nobody.
        if (journal.Verify().First is { } broken)
        {
            call.Output.WriteLine($"没有复制：{BreakText.Of(broken)}");
            return ExitCode.ProblemsFound;
        }
        try
        {
            return isDatabase ? CopyToDatabase(journal, target, call) : CopyToFile(journal, target, call);
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            call.Output.WriteLine($"没有复制：{exception.Message}");
            return ExitCode.ProblemsFound;
        }
    }

    static int CopyToDatabase(JournalFile journal, string target, Invocation call)
    {
        var added = journal.CopyToShared(target);
        call.Output.WriteLine(
            added > 0
                ? $"已复制 {added} 条记录，连同正文和签名；目标数据库现在到第 {journal.Head().Number} 条。"
                : "目标数据库已经有全部记录，没有什么要复制的。"
        );
        return ExitCode.Fine;
    }

    static int CopyToFile(JournalFile journal, string target, Invocation call)
    {
        if (Path.Exists(target))
        {
            call.Output.WriteLine($"没有复制：{target} 已经存在，不会覆盖。请换一个名字。");
            return ExitCode.ProblemsFound;
        }
        var copy = journal.BackUp(target);
        call.Output.WriteLine(
            copy.Break is { } found
                ? $"没有复制：{BreakText.Of(found)}"
                : $"已复制：{target}，{copy.Entries} 条记录，首尾相连，没有改动。放进数据文件夹，取名 journal.db，就是那里的日志。"
        );
        return copy.Break is null ? ExitCode.Fine : ExitCode.ProblemsFound;
    }
}
