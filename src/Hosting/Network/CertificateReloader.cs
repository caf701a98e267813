using System.Globalization;
using System.Net.Security;

namespace WorkReports.Hosting.Network;

/// <summary>
/// The certificate that the server presents. Its files are polled: file events would miss a symbolic link that is
/// pointed elsewhere. Files that cannot be read leave the last good certificate in use.
/// </summary>
sealed class CertificateReloader : BackgroundService
{
    /// <summary>A renewal in time leaves more.</summary>
    static readonly TimeSpan ExpiryWarningPeriod = TimeSpan.FromDays(14);

    internal static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(10);

    readonly Settings settings;
    readonly TimeProvider clock;
    readonly ILogger<CertificateReloader> log;
    CertificateFile file;
    bool isExpiryLogged;
    string lastTrouble = "";
    string loggedTrouble = "";

    public CertificateReloader(Settings settings, TimeProvider clock, ILogger<CertificateReloader> log)
    {
        (this.settings, this.clock, this.log) = (settings, clock, log);
        file = CertificateFile.Read(settings, out var trouble) ?? throw new IOException(trouble);
        Current = file.ToHandshakeContext();
    }

    public SslStreamCertificateContext Current { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollInterval, clock);
        do
        {
            Reload();
            WarnOfExpiry();
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    void Reload()
    {
        if (CertificateFile.Read(settings, out var trouble) is { } found)
        {
            (lastTrouble, loggedTrouble) = ("", "");
            if (found.Fingerprint != file.Fingerprint)
                Replace(found);
        }
        else
        {
            ReportTrouble(trouble);
        }
    }

    void Replace(CertificateFile found)
    {
        (file, Current, isExpiryLogged) = (found, found.ToHandshakeContext(), false);
        log.LogInformation("The certificate has changed, the new one is good until {Day}", Day(found));
    }

    /// <summary>
    /// Certificate and key do not change at once: only what is wrong at two polls in a row is logged, and once.
    /// </summary>
    void ReportTrouble(string trouble)
    {
        if (trouble == lastTrouble && trouble != loggedTrouble)
        {
            log.LogError("The certificate cannot be read anew, the last one serves on: {Reason}", trouble);
            loggedTrouble = trouble;
        }
        lastTrouble = trouble;
    }

    void WarnOfExpiry()
    {
        var left = file.Certificate.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime;
        if (isExpiryLogged || left > ExpiryWarningPeriod)
            return;

        isExpiryLogged = true;
        if (left < TimeSpan.Zero)
            log.LogWarning("The certificate expired on {Day}: browsers refuse it", Day(file));
        else
            log.LogWarning("The certificate is good until {Day} only", Day(file));
    }

    static string Day(CertificateFile file) =>
        file.Certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
