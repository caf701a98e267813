using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace WorkReports.Hosting.Network;

/// <summary>The certificate that the settings name, with its key and the certificates that lead from it to a known one.</summary>
/// <param name="Fingerprint">Tells it from what the same files held before.</param>
sealed record CertificateFile(
    X509Certificate2 Certificate,
    X509Certificate2Collection Intermediates,
    string Fingerprint
)
{
    /// <summary>Null where the files hold none that can be shown, with a sentence about why.</summary>
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

    /// <summary>Ready for the handshake. What a certificate lacks is not fetched from elsewhere.</summary>
    public SslStreamCertificateContext ToHandshakeContext() =>
        SslStreamCertificateContext.Create(Certificate, Intermediates, offline: true);

    static CertificateFile Read(Settings settings)
    {
        var certificate = ReadBytes("--certificate", settings.Certificate);
        var key =
            settings.CertificateKey == Settings.None ? [] : ReadBytes("--certificate-key", settings.CertificateKey);
        var stamp = Convert.ToHexStringLower(SHA256.HashData([.. certificate, .. key]));
        var text = Encoding.UTF8.GetString(certificate);
        var (own, all) = text.Contains("-----BEGIN ", StringComparison.Ordinal)
            ? FromPem(settings, text, key.Length == 0 ? text : Encoding.UTF8.GetString(key))
            : FromPfx(settings, certificate);
        return new CertificateFile(
            own,
            [.. all.Where(other => !other.RawDataMemory.Span.SequenceEqual(own.RawDataMemory.Span))],
            stamp
        );
    }

    static byte[] ReadBytes(string option, string file) =>
        File.Exists(file)
            ? File.ReadAllBytes(file)
            : throw new InvalidDataException($"{option}: the file '{Path.GetFullPath(file)}' does not exist.");

    static (X509Certificate2 Own, X509Certificate2Collection All) FromPem(
        Settings settings,
        string certificates,
        string key
    )
    {
        var all = new X509Certificate2Collection();
        Try(
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

        X509Certificate2? own = null;
        Try(
            () => own = X509Certificate2.CreateFromPem(certificates, key),
            "--certificate-key: the key does not fit the first certificate of --certificate."
        );
        return (own!, all);
    }

    static (X509Certificate2 Own, X509Certificate2Collection All) FromPfx(Settings settings, byte[] bytes)
    {
        X509Certificate2Collection all = [];
        Try(
            () => all = X509CertificateLoader.LoadPkcs12Collection(bytes, null),
            $"--certificate: '{settings.Certificate}' is neither PEM nor PFX without a password."
        );
        return all.FirstOrDefault(certificate => certificate.HasPrivateKey) is { } own
            ? (own, all)
            : throw new InvalidDataException($"--certificate: '{settings.Certificate}' holds no private key.");
    }

    static void Try(Action read, string trouble)
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
