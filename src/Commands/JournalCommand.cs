using WorkReports.Commands.Options;
using WorkReports.Journal;

namespace WorkReports.Commands;

/// <summary><c>journal</c>: what happened to each report and when; with <c>--verify</c>, whether anybody rewrote it.</summary>
static class JournalCommand
{
    public static int Run(Settings settings, Arguments given, TextWriter output)
    {
        if (!File.Exists(settings.JournalFile))
        {
            output.WriteLine($"还没有发布日志：{settings.JournalFile} 不存在。网站第一次发布时会建立它。");
            return CommandLine.ProblemsFound;
        }
        var journal = new JournalFile(settings);
        return given.HasFlag("verify") ? Verify(journal, output) : List(journal, given.Operands, output);
    }

    static int List(JournalFile journal, IReadOnlyList<string> wanted, TextWriter output)
    {
        var entries = journal
            .Entries()
            .Where(entry => wanted.Count == 0 || wanted.Any(word => IsAbout(entry, word)))
            .ToList();
        foreach (var entry in entries)
            output.WriteLine(Describe(entry));
        output.WriteLine($"共 {entries.Count} 条记录。");
        return CommandLine.Fine;
    }

    static int Verify(JournalFile journal, TextWriter output)
    {
        var entries = journal.Entries();
        if (journal.FirstBrokenLink() is { } number)
        {
            output.WriteLine($"日志被改动过：从第 {number} 条起，记录和校验值对不上。请用备份核对，并查明原因。");
            if (entries.FirstOrDefault(entry => entry.Number >= number) is { } broken)
                output.WriteLine(Describe(broken));
            return CommandLine.ProblemsFound;
        }
        output.WriteLine($"日志完整：{entries.Count} 条记录，首尾相连，没有改动。");
        // Whoever cuts off the end leaves a chain that holds: only a hash kept elsewhere shows that it was longer.
        if (entries.Count > 0)
            output.WriteLine(
                $"最后一条：第 {entries[^1].Number} 条，{BeijingTime.Second(entries[^1].Time)}，校验值 {entries[^1].Hash}。抄录到别处，可以证明末尾没有删减。"
            );
        return CommandLine.Fine;
    }

    /// <summary>By a report's address, whole or its last part, or by its file.</summary>
    static bool IsAbout(JournalEntry entry, string word) =>
        entry.Slug == word.Split('/')[^1] || entry.Formerly == word.Split('/')[^1] || entry.Path == word;

    static string Describe(JournalEntry entry)
    {
        var formerly = entry.Formerly.Length > 0 ? $"（原 {Address.Report(entry.Formerly)}）" : "";
        return $"{entry.Number, 6}  {BeijingTime.Second(entry.Time)}  {ChineseName(entry.Event)}  {Address.Report(entry.Slug)}{formerly}  {entry.Title}  {entry.Path}  {entry.Content[..Math.Min(12, entry.Content.Length)]}";
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
            _ => happened.ToString(),
        };
}
