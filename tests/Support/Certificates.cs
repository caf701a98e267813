using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WorkReports.Tests.Support;

/// <summary>Certificates of a test's own, and the files that an authority's client would write.</summary>
public static class Certificates
{
    static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset End = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One that vouches for itself, with its key.</summary>
    public static X509Certificate2 Named(string name, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(name, key).CreateSelfSigned(Start, until ?? End);
    }

    /// <summary>One that another vouches for, with its key.</summary>
    public static X509Certificate2 IssuedBy(X509Certificate2 issuer, string name, bool mayIssue = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key);
        if (mayIssue)
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request
            .Create(issuer, Start, End.AddDays(-1), RandomNumberGenerator.GetBytes(8))
            .CopyWithPrivateKey(key);
    }

    public static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Start, End);
    }

    public static string KeyOf(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    public static string LockedKeyOf(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return key.ExportEncryptedPkcs8PrivateKeyPem(
                "secret",
                new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)
            ) + "\n";
    }

    public static string Pem(params X509Certificate2[] certificates) =>
        string.Concat(certificates.Select(certificate => certificate.ExportCertificatePem() + "\n"));

    static CertificateRequest Request(string name, ECDsa key) => new("CN=" + name, key, HashAlgorithmName.SHA256);
}
