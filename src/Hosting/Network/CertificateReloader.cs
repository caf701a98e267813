using System.Globalization;
using System.Net.Security;

namespace WorkReports.Hosting.Network;

/// <summary>
/// The certificate that the server shows. Its files are read again and again: events would miss a link that leads elsewhere. What
/// is broken leaves the last sound one in its place.
/// </summary>
sealed class CertificateReloader : BackgroundService
{
    /// <summary>Who renews in time leaves more.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly Settings settings;
    readonly TimeProvider clock;
    readonly ILogger<CertificateReloader> log;
    CertificateFile file;
    bool isAgeTold;
    string doubt = "";
    string told = "";

    public CertificateReloader(Settings settings, TimeProvider clock, ILogger<CertificateReloader> log)
    {
        (this.settings, this.clock, this.log) = (settings, clock, log);
        file = CertificateFile.Read(settings, out var trouble) ?? throw new IOException(trouble);
        Shown = file.ForHandshakes();
    }

    public SslStreamCertificateContext Shown { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            Look();
            TellAge();
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    void Look()
    {
        if (CertificateFile.Read(settings, out var trouble) is { } found)
        {
            (doubt, told) = ("", "");
            if (found.Stamp != file.Stamp)
                Take(found);
        }
        else
        {
            Doubt(trouble);
        }
    }

    void Take(CertificateFile found)
    {
        (file, Shown, isAgeTold) = (found, found.ForHandshakes(), false);
        log.LogInformation("The certificate has changed, the new one is good until {Day}", Day(found));
    }

    /// <summary>Two files do not change at once: what is wrong at a second look, too, is worth a line, and no more than one.</summary>
    void Doubt(string trouble)
    {
        if (trouble == doubt && trouble != told)
        {
            log.LogError("The certificate cannot be read anew, the last one serves on: {Reason}", trouble);
            told = trouble;
        }
        doubt = trouble;
    }

    void TellAge()
    {
        var left = file.Certificate.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime;
        if (isAgeTold || left > Soon)
            return;

        isAgeTold = true;
        if (left < TimeSpan.Zero)
            log.LogWarning("The certificate expired on {Day}: browsers refuse it", Day(file));
        else
            log.LogWarning("The certificate is good until {Day} only", Day(file));
    }

    static string Day(CertificateFile file) =>
        file.Certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
