using WorkReports.Journal.Proof;

namespace WorkReports.Commands.Record;

/// <summary>What is wrong with a journal, as a Chinese sentence, and what to do.</summary>
static class BreakText
{
    public static string Of(JournalBreak found) =>
        found.Kind switch
        {
            JournalBreakKind.Unreadable => $"日志读不出来：{found.Detail}",
            JournalBreakKind.Damaged when found.Number > 0 =>
                $"日志文件损坏：第 {found.Number} 条读不出来（{found.Detail}）。请换上最近的备份。",
            JournalBreakKind.Damaged => $"日志文件损坏，或者不是发布日志（{found.Detail}）。请换上最近的备份。",
            JournalBreakKind.Newer => $"第 {found.Number} 条是新版本的程序写的，这个版本核对不了。请用新版本核对。",
            JournalBreakKind.Gap => $"日志被改动过：从第 {found.Number} 条起有缺。请用备份核对，并查明原因。",
            JournalBreakKind.Rewritten =>
                $"日志被改动过：从第 {found.Number} 条起，记录和校验值对不上。请用备份核对，并查明原因。",
            JournalBreakKind.TextMissing =>
                $"第 {found.Number} 条的正文不见了（{found.Detail}），也没有抹除的记录。请用备份核对。",
            JournalBreakKind.TextChanged when found.Number > 0 =>
                $"第 {found.Number} 条的正文被改动过，和校验值对不上（{found.Detail}）。请用备份核对，并查明原因。",
            JournalBreakKind.TextChanged => $"有一份正文和它的校验值对不上（{found.Detail}），没有一条记录用到它。",
            JournalBreakKind.AddressDiffers =>
                $"网址表被改动过：{Address.Report(found.Detail)} 和记录{Last(found)}说的不一样。请用备份核对，并查明原因。",
            JournalBreakKind.SiteFileDiffers =>
                $"设置表被改动过：{found.Detail} 和记录{Last(found)}说的不一样。请用备份核对，并查明原因。",
            JournalBreakKind.SignatureWrong =>
                $"第 {found.Number} 条的签名不符：这一条或者签名被改动过。请用备份核对，并查明原因。",
            JournalBreakKind.SignatureMissing =>
                $"从第 {found.Number} 条起没有签名：可能是没有密钥的程序写的，也可能是别人改写的。",
            JournalBreakKind.OtherThanKept =>
                $"和较早的备份不一致：从第 {found.Number} 条起是另外的内容。日志被改写过，请查明原因。",
            JournalBreakKind.CutOff =>
                $"末尾被删减：较早的备份有 {found.Detail} 条，这里从第 {found.Number} 条起没有了。请查明原因。",
            JournalBreakKind.KeptUnreadable =>
                $"用来核对的备份从第 {found.Number} 条起读不出来（{found.Detail}）。请换一份备份核对。",
            JournalBreakKind.HashUnknown =>
                $"没有一条记录的校验值是 {found.Detail}：日志被改写或者删减过，也可能校验值抄错了。",
            _ => found.Kind.ToString(),
        };

    static string Last(JournalBreak found) => found.Number > 0 ? $"（最后是第 {found.Number} 条）" : "";
}
