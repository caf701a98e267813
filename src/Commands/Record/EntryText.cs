namespace WorkReports.Commands.Record;

/// <summary>An entry of the journal in words.</summary>
static class EntryText
{
    public static string Line(JournalEntry entry)
    {
        var formerly = entry.Formerly.Length > 0 ? $"（原 {Address.Report(entry.Formerly)}）" : "";
        var address = entry.Slug.Length > 0 ? $"{Address.Report(entry.Slug)}{formerly}  " : "";
        var title = entry.Title.Length > 0 ? $"{entry.Title}  " : "";
        var refers = entry.Refers is { } number ? $"  第 {number} 条" : "";
        var note = entry.Note.Length > 0 ? $"  {entry.Note}" : "";
        return $"{entry.Number, 6}  {BeijingTime.Second(entry.Time)}  {Name(entry.Event)}  {address}{title}{entry.Path}  {entry.Content[..Math.Min(12, entry.Content.Length)]}{refers}{note}";
    }

    public static string Name(JournalEvent happened) =>
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
