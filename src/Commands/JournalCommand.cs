using WorkReports.Commands.Options;
using WorkReports.Journal;
using WorkReports.Terminal;

namespace WorkReports.Commands;

/// <summary><c>journal</c>: what happened to each report and when; with <c>--verify</c>, whether anybody rewrote it.</summary>
static class JournalCommand
{
    public static int Run(Invocation call)
    {
        var (settings, output) = (call.Settings, call.Output);
        if (!File.Exists(settings.JournalFile))
        {
            output.WriteLine($"还没有发布日志：{settings.JournalFile} 不存在。网站第一次发布时会建立它。");
            return ExitCode.ProblemsFound;
        }
        var journal = new JournalFile(settings);
        return call.Arguments.HasFlag("verify")
            ? Verify(journal, output)
            : List(journal, call.Arguments.Operands, output);
    }

    static int List(JournalFile journal, IReadOnlyList<string> words, PrintableWriter output)
    {
        var entries = journal
            .Entries()
            .Where(entry => words.Count == 0 || words.Any(word => IsAbout(entry, word)))
            .ToList();
        foreach (var entry in entries)
            output.WriteLine(Describe(entry));
        output.WriteLine($"共 {entries.Count} 条记录。");
        return ExitCode.Fine;
    }

    static int Verify(JournalFile journal, PrintableWriter output)
    {
        var entries = journal.Entries();
        if (journal.FirstBrokenLink() is { } number)
        {
            output.WriteLine($"日志被改动过：从第 {number} 条起，记录和校验值对不上。请用备份核对，并查明原因。");
            if (entries.FirstOrDefault(entry => entry.Number >= number) is { } broken)
                output.WriteLine(Describe(broken));
            return ExitCode.ProblemsFound;
        }
        output.WriteLine($"日志完整：{entries.Count} 条记录，首尾相连，没有改动。");
        // A chain whose end was cut off still verifies: only a hash that was kept elsewhere shows that it was longer.
        if (entries.Count > 0)
            output.WriteLine(
                $"最后一条：第 {entries[^1].Number} 条，{BeijingTime.Second(entries[^1].Time)}，校验值 {entries[^1].Hash}。抄录到别处，可以证明末尾没有删减。"
            );
        return ExitCode.Fine;
    }

    /// <summary>By a report's address, whole or its last part, or by its file.</summary>
    static bool IsAbout(JournalEntry entry, string word) =>
        entry.Slug == word.Split('/')[^1] || entry.Formerly == word.Split('/')[^1] || entry.Path == word;

    static string Describe(JournalEntry entry)
    {
        var formerly = entry.Formerly.Length > 0 ? $"（原 {Address.Report(entry.Formerly)}）" : "";
        var address = entry.Slug.Length > 0 ? $"{Address.Report(entry.Slug)}{formerly}  " : "";
        return $"{entry.Number, 6}  {BeijingTime.Second(entry.Time)}  {ChineseName(entry.Event)}  {address}{entry.Title}  {entry.Path}  {entry.Content[..Math.Min(12, entry.Content.Length)]}";
    }

    static string ChineseName(JournalEvent happened) =>
        happened switch
        {
            JournalEvent.Seen => "收到",
            JournalEvent.Published => "发布",
            JournalEvent.Changed => "修改",
            JournalEvent.Withdrawn => "撤稿",
            JournalEvent.TakenDown => "下线",
            JournalEvent.Moved => "改址",
            JournalEvent.Removed => "删除",
            JournalEvent.ReadAnew => "重读",
            JournalEvent.SiteFileChanged => "设置",
            JournalEvent.SiteFileRemoved => "撤栏",
            JournalEvent.Erased => "抹除",
            JournalEvent.Accepted => "放行",
            _ => happened.ToString(),
        };
}
