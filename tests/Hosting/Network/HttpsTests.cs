using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using WorkReports.Hosting.Network;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Network;

/// <summary>TLS by the server itself: real handshakes, and files that change while it runs.</summary>
public sealed class HttpsTests : IDisposable
{
    readonly ContentOf files = ContentOf.Nothing();
    readonly LogLines log = new();

    string At(string file) => Path.Combine(files.Folder, file);

    /// <summary>Writes both files beside the old ones, and puts them in their places.</summary>
    void Renew(X509Certificate2 certificate, params X509Certificate2[] others)
    {
        files
            .With("new-key.pem", Certificates.KeyOf(certificate))
            .With("new-cert.pem", Certificates.Pem([certificate, .. others]));
        File.Move(At("new-key.pem"), At("key.pem"), overwrite: true);
        File.Move(At("new-cert.pem"), At("cert.pem"), overwrite: true);
    }

    Task<TestSite> Site(
        string urls = "https://127.0.0.1:0",
        string key = "key.pem",
        Func<Settings, Settings>? with = null
    ) =>
        TestSite.With(
            ContentOf.Report("# 甲"),
            settings =>
                (with ?? (same => same))(
                    settings with
                    {
                        Urls = urls,
                        Certificate = At("cert.pem"),
                        CertificateKey = key == Settings.None ? key : At(key),
                    }
                ),
            log.Log
        );

    /// <summary>What a new visitor is shown.</summary>
    static async Task<(string Name, SslProtocols Protocol, List<string> Others)> Shown(
        TestSite site,
        SslProtocols protocol = SslProtocols.None
    )
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Origin.Host, site.Origin.Port);
        List<string> others = [];
        await using var stream = new SslStream(client.GetStream(), false, (_, _, chain, _) =>
        {
            others.AddRange(chain!.ChainPolicy.ExtraStore.Select(other => other.Subject));
            return true;
        });
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = protocol }
        );
        return (stream.RemoteCertificate!.Subject, stream.SslProtocol, others);
    }

    static Task UntilShown(TestSite site, string name) =>
        Wait.Until(
            () =>
            {
                site.Clock.Advance(CertificateReloader.PollInterval);
                return Shown(site);
            },
            shown => shown.Name == "CN=" + name,
            name
        );

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Both_protocols_of_today_are_spoken(SslProtocols protocol)
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        Assert.Equal(
            ("CN=one", protocol),
            ((await Shown(site, protocol)) is var shown ? (shown.Name, shown.Protocol) : default)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Older_ones_are_refused_for_their_age(byte minor)
    {
        const byte Alert = 21,
            OfTheVersion = 70;
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        using var client = new TcpClient();
        await client.ConnectAsync(site.Origin.Host, site.Origin.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        byte[] hello = [3, minor, .. new byte[32], 0, 0, 4, 0xc0, 0x09, 0xc0, 0x0a, 1, 0];
        await stream.WriteAsync(
            (byte[])[22, 3, 1, 0, (byte)(hello.Length + 4), 1, 0, 0, (byte)hello.Length, .. hello],
            TestContext.Current.CancellationToken
        );
        var answer = new byte[7];
        await stream.ReadExactlyAsync(answer, TestContext.Current.CancellationToken);
        Assert.Equal((Alert, OfTheVersion), (answer[0], answer[6]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pages_come_by_either_version_of_HTTP(int version)
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        foreach (
            var (method, body, status) in new[]
            {
                ("GET", false, 200),
                ("HEAD", false, 200),
                ("POST", true, 405),
                ("GET", true, 413),
            }
        )
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/archive")
            {
                Version = new Version(version, version - 1 == 0 ? 1 : 0),
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            // Whoever is refused while sending a body finds the connection closed: none is used twice.
            request.Headers.ConnectionClose = version == 1;
            if (body)
                request.Content = new StringContent("a");
            using var answer = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((status, version), ((int)answer.StatusCode, answer.Version.Major));
        }
    }

    [Fact]
    public async Task Those_between_it_and_a_known_one_are_shown_with_it()
    {
        using var root = Certificates.Authority("root");
        using var between = Certificates.IssuedBy(root, "between", mayIssue: true);
        Renew(Certificates.IssuedBy(between, "leaf"), between);
        await using var site = await Site();
        var (name, _, others) = await Shown(site);
        Assert.Equal("CN=leaf", name);
        Assert.Contains("CN=between", others);
    }

    [Fact]
    public async Task A_key_may_lie_beside_its_certificate()
    {
        using var one = Certificates.Named("one");
        files.With("cert.pem", Certificates.KeyOf(one) + Certificates.Pem(one));
        await using var site = await Site(key: Settings.None);
        Assert.Equal("CN=one", (await Shown(site)).Name);
    }

    [Fact]
    public async Task Files_renamed_into_place_are_shown_without_a_restart()
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        foreach (var name in new[] { "two", "three" })
        {
            Renew(Certificates.Named(name));
            await UntilShown(site, name);
        }
        Assert.DoesNotContain(log.All, line => line.Level > Serilog.Events.LogEventLevel.Warning);
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        foreach (var name in new[] { "one", "two" })
        {
            using var certificate = Certificates.Named(name);
            files
                .With(name + "/cert.pem", Certificates.Pem(certificate))
                .With(name + "/key.pem", Certificates.KeyOf(certificate));
        }
        // As Kubernetes lays out a secret: the names lead through one link, which is swapped.
        Directory.CreateSymbolicLink(At("..data"), "one");
        foreach (var file in new[] { "cert.pem", "key.pem" })
            File.CreateSymbolicLink(At(file), "..data/" + file);
        await using var site = await Site();
        Assert.Equal("CN=one", (await Shown(site)).Name);
        Directory.CreateSymbolicLink(At("..new"), "two");
        // .NET moves no link to a folder over another one.
        using var swap = Process.Start("mv", ["-T", At("..new"), At("..data")]);
        await swap.WaitForExitAsync(TestContext.Current.CancellationToken);
        await UntilShown(site, "two");
    }

    [Fact]
    public async Task A_PFX_is_shown_and_taken_anew()
    {
        files.With("cert.pem", Certificates.Named("one").Export(X509ContentType.Pfx));
        await using var site = await Site(key: Settings.None);
        Assert.Equal("CN=one", (await Shown(site)).Name);
        files.With("cert.pem", Certificates.Named("two").Export(X509ContentType.Pfx));
        await UntilShown(site, "two");
    }

    [Fact]
    public async Task A_broken_one_leaves_the_last_in_its_place_and_is_told_once()
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        files.With("cert.pem", "nonsense").Without("key.pem");
        await Wait.Until(
            () =>
            {
                site.Clock.Advance(CertificateReloader.PollInterval);
                return log.All;
            },
            lines => lines.Any(line => line.Text.Contains("cannot be read anew", StringComparison.Ordinal))
        );
        for (var look = 0; look < 5; look++)
        {
            site.Clock.Advance(CertificateReloader.PollInterval);
            Assert.Equal("CN=one", (await Shown(site)).Name);
        }
        Renew(Certificates.Named("two"));
        await UntilShown(site, "two");
        Assert.Single(log.All, line => line.Text.Contains("cannot be read anew", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-20", "The certificate expired on 2026-11-20: browsers refuse it")]
    [InlineData("2026-12-01", "The certificate is good until 2026-12-01 only")]
    public async Task What_browsers_refuse_or_soon_will_is_a_warning(string until, string words)
    {
        Renew(
            Certificates.Named(
                "old",
                DateTimeOffset.Parse(until + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        await using var site = await Site();
        Assert.Equal(Serilog.Events.LogEventLevel.Warning, (await log.With(words)).Level);
        Assert.Equal(200, (await site.Get("/archive")).Status);
    }

    [Theory]
    [InlineData("/archive")]
    [InlineData("/nothing")]
    [InlineData("/css/base.css")]
    [Needs(NeedsAttribute.Time)]
    public async Task Browsers_are_told_to_stay_with_HTTPS_by_HTTPS_alone(string address)
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        Assert.Equal("max-age=31536000", (await site.Get(address))["Strict-Transport-Security"]);
        await using var plain = await Site("http://127.0.0.1:0", with: settings =>
            settings with
            {
                Proxies = "127.0.0.1",
            }
        );
        Assert.Equal("", (await plain.Get(address))["Strict-Transport-Security"]);
        Assert.Equal(
            "max-age=31536000",
            (await plain.Get(address, ("X-Forwarded-Proto", "https")))["Strict-Transport-Security"]
        );
        await using var open = await Site("http://127.0.0.1:0");
        Assert.Equal("", (await open.Get(address, ("X-Forwarded-Proto", "https")))["Strict-Transport-Security"]);
    }

    [Fact]
    public async Task The_page_of_a_failure_tells_it_too()
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site();
        site.Harm("drop table edition");
        var answer = await site.Get("/search");
        Assert.Equal((500, "max-age=31536000"), (answer.Status, answer["Strict-Transport-Security"]));
    }

    [Theory]
    [InlineData(443, "https://127.0.0.1/archive/2021?p=2&q=%E7%94%B2")]
    [InlineData(8443, "https://127.0.0.1:8443/archive/2021?p=2&q=%E7%94%B2")]
    public async Task Who_asks_by_HTTP_is_sent_to_HTTPS_where_that_is_set(int port, string expected)
    {
        Renew(Certificates.Named("one"));
        await using var site = await Site("http://127.0.0.1:0;https://127.0.0.1:0", with: settings =>
            settings with
            {
                HttpsRedirect = port,
                Proxies = "127.0.0.1",
            }
        );
        var answer = await site.Get("/archive/2021?p=2&q=%E7%94%B2");
        Assert.Equal((308, expected), (answer.Status, answer["Location"]));
        Assert.Equal((200, 200), ((await site.Get("/healthz")).Status, (await site.Get("/readyz")).Status));
        Assert.Equal(200, (await site.Get("/archive", ("X-Forwarded-Proto", "https"))).Status);
    }

    public void Dispose() => files.Dispose();
}
