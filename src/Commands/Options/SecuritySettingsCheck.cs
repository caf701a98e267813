using WorkReports.Commands.Options.Network;
using WorkReports.Hosting.Network;

namespace WorkReports.Commands.Options;

/// <summary>What is wrong with the settings of HTTPS, of host names, of trusted proxies and of the search limit.</summary>
static class SecuritySettingsCheck
{
    public static IEnumerable<string> Faults(Settings settings)
    {
        foreach (var fault in HostNames.Faults(settings.Hosts).Concat(ProxyNetworks.Faults(settings)))
            yield return fault;
        if (settings.SearchRate < 0)
            yield return "--search-rate: write a number of searches in ten seconds, for example 200; 0 sets no limit.";
        foreach (var fault in OfHttps(settings))
            yield return fault;
    }

    static IEnumerable<string> OfHttps(Settings settings)
    {
        if (settings.IsHttps && settings.Certificate == Settings.None)
            yield return "--certificate: name the file with the certificate for the https:// address of --urls (PEM, or PFX).";
        else if (settings.IsHttps && CertificateFile.Read(settings, out var trouble) is null)
            yield return trouble;
        else if (!settings.IsHttps && !settings.Preview && settings.Certificate != Settings.None)
            yield return "--certificate: no address of --urls begins with https://; write for example https://[::]:8443.";

        if (settings.HttpsRedirect is < 0 or > 65535)
            yield return "--https-redirect: write the port by which readers reach HTTPS, for example 443; 0 sends nobody there.";
        else if (
            settings.HttpsRedirect > 0
            && !settings.IsHttps
            && !settings.Preview
            && settings.Proxies == Settings.None
        )
            yield return "--https-redirect: nobody speaks HTTPS here: --urls has no https:// address, --proxies names no proxy.";
    }
}
