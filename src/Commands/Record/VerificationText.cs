using WorkReports.Commands.Options;
using WorkReports.Journal.Proof;
using WorkReports.Terminal;

namespace WorkReports.Commands.Record;

/// <summary>What was found of a journal, in words: also what nobody can know from it.</summary>
static class VerificationText
{
    public static int Write(JournalVerification found, JournalPublicKey? key, Invocation call)
    {
        var output = call.Output;
        foreach (var one in found.Breaks)
            output.WriteLine(BreakText.Of(one));
        if (found.Broken is { } broken)
            output.WriteLine(EntryText.Line(broken));
        if (found.First is null)
            output.WriteLine($"日志完整：{found.Entries} 条记录，首尾相连，没有改动。");
        if (found.Erased > 0)
            output.WriteLine($"已抹除 {found.Erased} 份正文，各有一条记录说明何时、何人、为何；不算损坏。");
        if (found.FirstTimeBack is { } back)
            output.WriteLine(
                $"有 {found.TimesBack} 条的时间早于前面的，第一条是第 {back.Number} 条（{BeijingTime.Second(back.Time)}）：多半是服务器的时钟拨过，不算损坏。"
            );
        WriteSignatures(found, key, output);
        if (found.Last is { } last && found.First is null)
            output.WriteLine(
                $"最后一条：第 {last.Number} 条，{BeijingTime.Second(last.Time)}，校验值 {last.Hash}。抄录到别处，可以证明末尾没有删减。"
            );
        if (found.First is null)
            WriteLimits(found, call.Arguments["against"], output);
        return found.First is null ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    static void WriteSignatures(JournalVerification found, JournalPublicKey? key, PrintableWriter output)
    {
        var signed = found.Signatures;
        if (signed.UpTo > 0)
            output.WriteLine($"签名有效：到第 {signed.UpTo} 条，共 {signed.Checked} 个签名（公钥 {key!.Id[..16]}）。");
        if (signed.Unchecked > 0)
            output.WriteLine(
                key is null
                    ? $"有 {signed.Unchecked} 个签名没有核对：请加 --public-key 和公钥文件。"
                    : $"有 {signed.Unchecked} 个签名是别的密钥签的，没有核对。"
            );
    }

    /// <summary>
    /// A chain that was worked out anew from its first entry, or whose end was cut off, verifies by itself: only what was kept elsewhere
    /// shows it.
    /// </summary>
    static void WriteLimits(JournalVerification found, string? against, PrintableWriter output)
    {
        var known = Math.Max(found.ContinuesFrom ?? 0, found.Signatures.UpTo);
        if (found.ContinuesFrom is { } number)
            output.WriteLine(
                JournalAnchor.IsHash(against!)
                    ? $"已核对：第 {number} 条的校验值就是抄录的那一个，到这一条为止没有人改写过。"
                    : $"已核对：较早的备份里的 {number} 条逐条相同，日志是接着它写的。"
            );
        if (known < found.Entries)
            output.WriteLine(
                known == 0
                    ? "单凭这个文件看不出：有没有人把全部记录连同校验值重写一遍，或者删去了末尾几条。要知道，请加 --against 和较早的备份（或者抄录在别处的校验值）。"
                    : $"看不出的：第 {known} 条以后，有没有人改写过。"
            );
        else
            output.WriteLine("看不出的：末尾有没有删去几条。请和 /journal 页面、网站日志里的最后一条对照。");
    }
}
