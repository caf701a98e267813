using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace WorkReports.Hosting.Network;

/// <summary>
/// The certificate that the settings name, with its key and the intermediate certificates up to a known root.
/// </summary>
/// <param name="Fingerprint">Tells it from what the same files held before.</param>
sealed record CertificateFile(
    X509Certificate2 Certificate,
    X509Certificate2Collection Intermediates,
    string Fingerprint
)
{
    /// <summary>Null where the files hold none that can be presented, with a sentence about why.</summary>
    public static CertificateFile? Read(Settings settings, out string trouble)
    {
        trouble = "";
        try
        {
            return Read(settings);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            trouble = exception.Message;
            return null;
        }
    }

    /// <summary>Ready for the handshake. A missing intermediate is not downloaded.</summary>
    public SslStreamCertificateContext ToHandshakeContext() =>
        SslStreamCertificateContext.Create(Certificate, Intermediates, offline: true);

    static CertificateFile Read(Settings settings)
    {
        var certificate = ReadBytes("--certificate", settings.Certificate);
        var key =
            settings.CertificateKey == Settings.None ? [] : ReadBytes("--certificate-key", settings.CertificateKey);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. certificate, .. key]));
        var text = Encoding.UTF8.GetString(certificate);
        var (leaf, all) = text.Contains("-----BEGIN ", StringComparison.Ordinal)
            ? FromPem(settings, text, key.Length == 0 ? text : Encoding.UTF8.GetString(key))
            : FromPfx(settings, certificate);
        return new CertificateFile(
            leaf,
            [.. all.Where(other => !other.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span))],
            fingerprint
        );
    }

    static byte[] ReadBytes(string option, string file) =>
        File.Exists(file)
            ? File.ReadAllBytes(file)
            : throw new InvalidDataException($"{option}: the file '{Path.GetFullPath(file)}' does not exist.");

    static (X509Certificate2 Leaf, X509Certificate2Collection All) FromPem(
        Settings settings,
        string certificates,
        string key
    )
    {
        var all = new X509Certificate2Collection();
        Require(
            () => all.ImportFromPem(certificates),
            $"--certificate: '{settings.Certificate}' holds no certificate that can be read."
        );
        if (all.Count == 0)
            throw new InvalidDataException($"--certificate: '{settings.Certificate}' holds no certificate.");
        if (!key.Contains(" PRIVATE KEY-----", StringComparison.Ordinal))
            throw new InvalidDataException(
                $"--certificate-key: '{(settings.CertificateKey == Settings.None ? settings.Certificate : settings.CertificateKey)}' holds no private key."
            );
        if (key.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new InvalidDataException(
                "--certificate-key: the key has a password, which nobody is there to type; write it without one, readable to the server alone."
            );

        X509Certificate2? leaf = null;
        Require(
            () => leaf = X509Certificate2.CreateFromPem(certificates, key),
            "--certificate-key: the key does not fit the first certificate of --certificate."
        );
        return (leaf!, all);
    }

    static (X509Certificate2 Leaf, X509Certificate2Collection All) FromPfx(Settings settings, byte[] bytes)
    {
        X509Certificate2Collection all = [];
        Require(
            () => all = X509CertificateLoader.LoadPkcs12Collection(bytes, null),
            $"--certificate: '{settings.Certificate}' is neither PEM nor PFX without a password."
        );
        return all.FirstOrDefault(certificate => certificate.HasPrivateKey) is { } leaf
            ? (leaf, all)
            : throw new InvalidDataException($"--certificate: '{settings.Certificate}' holds no private key.");
    }

    static void Require(Action read, string trouble)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException(trouble, exception);
        }
    }
}
