using WorkReports.Content.Problems;
using WorkReports.Journal;

namespace WorkReports.Commands.Record;

/// <summary>The text of a version, as an editor wrote it.</summary>
static class VersionText
{
    /// <param name="trouble">Why there is none; empty where there is one.</param>
    public static string? Of(JournalFile journal, JournalEntry entry, out string trouble)
    {
        trouble = "";
        if (entry.Reading.Length == 0)
        {
            trouble = $"第 {entry.Number} 条没有留存正文，只有校验值 {entry.Content}。";
            return null;
        }
        if (journal.TextOf(entry.Content) is not { } bytes)
        {
            trouble = $"第 {entry.Number} 条的正文已抹除，校验值是 {entry.Content}。";
            return null;
        }
        var text = TextDecoder.Decode(bytes, new ProblemList(entry.Path));
        if (text is null)
            trouble = $"第 {entry.Number} 条的正文不是文本。";
        return text;
    }
}
