using System.Data.Common;
using System.Globalization;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;
using WorkReports.Journal.Proof;

namespace WorkReports.Commands;

/// <summary><c>backup</c>: copies the journal while the server runs. That and the content folder are all that cannot be made anew.</summary>
sealed class BackupCommand(Invocation call, string target, int? keep)
{
    readonly string folder = Path.GetDirectoryName(target)!;

    /// <summary>Earlier copies that cannot be read: they are told, and keep no new one from being made.</summary>
    readonly List<string> unreadable = [];

    /// <summary>True where the record that servers share cannot be reached.</summary>
    bool isBehind;

    public static int Run(Invocation call)
    {
        var faults = new List<string>();
        if (call.Arguments.Operands is not [{ Length: > 0 } word])
            return ExitCode.Refuse(
                ["backup: name the file that is to be written, or a folder: backup FILE."],
                call.Errors
            );
        var keep = KeptCopies(call.Arguments["keep"], faults);
        var target = Target(word, call.Clock.GetUtcNow());
        if (keep is not null && !BackupCopies.IsName(target))
            faults.Add(
                "--keep: name a folder; it counts files by the name of their day, such as journal-2026-11-24.db."
            );
        return faults.Count > 0 ? ExitCode.Refuse(faults, call.Errors) : new BackupCommand(call, target, keep).Run();
    }

    static int? KeptCopies(string? text, List<string> faults)
    {
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        faults.Add("--keep: write how many copies are to be kept, for example 30.");
        return null;
    }

    /// <summary>A name without an ending is a folder's.</summary>
    static string Target(string word, DateTimeOffset now)
    {
        var path = Path.GetFullPath(word);
        if (File.Exists(path) || (!Directory.Exists(path) && Path.HasExtension(path)))
            return path;
        var ofDay = Path.Combine(path, BackupCopies.NameOfDay(now));
        return Path.Exists(ofDay) ? Path.Combine(path, BackupCopies.NameOfMinute(now)) : ofDay;
    }

    int Run()
    {
        try
        {
            BringUp();
            return Trouble() is { } trouble ? Refuse(trouble) : Copy();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or DbException or InvalidDataException)
        {
            return Refuse(exception.Message);
        }
    }

    /// <summary>To the record that servers share, where they do; while that is away, this server's copy is all that can be kept.</summary>
    void BringUp()
    {
        try
        {
            new JournalFile(call.Settings).BringUp();
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            isBehind = true;
            call.Output.WriteLine($"共用的日志读不到，备份的是本机的副本，可能不是最新的：{exception.Message}");
        }
    }

    int Refuse(string trouble)
    {
        call.Output.WriteLine($"没有备份：{trouble}");
        return ExitCode.ProblemsFound;
    }

    string? Trouble()
    {
        var parent = Path.GetDirectoryName(folder);
        return !File.Exists(call.Settings.JournalFile)
                ? $"{call.Settings.JournalFile} 不存在。网站第一次发布时会建立它。"
            : Path.Exists(target) ? $"{target} 已经存在，不会覆盖。请换一个名字。"
            // Only one folder is made, and none for a file: where the backup disk is not mounted, the copy would land on the disk
            // that it is a backup of.
            : !Directory.Exists(folder) && !(BackupCopies.IsName(target) && Directory.Exists(parent))
                ? $"文件夹 {(BackupCopies.IsName(target) ? parent : folder)} 不存在。"
            : WritableFolder.Trouble(folder) is { } reason ? $"文件夹 {folder} 不能写入：{reason}"
            : null;
    }

    int Copy()
    {
        using var earlier = Earlier(out var name);
        var backup = new JournalFile(call.Settings).BackUp(target, earlier);
        if (backup.Break is { } found)
            return Refuse(BreakText.Of(found) + (name is null ? "" : $"（较早的备份：{name}）"));

        var continued = name is null ? "" : $"接着 {name}，";
        call.Output.WriteLine($"已备份：{target}，{backup.Entries} 条记录，{continued}首尾相连，没有改动。");
        foreach (var file in unreadable)
            call.Output.WriteLine($"较早的备份 {file} 读不出来，没有和它核对。请查看，移开以后不再提示。");
        if (keep is { } count)
            DeleteBeyond(count);
        return unreadable.Count == 0 && !isBehind ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    /// <summary>The newest copy in the folder that can be read.</summary>
    JournalAnchor? Earlier(out string? name)
    {
        foreach (var file in BackupCopies.In(folder))
        {
            name = Path.GetFileName(file);
            try
            {
                return JournalAnchor.OfBackup(file);
            }
            catch (Exception exception) when (exception is DbException or InvalidDataException)
            {
                unreadable.Add(name);
            }
        }
        name = null;
        return null;
    }

    void DeleteBeyond(int count)
    {
        foreach (var file in BackupCopies.In(folder).Skip(count))
        {
            File.Delete(file);
            call.Output.WriteLine($"已删除较早的备份：{Path.GetFileName(file)}");
        }
    }
}
