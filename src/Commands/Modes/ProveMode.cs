using System.Text;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;
using WorkReports.Journal.Proof;

namespace WorkReports.Commands.Modes;

/// <summary><c>journal --prove ADDRESS</c>: writes a file by which anybody can check, without the journal, what was published there.</summary>
static class ProveMode
{
    public static int Run(Invocation call)
    {
        if (call.Arguments.Operands.Count > 0)
            return ExitCode.Refuse(
                [$"--prove: '{call.Arguments.Operands[0]}' is too much; one address at a time."],
                call.Errors
            );

        var word = call.Arguments["prove"]!;
        var entries = new JournalFile(call.Settings).Entries();
        var last = ReportHistory.Versions(ReportHistory.Of(entries, word)).LastOrDefault();
        var proof = last is null
            ? null
            : EntryProof.Make(call.Settings.JournalFile, last.Number, JournalKey.Of(call.Settings)?.Public);
        if (proof is null)
        {
            call.Output.WriteLine(
                last is null
                    ? $"不能出具证明：日志里没有 {word}，或者没有留存它的正文。"
                    : $"不能出具证明：第 {last.Number} 条（{EntryText.Name(last.Event)}）的正文已抹除。"
            );
            return ExitCode.ProblemsFound;
        }
        if (call.Arguments["out"] is not { } file)
        {
            call.Output.WriteLines(proof.ToJson());
            return ExitCode.Fine;
        }
        using (var written = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
            written.Write(Encoding.UTF8.GetBytes(proof.ToJson() + "\n"));
        var signed = proof.Signature is null ? "，没有签名" : "，有签名";
        call.Output.WriteLine(
            $"已写好证明：{file}，第 {last!.Number} 条，日志到第 {proof.Head.Number} 条{signed}。核对：journal --verify {file}"
        );
        return ExitCode.Fine;
    }
}
