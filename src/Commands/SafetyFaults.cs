using WorkReports.Hosting;

namespace WorkReports.Commands;

/// <summary>What is wrong with the settings that say whom the server believes.</summary>
static class SafetyFaults
{
    public static IEnumerable<string> Of(Settings settings)
    {
        foreach (var proxy in Proxies.Named(settings).Where(named => Proxies.Read(named) is null))
            yield return $"--proxies: '{proxy}' is no address and no network; write for example 10.0.0.0/8;127.0.0.1;::1, or none.";
    }
}
