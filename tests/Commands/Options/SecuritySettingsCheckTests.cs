using System.Security.Cryptography.X509Certificates;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Options;

/// <summary>What is wrong with a certificate is told before the port opens.</summary>
public sealed class SecuritySettingsCheckTests : IDisposable
{
    readonly ContentOf files = ContentOf.Nothing();

    public SecuritySettingsCheckTests()
    {
        using var one = Certificates.Named("one");
        using var other = Certificates.Named("other");
        files
            .With("cert.pem", Certificates.Pem(one))
            .With("key.pem", Certificates.KeyOf(one))
            .With("other-key.pem", Certificates.KeyOf(other))
            .With("both.pem", Certificates.Pem(one) + Certificates.KeyOf(one))
            .With("locked-key.pem", Certificates.LockedKeyOf(one))
            .With("one.pfx", one.Export(X509ContentType.Pfx))
            .With("locked.pfx", one.Export(X509ContentType.Pfx, "secret"))
            .With("one.der", one.Export(X509ContentType.Cert))
            .With("nonsense", "nonsense")
            .With("torn.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    }

    List<string> Faults(string certificate, string key, string urls = "https://[::]:8443", int redirect = 0) =>
        [
            .. SecuritySettingsCheck.Faults(
                new Settings
                {
                    Urls = urls,
                    HttpsRedirect = redirect,
                    Certificate = certificate == Settings.None ? certificate : Path.Combine(files.Folder, certificate),
                    CertificateKey = key == Settings.None ? key : Path.Combine(files.Folder, key),
                }
            ),
        ];

    [Theory]
    [InlineData("cert.pem", "key.pem")]
    [InlineData("both.pem", "none")]
    [InlineData("one.pfx", "none")]
    public void These_can_be_shown(string certificate, string key) => Assert.Empty(Faults(certificate, key));

    [Theory]
    [InlineData("none", "none", "--certificate: name the file")]
    [InlineData("missing.pem", "key.pem", "--certificate: the file '")]
    [InlineData("cert.pem", "missing.pem", "--certificate-key: the file '")]
    [InlineData("cert.pem", "other-key.pem", "--certificate-key: the key does not fit")]
    [InlineData("cert.pem", "locked-key.pem", "--certificate-key: the key has a password")]
    [InlineData("cert.pem", "none", "--certificate-key: '")]
    [InlineData("cert.pem", "nonsense", "--certificate-key: '")]
    [InlineData("torn.pem", "key.pem", "--certificate: '")]
    [InlineData("nonsense", "key.pem", "--certificate: '")]
    [InlineData("key.pem", "key.pem", "--certificate: '")]
    [InlineData("locked.pfx", "none", "--certificate: '")]
    [InlineData("one.der", "none", "--certificate: '")]
    public void These_cannot(string certificate, string key, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Faults(certificate, key)), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_that_nobody_would_see_is_a_fault() =>
        Assert.StartsWith(
            "--certificate: no address",
            Assert.Single(Faults("cert.pem", "key.pem", "http://[::]:8080")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("http://[::]:8080", 443, "--https-redirect: nobody speaks")]
    [InlineData("http://[::]:8080", -1, "--https-redirect: write the port")]
    [InlineData("http://[::]:8080", 65536, "--https-redirect: write the port")]
    public void Nobody_is_sent_where_nobody_answers(string urls, int port, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Faults("none", "none", urls, port)), StringComparison.Ordinal);

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task The_program_says_so_and_opens_no_port()
    {
        using var content = ContentOf.Pillars();
        var typed = await Typed.RunAlone([
            "--content",
            content.Folder,
            "--data",
            files.Folder,
            "--urls",
            "https://127.0.0.1:0",
            "--certificate",
            Path.Combine(files.Folder, "cert.pem"),
            "--certificate-key",
            Path.Combine(files.Folder, "other-key.pem"),
        ]);
        Assert.Equal(ExitCode.WrongUsage, typed.Code);
        Assert.Contains("the key does not fit", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("listening", typed.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task Health_is_told_by_HTTPS_too()
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        using var program = new ProgramProcess([
            "--content",
            content.Folder,
            "--data",
            data.Folder,
            "--urls",
            "https://127.0.0.1:0",
            "--certificate",
            Path.Combine(files.Folder, "one.pfx"),
        ]);
        var address = await program.Says("Now listening on:");
        // It gives an answer five seconds, which a busy machine may need for the first handshake; whoever asks for health asks again.
        await Wait.Until(
            () => Typed.RunAlone(["health", "--urls", address]),
            typed => (typed.Code, typed.Output.Trim()) == (ExitCode.Fine, "healthy")
        );
    }

    public void Dispose() => files.Dispose();
}
