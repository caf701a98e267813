using System.Text;

namespace WorkReports.Journal.Proof;

/// <summary>Says that the journal had this entry as its last one, by a key that does not lie beside it.</summary>
/// <param name="Number">Of the entry.</param>
/// <param name="Time">When it was signed, in seconds since 1970.</param>
/// <param name="Key">SHA-256 of the public key (SubjectPublicKeyInfo).</param>
/// <param name="Value">ECDSA over P-256 and SHA-256, the two numbers of 32 bytes one behind the other, in Base64.</param>
public sealed record HeadSignature(long Number, long Time, string Key, string Value)
{
    /// <summary>What is signed; the first line keeps the key from being led to sign anything else.</summary>
    /// <param name="hash">Of the entry.</param>
    internal static byte[] Message(long number, string hash, long time) =>
        Encoding.ASCII.GetBytes($"WorkReports journal head\n{number}\n{hash}\n{time}\n");
}
