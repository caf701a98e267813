using System.Data.Common;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;
using WorkReports.Journal.Proof;

namespace WorkReports.Commands.Modes;

/// <summary><c>journal --verify</c>: whether anybody rewrote the journal, or whether a proof holds.</summary>
static class VerifyMode
{
    public static int Run(Invocation call)
    {
        var faults = new List<string>();
        var key = PublicKey(call, faults);
        if (call.Arguments.Operands.Count > 1)
            faults.Add("--verify: name one proof, or none for the journal.");
        if (call.Arguments.Operands is [var proof])
        {
            if (!File.Exists(proof))
                faults.Add($"--verify: there is no file '{proof}'.");
            if (call.Arguments["against"] is { } word && !JournalAnchor.IsHash(word))
                faults.Add("--against: a proof is held against the hash of its head, 64 digits.");
            return faults.Count > 0 ? ExitCode.Refuse(faults, call.Errors) : ProofText.Check(call, proof, key);
        }
        using var against = Against(call, faults, out var trouble);
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);
        if (trouble is not null)
        {
            call.Output.WriteLine(trouble);
            return ExitCode.ProblemsFound;
        }
        return VerificationText.Write(new JournalFile(call.Settings).Verify(key, against), key, call);
    }

    static JournalPublicKey? PublicKey(Invocation call, List<string> faults)
    {
        if (call.Arguments["public-key"] is not { } file)
            return JournalKey.Of(call.Settings)?.Public;
        var key = JournalKey.ReadPublic(file, out var trouble);
        if (key is null)
            faults.Add($"--public-key: {trouble}");
        return key;
    }

    static JournalAnchor? Against(Invocation call, List<string> faults, out string? trouble)
    {
        trouble = null;
        if (call.Arguments["against"] is not { } word)
            return null;
        if (!File.Exists(word))
        {
            if (JournalAnchor.IsHash(word))
                return JournalAnchor.OfHash(word);
            faults.Add($"--against: '{word}' is neither a file, an earlier backup, nor a hash of 64 digits.");
            return null;
        }
        try
        {
            return JournalAnchor.OfBackup(word);
        }
        catch (Exception exception) when (exception is DbException or InvalidDataException)
        {
            trouble = $"用来核对的备份 {word} 读不出来：{exception.Message}";
            return null;
        }
    }
}
