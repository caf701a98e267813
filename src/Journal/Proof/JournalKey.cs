using System.Security.Cryptography;

namespace WorkReports.Journal.Proof;

/// <summary>Signs the journal's last entry; kept outside of the data folder, so that who may write there cannot sign.</summary>
public sealed class JournalKey
{
    /// <summary>A key takes 300 bytes.</summary>
    const int FileLimit = 64 * 1024;

    const string P256 = "1.2.840.10045.3.1.7";

    readonly ECDsa key;

    JournalKey(ECDsa key) => (this.key, Public) = (key, new JournalPublicKey(key));

    public JournalPublicKey Public { get; }

    /// <summary>The key of the settings; null where none is set.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static JournalKey? Of(Settings settings) =>
        settings.JournalKey == Settings.None
            ? null
            : Read(settings.JournalKey, out var trouble) ?? throw new IOException(trouble);

    /// <param name="trouble">Why it is none, without a word of what the file holds; empty where it is one.</param>
    public static JournalKey? Read(string file, out string trouble)
    {
        var key = Import(file, out trouble);
        if (key is null)
            return null;
        try
        {
            key.SignData([], HashAlgorithmName.SHA256);
            return new JournalKey(key);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            trouble = $"'{file}' holds a public key; name the file with the private one.";
            return null;
        }
    }

    /// <summary>The public half alone; of a private key its public half.</summary>
    public static JournalPublicKey? ReadPublic(string file, out string trouble)
    {
        using var key = Import(file, out trouble);
        return key is null ? null : new JournalPublicKey(key);
    }

    /// <summary>Signs a last entry.</summary>
    public HeadSignature Sign(long number, string hash, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds();
        var value = key.SignData(HeadSignature.Message(number, hash, time), HashAlgorithmName.SHA256);
        return new HeadSignature(number, time, Public.Id, Convert.ToBase64String(value));
    }

    static ECDsa? Import(string file, out string trouble)
    {
        trouble = "";
        var key = ECDsa.Create();
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > FileLimit })
                throw new ArgumentException("too long");
            key.ImportFromPem(File.ReadAllText(file));
            if (key.ExportParameters(false).Curve.Oid.Value == P256)
                return key;
            trouble =
                $"'{file}' holds no key on the curve P-256; 'openssl ecparam -name prime256v1 -genkey -noout' makes one.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            trouble = exception.Message;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            trouble =
                $"'{file}' holds no key in the form of PEM without a password; 'openssl ecparam -name prime256v1 -genkey -noout' makes one.";
        }
        key.Dispose();
        return null;
    }
}
