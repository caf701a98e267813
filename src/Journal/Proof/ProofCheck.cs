using System.Security.Cryptography;
using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Proof;

/// <summary>What a proof is worth.</summary>
public enum ProofVerdict
{
    /// <summary>It hangs together; that its head is one of the journal, nobody has said.</summary>
    WithoutSignature,

    /// <summary>Its head is signed by the key that it brings along, which anybody could have made.</summary>
    SignedByItsOwnKey,

    /// <summary>Its head is signed, and nobody brought the key.</summary>
    SignatureUnchecked,

    /// <summary>Its head is signed by the key at hand.</summary>
    SignatureSound,

    NotAProof,
    TextChanged,
    ReadingChanged,
    EntryChanged,
    PathBroken,
    HeadChanged,
    SignatureWrong,

    /// <summary>It is signed by another key than the one at hand, or not at all.</summary>
    OtherKey,
}

/// <summary>Checks a proof by what stands in it alone, and by a public key where one is at hand.</summary>
static class ProofCheck
{
    /// <summary>From one end of the numbers to the other there are at most so many.</summary>
    const int StepLimit = 128;

    public static ProofVerdict Of(EntryProof proof, JournalPublicKey? key) =>
        proof is not { Kind: EntryProof.KindName, Entry.Format: Chain.Format, Path.Count: > 0 and <= StepLimit }
            ? ProofVerdict.NotAProof
        : HashOf(proof.Text) != proof.Entry.Content ? ProofVerdict.TextChanged
        : HashOf(proof.Reading) != proof.Entry.Reading ? ProofVerdict.ReadingChanged
        : DigestOf(proof.Entry) != proof.Path[^1].Digest || proof.Entry.Number != proof.Path[^1].Number
            ? ProofVerdict.EntryChanged
        : proof.Path[0].Number != proof.Head.Number ? ProofVerdict.HeadChanged
        : !Holds(proof) ? ProofVerdict.PathBroken
        : OfSignature(proof, key);

    static ProofVerdict OfSignature(EntryProof proof, JournalPublicKey? key)
    {
        if (proof.Signature is not { } signature)
            return key is not null ? ProofVerdict.OtherKey
                : proof.PublicKey is not null ? ProofVerdict.SignatureWrong
                : ProofVerdict.WithoutSignature;
        var own = proof.PublicKey is null ? null : JournalPublicKey.FromBase64(proof.PublicKey);
        if (
            signature.Number != proof.Head.Number
            || signature.Time is < 0 or > StoredEntry.LatestSecond
            || (proof.PublicKey is not null && own?.Id != signature.Key)
        )
            return ProofVerdict.SignatureWrong;
        if (key is not null && key.Id != signature.Key)
            return ProofVerdict.OtherKey;
        return (key ?? own) is not { } known ? ProofVerdict.SignatureUnchecked
            : !known.Verifies(signature, proof.Head.Hash) ? ProofVerdict.SignatureWrong
            : key is null ? ProofVerdict.SignedByItsOwnKey
            : ProofVerdict.SignatureSound;
    }

    /// <summary>Each step has the hash that the one before it names.</summary>
    static bool Holds(EntryProof proof)
    {
        var expected = proof.Head.Hash;
        for (var at = 0; at < proof.Path.Count; at++)
        {
            var step = proof.Path[at];
            if (!IsChained(step) || Chain.Link(step.Previous, step.Skip, step.Digest) != expected)
                return false;
            if (at == proof.Path.Count - 1)
                return true;
            var next = EntryProof.Next(step.Number, proof.Entry.Number);
            if (proof.Path[at + 1].Number != next)
                return false;
            expected = next == Chain.SkipOf(step.Number) ? step.Skip : step.Previous;
        }
        return false;
    }

    /// <summary>The three are hashes: with line ends in one, others could give the same hash.</summary>
    static bool IsChained(ChainStep step) =>
        step.Number > 0
        && IsHash(step.Digest)
        && (step.Number == 1 ? step.Previous.Length == 0 : IsHash(step.Previous))
        && (Chain.SkipOf(step.Number) == 0 ? step.Skip.Length == 0 : IsHash(step.Skip));

    static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static string? DigestOf(ProvenEntry entry) =>
        entry.Time is >= 0 and <= StoredEntry.LatestSecond ? Chain.DigestOf(entry.ToEntry()) : null;
}
