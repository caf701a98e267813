using System.Security.Cryptography;

namespace WorkReports.Journal.Proof;

/// <summary>Tells whether a signature is that of the key; it is no secret.</summary>
public sealed class JournalPublicKey
{
    readonly byte[] info;

    internal JournalPublicKey(ECDsa key) => info = key.ExportSubjectPublicKeyInfo();

    /// <summary>SHA-256 of the key, which names it.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(info));

    public string Pem => PemEncoding.WriteString("PUBLIC KEY", info);

    /// <summary>As <see cref="Base64"/>; null where it is no key.</summary>
    public static JournalPublicKey? FromBase64(string base64)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
            return new JournalPublicKey(key);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public string Base64 => Convert.ToBase64String(info);

    /// <param name="hash">Of the entry that was signed.</param>
    public bool Verifies(HeadSignature signature, string hash)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(info, out _);
            return signature.Key == Id
                && key.VerifyData(
                    HeadSignature.Message(signature.Number, hash, signature.Time),
                    Convert.FromBase64String(signature.Value),
                    HashAlgorithmName.SHA256
                );
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
