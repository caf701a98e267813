using System.Data.Common;
using WorkReports.Commands.Options;
using WorkReports.Journal;
using WorkReports.Terminal;

namespace WorkReports.Commands;

/// <summary><c>backup</c>: copies the journal while the server runs. That and the content folder are all that cannot be made anew.</summary>
static class BackupCommand
{
    public static int Run(Invocation call)
    {
        var (settings, output) = (call.Settings, call.Output);
        if (call.Arguments.Operands is not [{ Length: > 0 } word])
            return ExitCode.Refuse(
                ["backup: name the file that is to be written, or a folder: backup FILE."],
                call.Errors
            );

        var target = Path.GetFullPath(
            Directory.Exists(word) ? Path.Combine(word, $"journal-{BeijingTime.Date(call.Clock.GetUtcNow())}.db") : word
        );
        var trouble = Trouble(settings, target);
        if (trouble is null)
            return Copy(new JournalFile(settings), target, output);

        output.WriteLine($"没有备份：{trouble}");
        return ExitCode.ProblemsFound;
    }

    static string? Trouble(Settings settings, string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        return !File.Exists(settings.JournalFile) ? $"{settings.JournalFile} 不存在。网站第一次发布时会建立它。"
            : Path.Exists(target) ? $"{target} 已经存在，不会覆盖。请换一个名字。"
            // Never created: where the backup disk is not mounted, the copy would land on the disk that it is a backup of.
            : !Directory.Exists(folder) ? $"文件夹 {folder} 不存在。"
            : WritableFolder.Trouble(folder) is { } reason ? $"文件夹 {folder} 不能写入：{reason}"
            : null;
    }

    static int Copy(JournalFile journal, string target, PrintableWriter output)
    {
        try
        {
            var backup = journal.BackUp(target);
            output.WriteLine(
                backup.BrokenLink is { } number
                    ? $"没有备份：日志被改动过，从第 {number} 条起，记录和校验值对不上。请用以前的备份核对，并查明原因。"
                    : $"已备份：{target}，{backup.Entries} 条记录，首尾相连，没有改动。"
            );
            return backup.BrokenLink is null ? ExitCode.Fine : ExitCode.ProblemsFound;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            output.WriteLine($"没有备份：{exception.Message}");
            return ExitCode.ProblemsFound;
        }
    }
}
