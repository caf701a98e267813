using System.Data.Common;
using WorkReports.Commands.Options;
using WorkReports.Journal;

namespace WorkReports.Commands;

/// <summary><c>backup</c>: copies the journal while the server runs. With <c>content</c> beside it, that is a backup of all that counts.</summary>
static class BackupCommand
{
    public static int Run(Settings settings, Arguments given, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        if (given.Operands is not [{ Length: > 0 } word])
            return CommandLine.Refuse(
                ["backup: name the file that is to be written, or a folder: backup FILE."],
                errors
            );

        var target = Path.GetFullPath(
            Directory.Exists(word) ? Path.Combine(word, $"journal-{BeijingTime.Date(clock.GetUtcNow())}.db") : word
        );
        var trouble = Trouble(settings, target);
        if (trouble is null)
            return Copy(new JournalFile(settings), target, output);

        output.WriteLine($"没有备份：{trouble}");
        return CommandLine.ProblemsFound;
    }

    static string? Trouble(Settings settings, string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        return !File.Exists(settings.JournalFile) ? $"{settings.JournalFile} 不存在。网站第一次发布时会建立它。"
            : Path.Exists(target) ? $"{target} 已经存在，不会覆盖。请换一个名字。"
            // Not made: where a disk is not mounted, its folder must not come into being on another one.
            : !Directory.Exists(folder) ? $"文件夹 {folder} 不存在。"
            : WritableFolder.Trouble(folder) is { } reason ? $"文件夹 {folder} 不能写入：{reason}"
            : null;
    }

    static int Copy(JournalFile journal, string target, TextWriter output)
    {
        try
        {
            var backup = journal.BackUp(target);
            output.WriteLine(
                backup.BrokenLink is { } number
                    ? $"没有备份：日志被改动过，从第 {number} 条起，记录和校验值对不上。请用以前的备份核对，并查明原因。"
                    : $"已备份：{target}，{backup.Entries} 条记录，首尾相连，没有改动。"
            );
            return backup.BrokenLink is null ? CommandLine.Fine : CommandLine.ProblemsFound;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            output.WriteLine($"没有备份：{exception.Message}");
            return CommandLine.ProblemsFound;
        }
    }
}
