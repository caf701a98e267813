using System.Text.Json;
using WorkReports.Commands.Options;
using WorkReports.Journal.Proof;

namespace WorkReports.Commands.Record;

/// <summary>Whether a proof holds, in words.</summary>
static class ProofText
{
    /// <summary>Ten megabytes of text, and what they were read to, in Base64.</summary>
    const long FileLimit = 64 << 20;

    public static int Check(Invocation call, string file, JournalPublicKey? key)
    {
        if (Read(file) is not { } proof)
        {
            call.Output.WriteLine($"{file} 不是证明文件，或者被改动过。");
            return ExitCode.ProblemsFound;
        }
        var verdict = ProofCheck.Of(proof, key);
        if (verdict >= ProofVerdict.NotAProof)
        {
            call.Output.WriteLine($"证明无效：{Fault(verdict)}");
            return ExitCode.ProblemsFound;
        }
        if (call.Arguments["against"] is { } hash && !hash.Equals(proof.Head.Hash, StringComparison.OrdinalIgnoreCase))
        {
            call.Output.WriteLine($"证明无效：它说的日志末尾是 {proof.Head.Hash}，和抄录的校验值不同。");
            return ExitCode.ProblemsFound;
        }
        call.Output.WriteLine($"证明成立：{EntryText.Line(proof.Entry.ToEntry()).Trim()}");
        call.Output.WriteLine($"正文 {proof.Text.Length} 字节，校验值 {proof.Entry.Content}。");
        call.Output.WriteLine($"日志末尾：第 {proof.Head.Number} 条，校验值 {proof.Head.Hash}。");
        call.Output.WriteLine(Worth(verdict, proof, call.Arguments["against"] is not null));
        return ExitCode.Fine;
    }

    static EntryProof? Read(string file)
    {
        try
        {
            return new FileInfo(file).Length > FileLimit ? null : EntryProof.FromJson(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Fault(ProofVerdict verdict) =>
        verdict switch
        {
            ProofVerdict.TextChanged => "正文被改动过。",
            ProofVerdict.ReadingChanged => "文件头的内容被改动过。",
            ProofVerdict.EntryChanged => "记录被改动过。",
            ProofVerdict.PathBroken => "从日志末尾到这一条的校验链对不上。",
            ProofVerdict.HeadChanged => "日志末尾被改动过。",
            ProofVerdict.SignatureWrong => "签名不符。",
            ProofVerdict.OtherKey => "不是这把公钥签的。",
            _ => "不是证明文件。",
        };

    static string Worth(ProofVerdict verdict, EntryProof proof, bool isAgainst) =>
        verdict switch
        {
            ProofVerdict.SignatureSound =>
                $"签名有效：{BeijingTime.Second(DateTimeOffset.FromUnixTimeSeconds(proof.Signature!.Time))} 由这把公钥的主人签署。",
            _ when isAgainst => "日志末尾就是抄录的那一个。",
            ProofVerdict.SignedByItsOwnKey =>
                $"签名和证明里的公钥相符。公钥是不是网站的，请和 /journal 页面对照（指纹 {proof.Signature!.Key}），或者加 --public-key。",
            ProofVerdict.SignatureUnchecked => "有签名，没有公钥，没有核对：请加 --public-key 和公钥文件。",
            _ => "没有签名：日志末尾的校验值是不是网站的，请和 /journal 页面、网站日志对照，或者加 --against。",
        };
}
