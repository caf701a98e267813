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
    /// <summary>A clock that stands so much before the last entry is wrong, as the server sees it, too.</summary>
    static readonly TimeSpan BehindLimit = TimeSpan.FromHours(1);

    readonly string folder = Path.GetDirectoryName(target)!;
    readonly DateTimeOffset now = call.Clock.GetUtcNow();

    /// <summary>What is told of a copy that was made all the same, and makes the call fail, so that whoever runs it by a timetable learns of it.</summary>
    readonly List<string> troubles = [];

    /// <summary>When the last entry was written where the clock stands before it; names of days mean nothing then.</summary>
    DateTimeOffset? lastEntry;

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
            troubles.Add($"共用的日志读不到，备份的是本机的副本，可能不是最新的：{exception.Message}");
        }
    }

    int Refuse(string trouble)
    {
        call.Output.WriteLine($"没有备份：{trouble}");
        TellTroubles();
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
        FindClockBehind();
        using var earlier = Earlier(out var name);
        var backup = new JournalFile(call.Settings).BackUp(target, earlier);
        if (backup.Break is { } found)
            return Refuse(BreakText.Of(found) + (name is null ? "" : $"（较早的备份：{name}）"));

        var continued = name is null ? "" : $"接着 {name}，";
        call.Output.WriteLine($"已备份：{target}，{backup.Entries} 条记录，{continued}首尾相连，没有改动。");
        if (keep is { } count && lastEntry is null)
            DeleteBeyond(count);
        TellTroubles();
        return troubles.Count == 0 ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    void TellTroubles()
    {
        foreach (var trouble in troubles)
            call.Output.WriteLine(trouble);
    }

    void FindClockBehind()
    {
        var witness = new JournalFile(call.Settings).ClockWitness(asksOthers: false);
        if (witness?.Moment is not { } last || now >= last - BehindLimit)
            return;
        lastEntry = last;
        troubles.Add(
            $"服务器的时钟是 {BeijingTime.Second(now)}，早于日志的最后一条（{BeijingTime.Second(last)}）：备份的名字不对，也没有删除较早的备份。请校准时钟。"
        );
    }

    /// <summary>The newest copy in the folder that can be read. One that a wrong clock dated ahead is no measure: it would be the newest for ever.</summary>
    JournalAnchor? Earlier(out string? name)
    {
        foreach (var file in BackupCopies.In(folder).Where(IsOfFuture))
            troubles.Add(
                $"备份 {Path.GetFileName(file)} 的名字晚于现在，多半是时钟不对的时候做的，不算最近的，也不会删除。请查看，移开以后不再提示。"
            );
        foreach (var file in BackupCopies.In(folder).OrderBy(IsOfFuture))
        {
            name = Path.GetFileName(file);
            try
            {
                return JournalAnchor.OfBackup(file);
            }
            catch (Exception exception) when (exception is DbException or InvalidDataException)
            {
                troubles.Add($"较早的备份 {name} 读不出来，没有和它核对。请查看，移开以后不再提示。");
            }
        }
        name = null;
        return null;
    }

    bool IsOfFuture(string file) => lastEntry is null && BackupCopies.IsOfFuture(file, now);

    /// <summary>Never the copy that was just made.</summary>
    void DeleteBeyond(int count)
    {
        foreach (var file in BackupCopies.In(folder).Where(file => file != target && !IsOfFuture(file)).Skip(count - 1))
        {
            File.Delete(file);
            call.Output.WriteLine($"已删除较早的备份：{Path.GetFileName(file)}");
        }
    }
}
